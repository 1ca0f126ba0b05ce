using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Portfolio;

/// <summary>How far an initiative reaches from today's business.</summary>
public enum Ambition
{
    Core,
    Adjacent,
    Transformational,
}

/// <summary>What the money is for.</summary>
public enum InvestmentClass
{
    Run,
    Grow,
    Transform,
}

/// <summary>A fundable piece of change (work package).</summary>
/// <param name="DurationQuarters">Quarters of work, at least 1.</param>
/// <param name="SuccessProbability">Above 0 to 1.</param>
/// <param name="Deadline">Last quarter in which it must be finished.</param>
/// <param name="ExclusionGroup">At most one initiative of a group is selected.</param>
public sealed record Initiative(
    [property: Code] string Code,
    [property: Text(200)] string Name,
    [property: Text(60)] string? Sponsor,
    [property: Ref(typeof(Team))] string? Team,
    [property: Between(1, Ranges.Quarters)] int DurationQuarters,
    [property: Between(Ranges.Least, 1)] double SuccessProbability,
    bool Mandatory,
    Quarter? Deadline,
    [property: Text(32)] string? ExclusionGroup,
    Ambition Ambition,
    InvestmentClass InvestmentClass) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>What an initiative costs in one funding round, in thousands.</summary>
public sealed record InitiativeCost(
    [property: Ref(typeof(Initiative))] string Initiative,
    [property: Ref(typeof(FundingRound))] string Round,
    [property: Between(0, Ranges.Money)] long Amount) : ModelRow
{
    public override RowKey Key => RowKey.Of(Initiative, Round);
}

/// <summary>The initiative needs the prerequisite to be selected and finished before.</summary>
public sealed record InitiativePrerequisite(
    [property: Ref(typeof(Initiative))] string Initiative,
    [property: Ref(typeof(Initiative))] string Prerequisite) : ModelRow
{
    public override RowKey Key => RowKey.Of(Initiative, Prerequisite);
}

/// <summary>What an initiative raises: levels of maturity of one capability in one unit.</summary>
/// <param name="Levels">+1..5.</param>
public sealed record Uplift(
    [property: Ref(typeof(Initiative))] string Initiative,
    [property: Ref(typeof(Capability))] string Capability,
    [property: Ref(typeof(BusinessUnit))] string BusinessUnit,
    [property: Between(1, 5)] int Levels) : ModelRow
{
    public override RowKey Key => RowKey.Of(Initiative, Capability, BusinessUnit);
}

/// <summary>Which share of an initiative's money goes to one capability in one unit.</summary>
/// <param name="Percent">0..100; an initiative's shares sum to at most 100, the rest is unmapped.</param>
public sealed record CostAllocation(
    [property: Ref(typeof(Initiative))] string Initiative,
    [property: Ref(typeof(Capability))] string Capability,
    [property: Ref(typeof(BusinessUnit))] string BusinessUnit,
    [property: Between(0, 100)] double Percent) : ModelRow
{
    public override RowKey Key => RowKey.Of(Initiative, Capability, BusinessUnit);
}
