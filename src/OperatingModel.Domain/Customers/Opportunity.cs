using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Customers;

/// <summary>An expectation with its opportunity score.</summary>
/// <param name="SegmentShare">Share of its segment, in the segment's own points.</param>
/// <param name="Score">0..20.</param>
public sealed record ExpectationOpportunity(Expectation Expectation, double SegmentShare, double Score);

/// <summary>What customers say a stage should weigh. A suggestion: the points are the user's.</summary>
/// <param name="MeanOpportunity">Mean score weighted by segment share, 0..20.</param>
/// <param name="SuggestedShare">0..1, over all stages that have expectations.</param>
public sealed record StageSuggestion(
    string Stage, string Name, double MeanOpportunity, double SuggestedShare, IReadOnlyList<ExpectationOpportunity> Expectations)
{
    /// <summary>Why the mean is what it is: each expectation with its part.</summary>
    public Explanation Explain()
    {
        var weight = Expectations.Sum(e => e.SegmentShare);
        return new Explanation(
            $"Mean opportunity of {Name}",
            "Mean over the expectations, weighted by segment share: importance plus what importance exceeds satisfaction by.",
            MeanOpportunity,
            Opportunity.Unit,
            [.. Expectations.Select(e => Term(e, weight))],
            [$"Suggested share of all stages: {FigureText.Percent(SuggestedShare)}."],
            [
                .. Expectations
                    .Where(e => e.Expectation.Importance > e.Expectation.Satisfaction)
                    .OrderByDescending(e => e.SegmentShare * e.Score)
                    .Take(3)
                    .Select(e =>
                        $"If “{e.Expectation.Statement}” were fully satisfied, the mean would fall to {FigureText.Of(Satisfied(e, weight), 2)}."),
            ])
        {
            Inputs = [ModelInput.Of<Stage>(Stage, Name)],
        };
    }

    private static ExplanationTerm Term(ExpectationOpportunity e, double weight) => new(
        e.Expectation.Statement,
        [ModelInput.Of<Expectation>(e.Expectation.Code, e.Expectation.Statement)],
        e.SegmentShare / weight * e.Score,
        $"importance {FigureText.Of(e.Expectation.Importance)} and satisfaction {FigureText.Of(e.Expectation.Satisfaction)} of 10")
    {
        Formula = Formula.Of("opportunity", e.Score, FigureUnit.Points) * Formula.Of("weight", e.SegmentShare / weight, FigureUnit.Share),
    };

    private double Satisfied(ExpectationOpportunity e, double weight) =>
        MeanOpportunity - (e.SegmentShare / weight * (e.Score - (e.Expectation.Importance ?? 0)));
}

/// <summary>Opportunity scores after Ulwick, and the stage weights they suggest (F1).</summary>
public static class Opportunity
{
    /// <summary>Opportunities above this are under-served.</summary>
    public const double UnderServedAbove = 10;

    internal static readonly FigureUnit Unit = new("of 20", 2);

    /// <summary>importance + max(importance − satisfaction, 0), 0..20.</summary>
    /// <param name="importance">0..10.</param>
    /// <param name="satisfaction">0..10.</param>
    public static double Score(double importance, double satisfaction) => importance + Math.Max(importance - satisfaction, 0);

    /// <summary>Under-served above an opportunity of 10, over-served where satisfaction exceeds importance.</summary>
    /// <inheritdoc cref="Score"/>
    public static ServiceZone ZoneOf(double importance, double satisfaction) =>
        Tolerance.Greater(satisfaction, importance) ? ServiceZone.OverServed
        : Tolerance.Greater(Score(importance, satisfaction), UnderServedAbove) ? ServiceZone.UnderServed
        : ServiceZone.AppropriatelyServed;

    /// <summary>Suggestions for the stages that have rated expectations, in the order of the stage list.</summary>
    public static IReadOnlyList<StageSuggestion> StageSuggestions(ModelSnapshot model)
    {
        var touchpoints = model.Table<Touchpoint>();
        var segments = model.Table<Segment>();
        var byStage = model
            .Table<Expectation>()
            .Select(expectation =>
                (Stage: touchpoints.Find(expectation.Touchpoint)?.Stage, Opportunity: Of(expectation, segments.Find(expectation.Segment))))
            .Where(rated => rated is { Stage: not null, Opportunity: not null })
            .ToLookup(rated => rated.Stage, rated => rated.Opportunity!, StringComparer.Ordinal);
        (Stage Stage, ExpectationOpportunity[] Rated)[] stages =
        [
            .. model.Stages.Select(stage => (stage, byStage[stage.Code].ToArray())).Where(stage => stage.Item2.Length > 0),
        ];
        double[] means = [.. stages.Select(stage => stage.Rated.Sum(e => e.SegmentShare * e.Score) / stage.Rated.Sum(e => e.SegmentShare))];
        var shares = Weights.SharesOrZero(means);
        return [.. stages.Select((stage, i) => new StageSuggestion(stage.Stage.Code, stage.Stage.Name, means[i], shares[i], stage.Rated))];
    }

    private static ExpectationOpportunity? Of(Expectation expectation, Segment? segment) =>
        expectation is { Importance: { } importance, Satisfaction: { } satisfaction } && segment is { Share: > 0 }
            ? new ExpectationOpportunity(expectation, segment.Share, Score(importance, satisfaction))
            : null;
}
