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
        var suggestions = Opportunity.StageSuggestions(ModelOf(
            input.GetProperty("expectations").EnumerateArray().Select(e => (e.Text("stage")!, e.Text("segment")!, e.Number("importance"), e.Number("satisfaction"))),
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

    internal static ModelSnapshot ModelOf(IEnumerable<(string Stage, string Segment, double? Importance, double? Satisfaction)> expectations, IEnumerable<(string Code, double Share)> segments)
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
