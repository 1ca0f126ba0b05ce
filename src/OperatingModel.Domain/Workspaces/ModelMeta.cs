namespace OperatingModel.Domain.Workspaces;

/// <summary>What a model is about. One per model.</summary>
/// <param name="AsOf">Pinned as-of date; null means today. Ageing of assessments counts from it.</param>
/// <param name="MoneyUnit">Amounts are whole thousands of the currency, e.g. <c>kEUR</c>.</param>
/// <param name="FirstQuarter">Start of the planning horizon.</param>
/// <param name="QuarterCount">Length of the planning horizon, 4..20 quarters.</param>
public sealed record ModelMeta(
    [property: Code] string Code,
    [property: Text(200)] string Name,
    [property: Text(120, MayBeEmpty = true)] string? Industry,
    DateOnly? AsOf,
    [property: Text(8)] string Currency,
    [property: Text(16)] string MoneyUnit,
    [property: Text(16, MayBeEmpty = true)] string? RevenueUnit,
    Quarter FirstQuarter,
    [property: Between(4, 20)] int QuarterCount,
    [property: Text(500, MayBeEmpty = true)] string? Disclaimer) : ModelRow
{
    public override RowKey Key => RowKey.Of("meta");

    /// <summary>The quarters of the planning horizon, in order.</summary>
    public IEnumerable<Quarter> Quarters => Enumerable.Range(0, QuarterCount).Select(i => FirstQuarter + i);
}
