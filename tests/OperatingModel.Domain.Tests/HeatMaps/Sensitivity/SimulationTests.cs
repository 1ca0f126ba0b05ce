using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.HeatMaps.Sensitivity;

public sealed class SimulationTests
{
    [Fact]
    public void The_small_model_fares_as_the_method_says() // F6-03
    {
        var result = Simulation.Run(
            MethodVectors.Model("MINI").Cube,
            new SimulationSettings(Runs: 500, Seed: 7, Delta: 0.25, K: 2),
            cancellation: TestContext.Current.CancellationToken);
        foreach (var expected in MethodVectors.Expected("F6-03").EnumerateObject())
        {
            var rank = result.Ranks.Single(rank => rank.Code == expected.Name);
            rank.First.ShouldBe(expected.Value.Number("top1")!.Value, 0.005);
            rank.Top.ShouldBe(expected.Value.Number("topK")!.Value, 0.005);
            rank.ExpectedRank.ShouldBeNear(expected.Value.Number("expectedRank"), 0.005, expected.Name);
        }
    }
}
