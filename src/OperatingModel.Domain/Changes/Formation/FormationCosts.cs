using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Changes.Formation;

/// <summary>Yearly coordination load of a change in a cut, by the rules of F12, from flat tables: the inner loop of the search.</summary>
internal sealed class FormationCosts
{
    private readonly int[,] _friction;
    private readonly int[] _homes;
    private readonly int[] _services;
    private readonly int[] _charters;
    private readonly double[] _serviceFactors;
    private readonly double _external;
    private readonly int[][] _roles;
    private readonly int[][] _handOffs;
    private readonly double[] _perYear;

    public FormationCosts(FormationProblem problem)
    {
        var units = new List<DesignUnit>();
        var modes = ModeFactors.Of(problem.Settings);
        _homes = [.. problem.Roles.Select(role => IndexOf(role.Home))];
        _services = [.. problem.Roles.Select(role => role.Service is { } service ? IndexOf(service.Unit) : -1)];
        _charters = [.. problem.Missions.Select(mission => IndexOf(mission.Charter))];
        _serviceFactors = [.. problem.Roles.Select(role => modes.Of(role.Service?.Mode ?? ParticipationMode.External))];
        _external = modes.External;
        _friction = new int[units.Count, units.Count];
        for (var i = 0; i < units.Count; i++)
        {
            for (var j = 0; j < units.Count; j++)
            {
                _friction[i, j] = Friction.Between(units[i], units[j]).Points;
            }
        }

        var index = problem.Roles.Select((role, i) => (role.Code, i)).ToDictionary(role => role.Code, role => role.i, StringComparer.Ordinal);
        _roles = [.. problem.Changes.Select(change => change.Steps.Select(step => index[step.Role]).ToArray())];
        _handOffs = [.. problem.Changes.Select(change => change.Steps.Select(step => Coordination.HandOffsOf(step.LinkToNext)).ToArray())];
        _perYear = [.. problem.Changes.Select(change => change.Change.PerYear)];

        int IndexOf(DesignUnit unit)
        {
            var found = units.FindIndex(unit.IsSameAs);
            if (found < 0)
            {
                found = units.Count;
                units.Add(unit);
            }

            return found;
        }
    }

    /// <summary>Whether the role is on the path of the change.</summary>
    public bool Uses(int change, int role) => Array.IndexOf(_roles[change], role) >= 0;

    /// <summary>Points a year.</summary>
    /// <param name="mission">Whose team leads the change; -1 for none.</param>
    /// <param name="worstCase">Every mode but Embedded counts in full.</param>
    public double LoadOf(int change, int mission, bool[]? members, bool worstCase = false)
    {
        var (roles, handOffs) = (_roles[change], _handOffs[change]);
        var load = 0.0;
        var (unit, factor) = Place(roles[0], mission, members, worstCase);
        for (var step = 1; step < roles.Length; step++)
        {
            var (nextUnit, nextFactor) = Place(roles[step], mission, members, worstCase);
            load += handOffs[step - 1] * Math.Max(factor, nextFactor) * _friction[unit, nextUnit];
            (unit, factor) = (nextUnit, nextFactor);
        }

        return _perYear[change] * load;
    }

    /// <summary>Points a year of all changes.</summary>
    public double LoadOf(FormationState state, bool worstCase = false)
    {
        var load = 0.0;
        for (var change = 0; change < state.Leads.Length; change++)
        {
            load += LoadOf(change, state.Leads[change], MembersLeading(state, change), worstCase);
        }

        return load;
    }

    public static bool[]? MembersLeading(FormationState state, int change) => state.Leads[change] < 0 ? null : state.Members[state.Leads[change]];

    private (int Unit, double Factor) Place(int role, int mission, bool[]? members, bool worstCase) =>
        members is not null && members[role] ? (_charters[mission], 0)
        : mission >= 0 && _services[role] >= 0 ? (_services[role], worstCase ? 1 : _serviceFactors[role])
        : (_homes[role], worstCase ? 1 : _external);
}
