using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Capabilities;

/// <summary>
/// What the company is able to do, independent of who does it, how, or with which system. A tree; only leaves carry
/// assessments and stage links.
/// </summary>
/// <param name="Parent">Null for level 1.</param>
/// <param name="Weight">Size weight of a leaf; null is 1. Parents have none.</param>
/// <param name="Standardisation">1..5: do we benefit from running it the same way everywhere? Leaves only.</param>
/// <param name="Integration">1..5: does one unit's work depend on another's data? Leaves only.</param>
/// <param name="OwnerTeam">The team that answers for it; leaves only.</param>
public sealed record Capability(
    [property: Code] string Code,
    [property: Ref(typeof(Capability))] string? Parent,
    [property: Text(200)] string Name,
    [property: Between(Ranges.Least, Ranges.Weight)] double? Weight,
    [property: Between(1, 5)] int? Standardisation,
    [property: Between(1, 5)] int? Integration,
    [property: Ref(typeof(Team))] string? OwnerTeam) : ModelRow
{
    public const int MaxLevel = 6;

    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>The capability serves the objective.</summary>
public sealed record CapabilityObjective(
    [property: Ref(typeof(Capability))] string Capability,
    [property: Ref(typeof(StrategicObjective))] string Objective) : ModelRow
{
    public override RowKey Key => RowKey.Of(Capability, Objective);
}

/// <summary>How strongly a capability enables a stage; its number is its weight, unless the settings weigh it otherwise.</summary>
public enum LinkStrength
{
    Minor = 1,
    Supporting = 3,
    Critical = 9,
}

/// <summary>The capability enables the stage (value stream / capability cross-map).</summary>
public sealed record StageLink(
    [property: Ref(typeof(Stage))] string Stage,
    [property: Ref(typeof(Capability))] string Capability,
    LinkStrength Strength) : ModelRow
{
    public override RowKey Key => RowKey.Of(Stage, Capability);
}

/// <summary>The capability does not exist in the business unit, for a reason. Not applicable is not unknown.</summary>
public sealed record NotApplicable(
    [property: Ref(typeof(Capability))] string Capability,
    [property: Ref(typeof(BusinessUnit))] string BusinessUnit,
    [property: Text(300, MayBeEmpty = true)] string? Reason) : ModelRow
{
    public override RowKey Key => RowKey.Of(Capability, BusinessUnit);
}
