namespace OperatingModel.Domain;

/// <summary>
/// The widest numbers a model holds. They are far beyond any organisation, yet small enough that no figure calculated from them overflows.
/// A number outside is a typing error.
/// </summary>
internal static class Ranges
{
    /// <summary>The smallest number above 0: nobody gives or counts anything smaller.</summary>
    public const double Least = 0.000001;

    /// <summary>Points and weights of which only the ratios count.</summary>
    public const double Weight = 1_000_000_000;

    /// <summary>Amounts in thousands, or in units where a file gives those; a million of them still add up exactly.</summary>
    public const double Money = 1_000_000_000_000;

    public const double Customers = 100_000_000_000;

    /// <summary>People, full-time equivalents.</summary>
    public const double People = 10_000_000;

    public const double Days = 100_000;

    /// <summary>A century.</summary>
    public const double Quarters = 400;

    /// <summary>Places in a row.</summary>
    public const double Order = 1_000_000;
}
