using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Customers;

/// <summary>A group of customers with shared needs.</summary>
/// <param name="Share">Points by customer value or revenue; normalised.</param>
public sealed record Segment(
    [property: Code] string Code,
    [property: Text(120)] string Name,
    [property: Between(Ranges.Least, Ranges.Weight)] double Share) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>A contact between customer and company inside a stage (moment of truth).</summary>
public sealed record Touchpoint(
    [property: Code] string Code,
    [property: Text(120)] string Name,
    [property: Ref(typeof(Stage))] string Stage,
    [property: Text(80, MayBeEmpty = true)] string? Channel) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>What a segment wants at a touchpoint, in the customer's words: a leverage point.</summary>
/// <param name="Importance">0..10, one decimal; null until asked.</param>
/// <param name="Satisfaction">0..10, one decimal; null until asked.</param>
public sealed record Expectation(
    [property: Code] string Code,
    [property: Ref(typeof(Touchpoint))] string Touchpoint,
    [property: Ref(typeof(Segment))] string Segment,
    [property: Text(300)] string Statement,
    [property: Between(0, 10)] double? Importance,
    [property: Between(0, 10)] double? Satisfaction) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}
