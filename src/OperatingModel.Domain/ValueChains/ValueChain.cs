namespace OperatingModel.Domain.ValueChains;

/// <summary>The ordered end-to-end path by which a customer receives value (value stream).</summary>
/// <param name="Weight">Weight against the model's other chains, 0 or more; only ratios count.</param>
public sealed record ValueChain(
    [property: Code] string Code,
    [property: Text(200)] string Name,
    [property: Between(Ranges.Least, Ranges.Weight)] double Weight = 1) : ModelRow
{
    public const int MaxStages = 40;

    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>Whether customers pass through a stage or it collects shared abilities (Porter).</summary>
public enum StageKind
{
    Primary,
    Support,
}

/// <summary>One step of a value chain that adds a recognisable piece of value.</summary>
/// <param name="Code">Unique in the model, not only in the chain.</param>
/// <param name="Order">Place in the chain, from 1.</param>
/// <param name="ValueWeight">Points, 0..100; only shares count.</param>
/// <param name="ValueItem">What the customer has after the stage.</param>
public sealed record Stage(
    [property: Code] string Code,
    [property: Ref(typeof(ValueChain))] string Chain,
    [property: Text(120)] string Name,
    [property: Between(1, Ranges.Order)] int Order,
    StageKind Kind,
    [property: Between(0, 100)] double ValueWeight,
    [property: Text(300, MayBeEmpty = true)] string? ValueItem) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}
