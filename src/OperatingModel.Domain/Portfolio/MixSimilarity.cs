namespace OperatingModel.Domain.Portfolio;

/// <summary>One category of a mix, as shares of its side, 0..1.</summary>
public sealed record MixRow(string Category, double Actual, double Target)
{
    /// <summary>Positive where there is more than wanted.</summary>
    public double Delta => Actual - Target;
}

/// <summary>
/// How like two mixes are (F16): <c>1 − ½ Σ |actual share − target share|</c>. Used for effort, investment classes and ambitions.
/// </summary>
/// <param name="Index">0..1, 1 when the shares are equal; null when one side has nothing.</param>
/// <param name="Rows">Categories of either side in ordinal order; empty when one side has nothing.</param>
public sealed record MixSimilarity(double? Index, IReadOnlyList<MixRow> Rows)
{
    /// <summary>Compares two mixes of amounts; a category that one side lacks counts as 0 there.</summary>
    public static MixSimilarity Of(IReadOnlyDictionary<string, double> actual, IReadOnlyDictionary<string, double> target)
    {
        var (actualTotal, targetTotal) = (actual.Values.Sum(), target.Values.Sum());
        if (actualTotal <= 0 || targetTotal <= 0)
        {
            return new MixSimilarity(null, []);
        }

        MixRow[] rows =
        [
            .. actual.Keys.Union(target.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(category => new MixRow(category, actual.GetValueOrDefault(category) / actualTotal, target.GetValueOrDefault(category) / targetTotal)),
        ];
        return new MixSimilarity(Math.Clamp(1 - (rows.Sum(row => Math.Abs(row.Delta)) / 2), 0, 1), rows);
    }

    /// <summary>Opens the index: what both sides have in common, category by category.</summary>
    public Explanation Explain(string title) => Index is { } index
        ? new Explanation(
            title,
            $"1 − ½ Σ |actual share − target share| = {FigureText.Of(index, 2)}",
            index,
            [.. Rows.Select(row => new ExplanationTerm(
                row.Category, [row.Category], Math.Min(row.Actual, row.Target), $"actual {FigureText.Percent(row.Actual)}, target {FigureText.Percent(row.Target)}"))],
            [],
            [.. Rows.Where(row => row.Delta < -Tolerance.Value).OrderBy(row => row.Delta).Take(1)
                .Select(row => $"{FigureText.Percent(-row.Delta)} of all more in {row.Category} would close its gap.")])
        : new Explanation(title, "One side has nothing to compare.", null, [], [], []);
}
