namespace OperatingModel.Domain.BusinessUnits;

/// <summary>The figure by which business units are weighted.</summary>
public enum WeightBasis
{
    Revenue,
    Customers,
    Equal,
    Manual,
}

/// <summary>A part of the group that runs the same value chain for its own market. Weight 0 is out of scope.</summary>
/// <param name="Revenue">In the model's revenue unit.</param>
/// <param name="Customers">Number of customers, any unit used throughout.</param>
/// <param name="Weight">Weight given by hand, 0 or more. Its range covers every figure from which it may be taken over.</param>
public sealed record BusinessUnit(
    [property: Code] string Code,
    [property: Text(120)] string Name,
    [property: Between(0, Ranges.Money)] double? Revenue,
    [property: Text(300, MayBeEmpty = true)] string? Description,
    [property: Between(0, Ranges.Customers)] double? Customers = null,
    [property: Between(0, Ranges.Money)] double? Weight = null) : ModelRow
{
    public const int MaxUnits = 500;

    public override RowKey Key => RowKey.Of(Code);

    /// <summary>The weight on this basis before normalisation; 0 where the figure is missing.</summary>
    public double WeightOn(WeightBasis basis) => FigureOn(basis) ?? 0;

    /// <summary>The figure of the unit on this basis; null until somebody gives it.</summary>
    public double? FigureOn(WeightBasis basis) => basis switch
    {
        WeightBasis.Revenue => Revenue,
        WeightBasis.Customers => Customers,
        WeightBasis.Equal => 1,
        WeightBasis.Manual => Weight,
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };
}
