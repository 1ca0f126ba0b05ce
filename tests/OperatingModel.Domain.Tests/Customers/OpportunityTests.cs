using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Customers;

public sealed class OpportunityTests
{
    [Theory]
    [InlineData("F1-01")]
    [InlineData("F1-02")]
    [InlineData("F1-03")]
    [InlineData("F1-04")]
    public void Importance_counts_once_and_what_it_exceeds_satisfaction_by_again(string id) =>
        Opportunity.Score(MethodVectors.Input(id).Number("importance")!.Value, MethodVectors.Input(id).Number("satisfaction")!.Value)
            .ShouldBe(MethodVectors.Expected(id).GetDouble(), 1e-9);

    [Fact]
    public void Stage_weights_follow_the_mean_opportunity() // F1-05
    {
        var input = MethodVectors.Input("F1-05");
        var suggestions = Opportunity.StageSuggestions(
            ModelOf(
                input
                    .GetProperty("expectations")
                    .EnumerateArray()
                    .Select(e => (e.Text("stage")!, e.Text("segment")!, e.Number("importance"), e.Number("satisfaction"))),
                input.GetProperty("segmentShare").EnumerateObject().Select(share => (share.Name, share.Value.GetDouble()))));
        suggestions.Count.ShouldBe(2);
        foreach (var suggestion in suggestions)
        {
            suggestion.MeanOpportunity.ShouldBe(MethodVectors.Expected("F1-05").GetProperty("meanOpportunity").Number(suggestion.Stage)!.Value, 1e-9);
            suggestion.SuggestedShare.ShouldBe(MethodVectors.Expected("F1-05").GetProperty("suggestedShare").Number(suggestion.Stage)!.Value, 1e-9);
        }
    }

    [Fact]
    public void What_has_not_been_asked_yet_is_left_out()
    {
        var suggestions = Opportunity.StageSuggestions(ModelOf([("SHOP", "X", 8, null), ("SHOP", "X", null, 2), ("TRAVEL", "X", 9, 4)], [("X", 1)]));
        suggestions.Select(s => (s.Stage, s.SuggestedShare)).ShouldBe([("TRAVEL", 1)]);
    }

    [Theory]
    [InlineData(9, 7, ServiceZone.UnderServed)]
    [InlineData(9, 8, ServiceZone.AppropriatelyServed)]
    [InlineData(10, 10, ServiceZone.AppropriatelyServed)]
    [InlineData(4.5, 5, ServiceZone.OverServed)]
    [InlineData(0, 0, ServiceZone.AppropriatelyServed)]
    public void An_expectation_is_under_served_above_an_opportunity_of_10_and_over_served_where_satisfaction_exceeds_importance(
        double importance,
        double satisfaction,
        ServiceZone zone) => Opportunity.ZoneOf(importance, satisfaction).ShouldBe(zone);

    internal static ModelSnapshot ModelOf(
        IEnumerable<(string Stage, string Segment, double? Importance, double? Satisfaction)> expectations,
        IEnumerable<(string Code, double Share)> segments)
    {
        var rows = expectations.ToArray();
        return Models.Of(
        [
            Models.Chain(),
            .. rows.Select(e => e.Stage).Distinct().Select(stage => Models.Stage(stage, 10)),
            .. rows.Select(e => e.Stage).Distinct().Select(stage => new Touchpoint("T-" + stage, stage, stage, null)),
            .. segments.Select(segment => new Segment(segment.Code, segment.Code, segment.Share)),
            .. rows.Select((e, i) => new Expectation($"E{i}", "T-" + e.Stage, e.Segment, "…", e.Importance, e.Satisfaction)),
        ]);
    }
}

/// <summary>What holds for every set of expectations (F1).</summary>
public sealed class OpportunityRuleTests
{
    private static readonly Gen<Asked> AnyExpectations = Gen.Choose(0, int.MaxValue - 1).Select(seed => new Asked(seed));

    [Fact]
    public void Scores_lie_between_0_and_20_rise_with_importance_and_fall_with_satisfaction()
    {
        foreach (var (importance, satisfaction) in from i in Enumerable.Range(0, 101) from s in Enumerable.Range(0, 101) select (i / 10.0, s / 10.0))
        {
            var score = Opportunity.Score(importance, satisfaction);
            score.ShouldBeInRange(0, 20);
            (importance >= 10 || Opportunity.Score(importance + 0.1, satisfaction) >= score).ShouldBeTrue();
            (satisfaction >= 10 || Opportunity.Score(importance, satisfaction + 0.1) <= score).ShouldBeTrue();
        }
    }

    [Fact]
    public void Suggested_shares_add_up_to_one_and_do_not_depend_on_the_scale_of_segment_shares() => RandomModels.ForAll(AnyExpectations, asked =>
    {
        var suggestions = Opportunity.StageSuggestions(OpportunityTests.ModelOf(asked.Expectations, asked.Segments));
        var scaled = Opportunity.StageSuggestions(OpportunityTests.ModelOf(asked.Expectations, asked.Segments.Select(s => (s.Code, s.Share * 7))));
        suggestions.Sum(s => s.SuggestedShare).ShouldBe(1, 1e-9);
        foreach (var (suggestion, other) in suggestions.Zip(scaled))
        {
            other.SuggestedShare.ShouldBe(suggestion.SuggestedShare, 1e-9);
            suggestion.Explain().Terms.Sum(term => term.Amount).ShouldBe(suggestion.MeanOpportunity, 1e-9);
        }
    });

    private sealed record Asked(int Seed)
    {
        public IReadOnlyList<(string Code, double Share)> Segments =>
            [.. new[] { "X", "Y", "Z" }.Select((code, i) => (code, (double)new Random(Seed + i).Next(1, 9)))];

        public IReadOnlyList<(string Stage, string Segment, double? Importance, double? Satisfaction)> Expectations { get; } = Of(new Random(Seed));

        private static (string, string, double?, double?)[] Of(Random random) =>
            [
                .. Enumerable
                    .Range(0, random.Next(1, 9))
                    .Select(_ =>
                        (
                            RandomModels.Pick(random, "S1", "S2", "S3"),
                            RandomModels.Pick(random, "X", "Y", "Z"),
                            (double?)random.Next(1, 11),
                            (double?)random.Next(11))),
            ];
    }
}
