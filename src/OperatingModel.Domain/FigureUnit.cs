namespace OperatingModel.Domain;

/// <summary>What a figure counts in, and how many digits of it a reader sees.</summary>
/// <param name="Name">The word behind the number, e.g. <c>points</c>, <c>of 100</c> or <c>kEUR</c>; empty where the number needs none.</param>
/// <param name="Decimals">Digits behind the decimal sign, 0 or more; for a share, digits of the percentage.</param>
/// <param name="IsShare">Whether the figure is a share, written as a percentage.</param>
public sealed record FigureUnit(string Name, int Decimals, bool IsShare = false)
{
    /// <summary>A number without a unit of its own, such as a factor.</summary>
    public static FigureUnit Plain { get; } = new("", 2);

    public static FigureUnit Heat { get; } = new("of 100", 1);

    /// <summary>Priority and need.</summary>
    public static FigureUnit Points { get; } = new("points", 1);

    public static FigureUnit Share { get; } = new("", 1, IsShare: true);

    /// <summary>An index between 0 and 1.</summary>
    public static FigureUnit Index { get; } = new("of 1", 2);

    public static FigureUnit Fte { get; } = new("FTE", 2);

    /// <summary>Whole things.</summary>
    /// <param name="nouns">What is counted, in the plural.</param>
    public static FigureUnit Count(string nouns = "") => new(nouns, 0);

    /// <summary>The number that is printed with this many digits more than usual.</summary>
    public double Rounded(double value, int more) => IsShare
        ? FigureText.Rounded(value * 100, Decimals + more) / 100
        : FigureText.Rounded(value, Decimals + more);

    /// <summary>The number as it stands in a sentence, without the name of the unit.</summary>
    public string Text(double value, int more = 0) => IsShare ? FigureText.Percent(value, Decimals + more) : FigureText.Of(value, Decimals + more);

    /// <summary>The number as it stands in a column.</summary>
    public string Column(double value, int more = 0) => IsShare
        ? FigureText.Fixed(value * 100, Decimals + more) + FigureText.PercentSign
        : FigureText.Fixed(value, Decimals + more);

    /// <summary>The number with the name of its unit; null is printed as unknown.</summary>
    public string Full(double? value) => value is { } known ? Name.Length == 0 ? Text(known) : $"{Text(known)} {Name}" : "unknown";
}
