namespace OperatingModel.Domain.HeatMaps.Sensitivity;

/// <summary>What remains of the order under another convention (F6c).</summary>
/// <param name="Name">Stable identifier.</param>
/// <param name="Label">For people.</param>
/// <param name="Pairs">How the two orders place each pair of leaves.</param>
/// <param name="TopKept">How many of the first stay among the first.</param>
/// <param name="Top">How many first ones are compared.</param>
public sealed record ConventionAgreement(string Name, string Label, PairCounts Pairs, int TopKept, int Top)
{
    /// <summary>Agreement of the two orders, -1..1; null when one is constant.</summary>
    public double? TauB => Pairs.TauB;

    /// <summary>Two or more of the first drop out: show it in red.</summary>
    public bool IsFragile => Top - TopKept >= 2;

    public Explanation Explain() => TauB is not { } tau
        ? Explanation.Unknown($"Agreement of the order with: {Label}", "One of the orders has no two different places: unknown.", FigureUnit.Index)
        : new Explanation(
            $"Agreement of the order with: {Label}",
            "Pairs in the same order less pairs reversed, divided by all pairs but for ties (Kendall's τ-b): 1 is the same order, -1 the reverse.",
            tau,
            FigureUnit.Index,
            [
                new ExplanationTerm("Pairs in the same order", [], Pairs.Same / Pairs.Scale, $"{Pairs.Same} pairs"),
                new ExplanationTerm("Pairs reversed", [], -Pairs.Reversed / Pairs.Scale, $"{Pairs.Reversed} pairs"),
            ],
            [$"{TopKept} of the first {Top} stay among the first{(IsFragile ? ": the order depends on the convention" : "")}."],
            [])
        {
            Formula = (Formula.Of("same", Pairs.Same) - Formula.Of("reversed", Pairs.Reversed)) / Formula.Of("pairs", Pairs.Scale, FigureUnit.Plain),
        };
}

/// <summary>Recomputes the order under the conventions a reviewer may contest.</summary>
public static class ConventionCheck
{
    private const int Top = 5;

    public static IReadOnlyList<ConventionAgreement> Of(HeatCube cube)
    {
        var weights = cube.Weights;
        return
        [
            Compare(cube, "alpha=2", "Importance counts squared (α = 2)", weights with { Alpha = 2 }),
            Compare(cube, "gamma=0.5", "Small gaps count more (γ = ½)", weights with { Gamma = 0.5 }),
            Compare(cube, "equal BU weights", "All business units weigh the same", EqualUnits(cube)),
            Compare(
                cube,
                "linear contribution 1-2-3",
                "Links count 3-2-1 instead of 9-3-1",
                weights with
                {
                    Minor = 1,
                    Supporting = 2,
                    Critical = 3,
                }),
        ];
    }

    // Only units in scope: a unit of weight 0 stays out.
    private static HeatWeights EqualUnits(HeatCube cube) =>
        cube.Units.Aggregate(cube.Weights, (weights, unit) => weights.WithUnitWeight(unit.Code, 1));

    private static ConventionAgreement Compare(HeatCube cube, string name, string label, HeatWeights weights)
    {
        var other = cube.Reweighted(weights).Priorities;
        var pairs = cube.Priorities.Ranked
            .Select(item => (Base: item.Value ?? 0, Other: other.Find(item.Node)?.Value ?? 0))
            .ToArray();
        var first = cube.Priorities.Ranked.Take(Top).Select(item => item.Node).ToHashSet();
        return new ConventionAgreement(
            name,
            label,
            KendallTau.Compare([.. pairs.Select(p => p.Base)], [.. pairs.Select(p => p.Other)]),
            other.Ranked.Take(Top).Count(item => first.Contains(item.Node)),
            first.Count);
    }
}
