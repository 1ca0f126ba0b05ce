using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Changes;

/// <summary>
/// Where each role stands in a design (F12): embedded in the lead team; else allocated to it in another mode and standing in the
/// providing team; else at home in its organisation unit, outside the design.
/// </summary>
public sealed class Positions
{
    private readonly TeamDesign _design;
    private readonly DesignUnits _units;
    private readonly Table<Role> _roles;
    private readonly ILookup<(string Team, string Role), Allocation> _allocations;

    private Positions(ModelSnapshot snapshot, TeamDesign design, DesignUnits units)
    {
        (_design, _units, _roles) = (design, units, snapshot.Table<Role>());
        _allocations = snapshot.Table<Allocation>().ToLookup(allocation => (allocation.Team, allocation.Role));
    }

    public static Positions Of(ModelSnapshot snapshot, TeamDesign design) => new(snapshot, design, DesignUnits.Of(snapshot));

    /// <param name="leadTeam">The team that leads the change; without one, or outside the design, every role is at home.</param>
    public Position Of(string role, string? leadTeam)
    {
        if (!_design.Includes(leadTeam) || _units.Team(leadTeam) is not { } team)
        {
            return AtHome(role);
        }

        // The closest mode wins; of two in the same mode the first in the list (the sort is stable).
        foreach (var allocation in _allocations[(team.Code, role)].OrderBy(allocation => allocation.Mode))
        {
            if (allocation.Mode == ParticipationMode.Embedded)
            {
                return new Position(team, ParticipationMode.Embedded);
            }

            if (_design.Includes(allocation.Provider) && _units.Team(allocation.Provider) is { } provider)
            {
                return new Position(provider, allocation.Mode);
            }
        }

        return AtHome(role);
    }

    /// <summary>Today's place of the role.</summary>
    public Position AtHome(string role) =>
        new(_units.Unit(_roles.Find(role)?.HomeUnit) ?? DesignUnit.UnknownHomeOf(role), ParticipationMode.External);
}
