namespace OperatingModel.Domain.Leadership;

/// <summary>One category of a mix.</summary>
/// <param name="Actual">Share, 0..1.</param>
/// <param name="Target">Share, 0..1.</param>
public sealed record MixRow(string Category, double Actual, double Target)
{
    /// <summary>Actual minus target: above 0 there is more of it than wanted.</summary>
    public double Delta => Actual - Target;
}

/// <summary>
/// How alike an actual and a target mix are (F16): 1 − ½ Σ |actual share − target share|. What is missing to 1 is the share that
/// would have to move. Categories absent on one side count as 0.
/// </summary>
/// <param name="Index">0..1; null when one side is empty.</param>
/// <param name="Rows">In ordinal order of categories; empty when the index is null.</param>
public sealed record MixSimilarity(double? Index, IReadOnlyList<MixRow> Rows)
{
    /// <param name="actual">Amounts, 0 or more, in any unit.</param>
    /// <param name="target">Amounts, 0 or more, in any unit.</param>
    public static MixSimilarity Of(IReadOnlyDictionary<string, double> actual, IReadOnlyDictionary<string, double> target)
    {
        var (actualTotal, targetTotal) = (actual.Values.Sum(), target.Values.Sum());
        if (actualTotal <= 0 || targetTotal <= 0)
        {
            return new MixSimilarity(null, []);
        }

        MixRow[] rows =
        [
            .. actual
                .Keys.Union(target.Keys)
                .Order(StringComparer.Ordinal)
                .Select(category => new MixRow(
                    category,
                    actual.GetValueOrDefault(category) / actualTotal,
                    target.GetValueOrDefault(category) / targetTotal)),
        ];
        return new MixSimilarity(Math.Clamp(1 - (rows.Sum(row => Math.Abs(row.Delta)) / 2), 0, 1), rows);
    }

    /// <param name="mix">What the mix is about, e.g. <c>IT effort</c>.</param>
    public Explanation Explain(string mix) => Index is not { } index
        ? Explanation.Unknown($"Similarity of {mix} to its target", "One side of the comparison is empty.", FigureUnit.Index)
        : new Explanation(
            $"Similarity of {mix} to its target",
            "1 less half the sum of the differences between actual and target shares: the rest would have to move.",
            index,
            FigureUnit.Index,
            [new ExplanationTerm("All shares equal", [], 1), .. Rows.Select(Term)],
            ["Targets are the user's own; benchmarks are context and never enter the figure."],
            [
                .. Rows.Where(row => Tolerance.Greater(row.Delta, 0)).OrderByDescending(row => row.Delta).Take(1).Select(row =>
                    $"Most would be gained by moving {FigureText.Percent(row.Delta)} away from {EnumWords.Label(row.Category)}."),
            ])
        {
            Formula = 1 - (0.5 * Formula.Of("sum of differences", Rows.Sum(row => Math.Abs(row.Delta)), FigureUnit.Share)),
        };

    private static ExplanationTerm Term(MixRow row) => new(EnumWords.Label(row.Category), [], -Math.Abs(row.Delta) / 2)
    {
        Formula = row.Delta >= 0
            ? -0.5 * (Formula.Of("now", row.Actual, FigureUnit.Share) - Formula.Of("target", row.Target, FigureUnit.Share))
            : -0.5 * (Formula.Of("target", row.Target, FigureUnit.Share) - Formula.Of("now", row.Actual, FigureUnit.Share)),
    };
}
