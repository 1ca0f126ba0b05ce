using System.Text.Json;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.HeatMaps.Sensitivity;

public sealed class StabilityTests
{
    private static readonly ModelSnapshot Mini = MethodVectors.Model("MINI");

    [Theory]
    [InlineData("F6-01")]
    [InlineData("F6-02")]
    public void Intervals_of_the_small_model_follow_the_method(string id)
    {
        var input = MethodVectors.Input(id);
        var scope = Enum.Parse<StabilityScope>(input.Text("scope")!);
        ShouldMatch(Stability.Of(Mini.Cube, Mini.Cube.StageIndex(input.Text("stage")!), scope), MethodVectors.Expected(id), 1e-9);
    }

    [Fact]
    public void A_stage_that_carries_everything_has_no_interval()
    {
        var cube = Mini.Cube.Reweighted(Mini.Cube.Weights.WithStagePoints("SHOP", 0));
        var travel = Stability.Of(cube, cube.StageIndex("TRAVEL"), StabilityScope.Top1);
        (travel.Weight, travel.Low, travel.High).ShouldBe((1, null, null));
        var shop = Stability.Of(cube, cube.StageIndex("SHOP"), StabilityScope.Top1);
        (shop.Weight, shop.Low, shop.LowRelative).ShouldBe((0, 0, null));
        shop.HighPair.ShouldBe(new FlippingPair("P.2", "P.1"));
    }

    internal static void ShouldMatch(StabilityInterval actual, JsonElement expected, double tolerance)
    {
        var what = actual.Stage;
        actual.Stage.ShouldBe(expected.Text("stage"));
        actual.Weight.ShouldBe(expected.Number("weight")!.Value, tolerance, what);
        actual.Low.ShouldBeNear(expected.Number("low"), tolerance, what);
        actual.High.ShouldBeNear(expected.Number("high"), tolerance, what);
        actual.LowRelative.ShouldBeNear(expected.Number("lowRelative"), tolerance, what);
        actual.HighRelative.ShouldBeNear(expected.Number("highRelative"), tolerance, what);
        actual.LowPair.ShouldBe(Pair(expected.GetProperty("lowPair")), what);
        actual.HighPair.ShouldBe(Pair(expected.GetProperty("highPair")), what);
    }

    private static FlippingPair? Pair(JsonElement pair) =>
        pair.ValueKind == JsonValueKind.Null ? null : new FlippingPair(pair[0].GetString()!, pair[1].GetString()!);
}

public sealed class KendallTauTests
{
    [Theory]
    [InlineData("F6-04")]
    [InlineData("F6-05")]
    [InlineData("F6-06")]
    public void Rank_correlation_is_the_published_one(string id) => KendallTau.Of(Numbers(id, "x"), Numbers(id, "y"))
        .ShouldBeNear(MethodVectors.Expected(id).ValueKind == JsonValueKind.Null ? null : MethodVectors.Expected(id).GetDouble(), 1e-9, id);

    [Fact]
    public void No_vector_of_the_sensitivity_is_left_out() =>
        MethodVectors.Ids("F6").ShouldBe(["F6-01", "F6-02", "F6-03", "F6-04", "F6-05", "F6-06"]);

    private static double[] Numbers(string id, string name) =>
        [.. MethodVectors.Input(id).GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];
}
