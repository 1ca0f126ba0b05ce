namespace OperatingModel.Domain.Portfolio;

/// <summary>What the architecture function advises.</summary>
public enum Stance
{
    Endorse,
    EndorseWithConditions,
    Defer,
    Oppose,
}

/// <summary>Advice of the architecture function before funding; at most one current per initiative.</summary>
public sealed record ArchitectureRecommendation(
    [property: Ref(typeof(Initiative))] string Initiative,
    Stance Stance,
    [property: Text(1000, MayBeEmpty = true)] string? Rationale,
    DateOnly? DecidedOn,
    [property: Text(120)] string? Author) : ModelRow
{
    public override RowKey Key => RowKey.Of(Initiative);
}

/// <summary>What the security function says of an initiative.</summary>
public enum SecurityStatus
{
    NotReviewed,
    Cleared,
    Conditional,
    Vetoed,
}

/// <summary>Whom a condition or veto protects.</summary>
public enum Protects
{
    Customers,
    Employees,
    Business,
}

/// <summary>The power to say no: a vetoed initiative cannot be selected, approved or started; only a veto role sets or lifts it.</summary>
/// <param name="Reason">Required when Conditional or Vetoed.</param>
public sealed record SecurityReview(
    [property: Ref(typeof(Initiative))] string Initiative,
    SecurityStatus Status,
    Protects? Protects,
    [property: Text(1000, MayBeEmpty = true)] string? Reason,
    [property: Text(120)] string? Reviewer,
    DateOnly? DecidedOn) : ModelRow
{
    public override RowKey Key => RowKey.Of(Initiative);
}
