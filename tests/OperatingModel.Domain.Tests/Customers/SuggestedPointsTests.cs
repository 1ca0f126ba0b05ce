using OperatingModel.Domain.Customers;

namespace OperatingModel.Domain.Tests.Customers;

public sealed class SuggestedPointsTests
{
    // Means 9 and 14 (F1-05): 39.1 % and 60.9 % of what the two have.
    private static readonly ModelRow[] Rated =
    [
        new Touchpoint("T1", "T1", "SHOP", null), new Touchpoint("T2", "T2", "TRAVEL", null), new Segment("X", "X", 1),
        new Expectation("E1", "T1", "X", "…", 9, 9), new Expectation("E2", "T2", "X", "…", 9, 4),
    ];

    [Fact]
    public void They_share_out_what_the_rated_stages_of_a_chain_have()
    {
        var suggested = SuggestedPoints.Of(
            Models.Of([
                Models.Chain(), Models.Stage("SHOP", 50), Models.Stage("TRAVEL", 30, order: 2), Models.Stage("REST", 20, order: 3), .. Rated,
            ]));
        suggested.Select(points => (points.Stage.Code, points.Points)).ShouldBe([("SHOP", 31), ("TRAVEL", 49)]);
    }

    [Fact]
    public void Each_chain_keeps_its_own_points_and_its_weight()
    {
        var model = Models.Of([Models.Chain(), Models.Chain("OTHER", 3), Models.Stage("SHOP", 40), Models.Stage("TRAVEL", 8, "OTHER"), .. Rated]);
        SuggestedPoints.Of(model).Select(points => (points.Stage.Code, points.Points)).ShouldBe([("SHOP", 40), ("TRAVEL", 8)]);
    }

    [Fact]
    public void A_chain_without_points_gets_a_hundred() =>
        SuggestedPoints
            .Of(Models.Of([Models.Chain(), Models.Stage("SHOP", 0), Models.Stage("TRAVEL", 0, order: 2), .. Rated]))
            .Select(points => points.Points)
            .ShouldBe([39, 61]);

    [Theory]
    [InlineData(36.2, false)]
    [InlineData(36, true)]
    [InlineData(42.1, false)]
    [InlineData(42.2, true)]
    public void More_than_three_points_of_a_hundred_are_a_question(double chosen, bool isQuestion) =>
        SuggestedPoints
            .Of(Models.Of([Models.Chain(), Models.Stage("SHOP", chosen), Models.Stage("TRAVEL", 100 - chosen, order: 2), .. Rated]))[0]
            .IsQuestion.ShouldBe(isQuestion);

    [Fact]
    public void Applied_to_all_nothing_is_left_to_ask()
    {
        var model = Models.Of([Models.Chain(), Models.Stage("SHOP", 80), Models.Stage("TRAVEL", 20, order: 2), .. Rated]);
        var changes = SuggestedPoints.Apply(model, ["SHOP", "TRAVEL"]);
        changes.Count.ShouldBe(2);
        var applied = model.With(changes, 2);
        applied.Stages.Select(stage => stage.ValueWeight).ShouldBe([39, 61]);
        SuggestedPoints.Of(applied).ShouldAllBe(points => points.Points == points.Stage.ValueWeight && !points.IsQuestion);
    }

    [Fact]
    public void Applied_to_one_the_others_keep_theirs()
    {
        var model = Models.Of([Models.Chain(), Models.Stage("SHOP", 80), Models.Stage("TRAVEL", 20, order: 2), .. Rated]);
        model.With(SuggestedPoints.Apply(model, ["SHOP"]), 2).Stages.Select(stage => stage.ValueWeight).ShouldBe([39, 20]);
    }
}
