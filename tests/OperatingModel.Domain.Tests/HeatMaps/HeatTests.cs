using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.HeatMaps;

public sealed class HeatTests
{
    private static readonly HeatBands Bands = HeatBands.Of(ModelSettings.Default);

    [Theory]
    [InlineData("F3-01")]
    [InlineData("F3-02")]
    [InlineData("F3-03")]
    [InlineData("F3-04")]
    [InlineData("F3-05")]
    [InlineData("F3-06")]
    [InlineData("F3-07")]
    public void Heat_and_band_follow_the_method(string id)
    {
        var input = MethodVectors.Input(id);
        int Level(string name) => input.GetProperty(name).GetInt32();
        var heat = Heat.Of(Level("importance"), Level("current"), Level("target"), input.Number("alpha")!.Value, input.Number("gamma")!.Value);
        heat.ShouldBe(MethodVectors.Expected(id).Number("heat")!.Value, 1e-9);
        Bands.BandOf(heat).ToString().ShouldBe(MethodVectors.Expected(id).Text("band"));
    }

    [Fact]
    public void Bands_are_half_open() => // F3-08
        MethodVectors.Input("F3-08").GetProperty("values").EnumerateArray().Select(value => Bands.BandOf(value.GetDouble()).ToString())
            .ShouldBe(MethodVectors.Expected("F3-08").EnumerateArray().Select(band => band.GetString()!));

    [Fact]
    public void A_heat_that_only_rounding_keeps_below_a_band_belongs_to_it() => Bands.BandOf(25 - 1e-12).ShouldBe(HeatBand.Hot);

    [Fact]
    public void What_exceeds_its_target_is_over_served_and_has_no_heat()
    {
        Heat.Of(5, 5, 2).ShouldBe(0);
        Heat.Surplus(5, 2).ShouldBe(3);
        Heat.Surplus(2, 5).ShouldBe(0);
    }

    // All 180 judgements there are, so no case is left to chance.
    [Fact]
    public void Heat_keeps_to_the_rules_of_the_method_for_every_judgement()
    {
        foreach (var (i, m, t) in from i in Enumerable.Range(1, 5) from m in Enumerable.Range(0, 6) from t in Enumerable.Range(0, 6) select (i, m, t))
        {
            var heat = Heat.Of(i, m, t);
            heat.ShouldBeInRange(0, 100);
            heat.ShouldBe(4 * i * Math.Max(0, t - m));
            (heat == 0).ShouldBe(t <= m);
            (i == 5 || Heat.Of(i + 1, m, t) >= heat).ShouldBeTrue("rises with importance");
            (t == 5 || Heat.Of(i, m, t + 1) >= heat).ShouldBeTrue("rises with the target");
            (m == 5 || Heat.Of(i, m + 1, t) <= heat).ShouldBeTrue("falls with the current level");
            (m == 5 || t == 5 || Heat.Of(i, m + 1, t + 1) == heat).ShouldBeTrue("only the gap counts");
        }
    }

    [Theory]
    [InlineData(2.0, 1.0)]
    [InlineData(1.0, 0.5)]
    [InlineData(0.25, 4.0)]
    public void Other_exponents_keep_the_bounds_and_the_direction(double alpha, double gamma)
    {
        foreach (var (i, m, t) in from i in Enumerable.Range(1, 5) from m in Enumerable.Range(0, 6) from t in Enumerable.Range(0, 6) select (i, m, t))
        {
            var heat = Heat.Of(i, m, t, alpha, gamma);
            heat.ShouldBeInRange(0, 100);
            (heat == 0).ShouldBe(t <= m);
            (i == 5 || Heat.Of(i + 1, m, t, alpha, gamma) >= heat).ShouldBeTrue();
        }
    }
}
