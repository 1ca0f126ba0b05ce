using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests;

public sealed class WeightsTests
{
    [Fact]
    public void Weights_become_shares_of_their_total() // F0-01
    {
        var weights = MethodVectors.Input("F0-01").GetProperty("weights").EnumerateObject().ToArray();
        var shares = Weights.Normalise([.. weights.Select(weight => weight.Value.GetDouble())]);
        for (var i = 0; i < weights.Length; i++)
        {
            shares[i].ShouldBe(MethodVectors.Expected("F0-01").GetProperty(weights[i].Name).GetDouble(), 1e-9, weights[i].Name);
        }
    }

    [Theory]
    [InlineData(1.0, -1.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, double.NaN)]
    [InlineData(1.0, double.PositiveInfinity)]
    public void Weights_that_cannot_be_shared_are_refused(double first, double second) =>
        Should.Throw<ArgumentException>(() => Weights.Normalise([first, second]));
}

public sealed class SplitMix64Tests
{
    [Fact]
    public void The_numbers_are_the_published_ones() // F0-02
    {
        var random = new SplitMix64(MethodVectors.Input("F0-02").GetProperty("seed").GetUInt64());
        foreach (var expected in MethodVectors.Expected("F0-02").EnumerateArray())
        {
            random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(expected.GetString());
        }
    }

    [Fact]
    public void Doubles_lie_between_0_and_1() // F0-03
    {
        var random = new SplitMix64(MethodVectors.Input("F0-03").GetProperty("seed").GetUInt64());
        foreach (var expected in MethodVectors.Expected("F0-03").EnumerateArray())
        {
            random.NextDouble().ShouldBe(expected.GetDouble(), 1e-9);
        }
    }

    [Fact]
    public void Skipping_numbers_is_the_same_as_drawing_them()
    {
        var drawn = new SplitMix64(7);
        for (var i = 0; i < 1000; i++)
        {
            drawn.Next();
        }

        var skipped = new SplitMix64(7);
        skipped.Skip(1000);
        skipped.Next().ShouldBe(drawn.Next());
    }
}
