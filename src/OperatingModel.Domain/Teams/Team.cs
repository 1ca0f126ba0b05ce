using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Teams;

/// <summary>The four team types of Team Topologies.</summary>
public enum TeamType
{
    StreamAligned,
    Platform,
    Enabling,
    ComplicatedSubsystem,
}

/// <summary>How a role takes part in a team, from closest to most distant in the order F12 compares them.</summary>
public enum ParticipationMode
{
    /// <summary>Full member: same goals, same backlog.</summary>
    Embedded,

    /// <summary>Self-service product consumed as a service.</summary>
    Platform,

    /// <summary>Pooled specialist, several teams.</summary>
    Shared,

    /// <summary>Advice and enablement, not on the critical path.</summary>
    Guiding,

    /// <summary>May stop the change.</summary>
    Veto,

    /// <summary>Not part of the design: today's state.</summary>
    External,
}

/// <summary>A long-lived group with one mission.</summary>
/// <param name="ResponseDays">Typical working days until work handed to it is answered.</param>
/// <param name="WipLimit">Initiatives the team may work on at a time.</param>
public sealed record Team(
    [property: Code] string Code,
    [property: Text(120)] string Name,
    TeamType Type,
    [property: Text(60)] string? BudgetOwner,
    Cadence? Cadence,
    [property: Between(0, Ranges.Days)] double? ResponseDays,
    [property: Between(0, Ranges.Money)] long? AnnualBudget,
    [property: Between(1, Ranges.Order)] int? WipLimit) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>The team serves the stage.</summary>
public sealed record TeamStage(
    [property: Ref(typeof(Team))] string Team,
    [property: Ref(typeof(Stage))] string Stage) : ModelRow
{
    public override RowKey Key => RowKey.Of(Team, Stage);
}

/// <summary>How hard a domain is to keep in one's head (F15).</summary>
public enum Complexity
{
    Simple,
    Complicated,
    Complex,
}

/// <summary>A subject the team answers for.</summary>
public sealed record TeamDomain(
    [property: Ref(typeof(Team))] string Team,
    [property: Text(120)] string Name,
    Complexity Complexity) : ModelRow
{
    public override RowKey Key => RowKey.Of(Team, Name);
}

/// <summary>One of a team's top priorities, in order.</summary>
public sealed record TeamPriority(
    [property: Ref(typeof(Team))] string Team,
    [property: Ref(typeof(StrategicObjective))] string Objective) : ModelRow
{
    public override RowKey Key => RowKey.Of(Team, Objective);
}

/// <summary>A KPI the team is measured by.</summary>
/// <param name="Weight">Share, 0..1; a team's goals sum to 1.</param>
public sealed record TeamGoal(
    [property: Ref(typeof(Team))] string Team,
    [property: Ref(typeof(Kpi))] string Kpi,
    [property: Between(0, 1)] double Weight) : ModelRow
{
    public override RowKey Key => RowKey.Of(Team, Kpi);
}

/// <summary>A set of participation modes.</summary>
[Flags]
public enum ParticipationModes
{
    None = 0,
    Embedded = 1 << ParticipationMode.Embedded,
    Platform = 1 << ParticipationMode.Platform,
    Shared = 1 << ParticipationMode.Shared,
    Guiding = 1 << ParticipationMode.Guiding,
    Veto = 1 << ParticipationMode.Veto,
    External = 1 << ParticipationMode.External,
}

/// <summary>A role the team cannot do without.</summary>
/// <param name="Fte">Full-time equivalents needed.</param>
/// <param name="Modes">The ways of taking part that count.</param>
/// <param name="Critical">Counts double in coverage (F14).</param>
public sealed record RequiredRole(
    [property: Ref(typeof(Team))] string Team,
    [property: Ref(typeof(Role))] string Role,
    [property: Between(0, Ranges.People)] double Fte,
    ParticipationModes Modes,
    bool Critical) : ModelRow
{
    public override RowKey Key => RowKey.Of(Team, Role);

    public bool Allows(ParticipationMode mode) => Modes.HasFlag((ParticipationModes)(1 << (int)mode));
}

/// <summary>How two teams work together (Team Topologies).</summary>
public enum InteractionMode
{
    Collaboration,
    XAsAService,
    Facilitating,
}

/// <summary>An agreed way of working with another team.</summary>
/// <param name="Since">When it began; a collaboration that lasts long is questioned.</param>
public sealed record Interaction(
    [property: Ref(typeof(Team))] string Team,
    [property: Ref(typeof(Team)), FileName("team")] string With,
    InteractionMode Mode,
    DateOnly? Since = null) : ModelRow
{
    public override RowKey Key => RowKey.Of(Team, With, Mode.ToString());
}

/// <summary>Holder of a shared role's capacity, named or numbered.</summary>
/// <param name="CapacityFte">Full-time equivalents available.</param>
public sealed record Person(
    [property: Code] string Code,
    [property: Text(120)] string Name,
    [property: Ref(typeof(Role))] string Role,
    [property: Ref(typeof(Team))] string? HomeTeam,
    [property: Between(Ranges.Least, Ranges.People)] double CapacityFte) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>A share of a role, or of a named person, given to a team.</summary>
/// <param name="Provider">The team that provides it; required unless Embedded.</param>
public sealed record Allocation(
    [property: Ref(typeof(Team))] string Team,
    [property: Ref(typeof(Role))] string Role,
    [property: Between(Ranges.Least, Ranges.People)] double Fte,
    ParticipationMode Mode,
    [property: Ref(typeof(Team))] string? Provider,
    [property: Ref(typeof(Person))] string? Person) : ModelRow
{
    public override RowKey Key => RowKey.Of(Team, Role, Mode.ToString(), Provider, Person);
}
