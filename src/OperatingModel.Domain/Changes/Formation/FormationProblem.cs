using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Changes.Formation;

/// <summary>A role on the path of the changes.</summary>
/// <param name="Home">Where it stands today.</param>
/// <param name="CanJoin">Its default mode is Embedded and there are people: its shares may become full members of teams.</param>
/// <param name="Service">How it serves a team that leads a change, for roles of another mode that some team provides; null stands at home.</param>
/// <param name="SupplyFte">Full-time equivalents that may join teams; infinite when nothing limits them.</param>
public sealed record FormationRole(string Code, string Name, DesignUnit Home, bool CanJoin, Position? Service, double SupplyFte);

/// <summary>Work that belongs together and the team that would carry it.</summary>
/// <param name="Charter">Goals, money, priorities and cadence the team would have.</param>
/// <param name="IsNew">The model has no such team yet.</param>
/// <param name="Model">Code of the organisation unit whose goals, money, priorities and cadence a new team takes over; null when there is
/// none.</param>
/// <param name="Points">Cognitive load of its domains (F15).</param>
/// <param name="Required">Roles its team states as needed among full members; they join while there is room.</param>
public sealed record FormationMission(DesignUnit Charter, bool IsNew, string? Model, double Points, IReadOnlySet<string> Required);

/// <summary>A customer change with its path and the mission it belongs to.</summary>
public sealed record FormationChange(CustomerChange Change, IReadOnlyList<ChangeStep> Steps, int Mission);

/// <summary>
/// The question a suggested formation answers: which roles with how many people, which missions, which changes. Assumptions,
/// so that they can be shown and contested:
/// <list type="bullet">
/// <item>A change belongs to the mission of its lead team, else of the first stream-aligned team that serves its stage, else of a
/// new team for its stage (for the change itself without a stage). A new team takes over the goals, money, priorities and cadence
/// of the home unit with the most touch days among its roles, and answers itself at once.</item>
/// <item>Roles whose default mode is Embedded may join teams in shares of what a team needs of them: what the mission's team
/// requires, else the median over all teams that state it, else over those that have it, else the usual share. Each share has one home.</item>
/// <item>Other roles keep their mode and stand in the team that provides them in the model (first allocation in that mode);
/// without a provider they stay at home.</item>
/// <item>People that may join: all the model allocates of the role, less the full members of teams that lead none of the changes;
/// without allocations the people of the home unit; without either there is no limit.</item>
/// <item>A mission weighs what its team's domains weigh, else one domain of the usual complexity. A team that leads any change of a
/// mission carries all of it, and leads at least one change of its own.</item>
/// </list>
/// </summary>
public sealed class FormationProblem
{
    private readonly double[,] _needs;

    internal FormationProblem(
        IReadOnlyList<FormationRole> roles,
        IReadOnlyList<FormationMission> missions,
        IReadOnlyList<FormationChange> changes,
        double[,] needs,
        FormationLimits limits,
        ModelSettings settings,
        IReadOnlySet<string> vetoRoles)
    {
        (Roles, Missions, Changes, Limits, Settings, VetoRoles) = (roles, missions, changes, limits, settings, vetoRoles);
        _needs = needs;
    }

    public IReadOnlyList<FormationRole> Roles { get; }

    public IReadOnlyList<FormationMission> Missions { get; }

    public IReadOnlyList<FormationChange> Changes { get; }

    public FormationLimits Limits { get; }

    /// <summary>Points a team can carry (F15).</summary>
    public double DomainCapacity => Settings.DomainCapacity;

    internal ModelSettings Settings { get; }

    internal IReadOnlySet<string> VetoRoles { get; }

    public static FormationProblem Of(ModelSnapshot snapshot, FormationRequest? request = null) =>
        new FormationReading(snapshot, request ?? FormationRequest.Default).Read();

    /// <summary>What the team of a mission needs of a role, in full-time equivalents.</summary>
    public double NeedFte(int role, int mission) => _needs[role, mission];

    /// <summary>Where a role stands in a change led by the team of a mission.</summary>
    /// <param name="mission">-1 when no team leads it.</param>
    /// <param name="isMember">The role has a share in that team.</param>
    public Position PositionOf(FormationRole role, int mission, bool isMember) =>
        mission < 0 ? new Position(role.Home, ParticipationMode.External)
        : isMember ? new Position(Missions[mission].Charter, ParticipationMode.Embedded)
        : role.Service ?? new Position(role.Home, ParticipationMode.External);
}
