using OperatingModel.Domain.Strategy;

namespace OperatingModel.Domain.Organisation;

/// <summary>What kind of box in the organisation chart.</summary>
public enum OrganisationUnitKind
{
    Silo,
    Function,
    SubUnit,
}

/// <summary>How often plans are made.</summary>
public enum Cadence
{
    Weekly,
    Biweekly,
    Monthly,
    Quarterly,
    Annual,
}

/// <summary>A box in today's organisation chart, with its own metrics, budget, priorities and timelines.</summary>
/// <param name="HeadFte">People, in full-time equivalents.</param>
/// <param name="AnnualBudget">Thousands of the model currency.</param>
/// <param name="BudgetOwner">C-suite role.</param>
/// <param name="ResponseDays">Typical working days until work handed to it is picked up and answered.</param>
public sealed record OrganisationUnit(
    [property: Code] string Code,
    [property: Text(120)] string Name,
    OrganisationUnitKind Kind,
    [property: Ref(typeof(OrganisationUnit))] string? Parent,
    [property: Between(0, Ranges.People)] double? HeadFte,
    [property: Between(0, Ranges.Money)] long? AnnualBudget,
    [property: Text(60)] string? BudgetOwner,
    Cadence? Cadence,
    [property: Between(0, Ranges.Days)] double? ResponseDays) : ModelRow
{
    public const int MaxPriorities = 3;

    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>One of a unit's top priorities, 1 to 3 objectives in order.</summary>
public sealed record OrganisationUnitPriority(
    [property: Ref(typeof(OrganisationUnit))] string Unit,
    [property: Ref(typeof(StrategicObjective))] string Objective) : ModelRow
{
    public override RowKey Key => RowKey.Of(Unit, Objective);
}

/// <summary>A KPI the unit is measured by.</summary>
/// <param name="Weight">Share, 0..1; a unit's goals sum to 1.</param>
public sealed record OrganisationUnitGoal(
    [property: Ref(typeof(OrganisationUnit))] string Unit,
    [property: Ref(typeof(Kpi))] string Kpi,
    [property: Between(0, 1)] double Weight) : ModelRow
{
    public override RowKey Key => RowKey.Of(Unit, Kpi);
}

/// <summary>A kind of work, not a person.</summary>
/// <param name="DefaultMode">How it takes part unless agreed otherwise; Veto gives the right to stop a change.</param>
/// <param name="HomeUnit">Where it sits today.</param>
public sealed record Role(
    [property: Code] string Code,
    [property: Text(120)] string Name,
    [property: Text(60, MayBeEmpty = true)] string? Family,
    Teams.ParticipationMode DefaultMode,
    [property: Ref(typeof(OrganisationUnit))] string? HomeUnit) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}
