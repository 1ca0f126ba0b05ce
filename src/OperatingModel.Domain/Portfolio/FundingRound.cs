namespace OperatingModel.Domain.Portfolio;

/// <summary>A budget decision window. The order of the list is the order of the rounds.</summary>
/// <param name="Budget">Thousands of the model currency.</param>
public sealed record FundingRound(
    [property: Code] string Code,
    [property: Between(0, Ranges.Money)] long Budget,
    Quarter FirstQuarter,
    Quarter LastQuarter) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>The answer to a request for money.</summary>
public enum FundingState
{
    Proposed,
    Approved,
    Deferred,
    Rejected,
}

/// <summary>What a funding decision rests on.</summary>
public enum FundingBasis
{
    HeatMap,
    SponsorRequest,
    Mandatory,
    Other,
}

/// <summary>What was granted to an initiative in a round.</summary>
/// <param name="Scenario">Name of the decision set.</param>
/// <param name="Amount">Thousands of the model currency.</param>
/// <param name="Rationale">Required: a decision without a reason is not one.</param>
public sealed record FundingDecision(
    [property: Text(32)] string Scenario,
    [property: Ref(typeof(FundingRound))] string Round,
    [property: Ref(typeof(Initiative))] string Initiative,
    [property: Between(0, Ranges.Money)] long Amount,
    FundingState State,
    FundingBasis Basis,
    [property: Text(1000)] string Rationale) : ModelRow
{
    public override RowKey Key => RowKey.Of(Scenario, Round, Initiative);
}
