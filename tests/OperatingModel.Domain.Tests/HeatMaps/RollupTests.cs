using System.Text.Json;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.HeatMaps;

public sealed class RollupTests
{
    private static readonly ModelSnapshot Mini = MethodVectors.Model("MINI");

    [Fact]
    public void Cells_have_the_mass_of_their_reach() // F2-01
    {
        var cells = Mini
            .Cube.CellsOf()
            .ToDictionary(cell => (Mini.Cube.Tree[cell.Node].Code, Mini.Cube.Stages[cell.Stage].Code, Mini.Cube.Units[cell.Unit].Code));
        var expected = MethodVectors.Expected("F2-01").EnumerateArray().ToArray();
        cells.Count.ShouldBe(expected.Length);
        foreach (var cell in expected)
        {
            var actual = cells[(cell.Text("capability")!, cell.Text("stage")!, cell.Text("businessUnit")!)];
            actual.Mass.ShouldBe(cell.Number("mass")!.Value, 1e-9);
            (actual.Score?.Heat).ShouldBeNear(cell.Number("heat"), 1e-9, $"{cell}");
        }
    }

    [Theory]
    [InlineData("F4-01")]
    [InlineData("F4-02")]
    [InlineData("F4-03")]
    [InlineData("F4-04")]
    [InlineData("F4-05")]
    [InlineData("F4-06")]
    public void Roll_ups_of_the_small_model_follow_the_method(string id)
    {
        var input = MethodVectors.Input(id);
        ShouldMatch(
            Mini.Cube.Of(new HeatScope(input.Text("node"), input.Text("stage"), input.Text("businessUnit"))),
            MethodVectors.Expected(id),
            1e-9,
            id);
    }

    [Fact]
    public void A_cool_mean_hides_a_critical_peak() // F4-07
    {
        var cells = MethodVectors.Input("F4-07").GetProperty("cells").EnumerateArray()
            .Select(cell => (cell.Number("mass")!.Value, cell.Number("heat"), cell.Number("confidence")!.Value));
        ShouldMatch(Rollup.Of(cells, ModelSettings.Default), MethodVectors.Expected("F4-07"), 1e-9, "F4-07");
    }

    [Fact]
    public void No_vector_of_the_roll_up_is_left_out() =>
        MethodVectors.Ids("F4").ShouldBe(["F4-01", "F4-02", "F4-03", "F4-04", "F4-05", "F4-06", "F4-07", "F4-08", "F4-09"]);

    [Fact]
    public void Codes_that_do_not_exist_name_nothing()
    {
        Mini.Cube.Of(new HeatScope("P", "NOWHERE")).ShouldBe(default);
        Mini.Cube.Of(new HeatScope(BusinessUnit: "Z")).Heat.ShouldBeNull();
    }

    internal static void ShouldMatch(Rollup actual, JsonElement expected, double tolerance, string what)
    {
        if (expected.TryGetProperty("cells", out var cells))
        {
            actual.Cells.ShouldBe(cells.GetInt32(), what);
            actual.Known.ShouldBe(expected.GetProperty("known").GetInt32(), what);
            actual.Mass.ShouldBe(expected.Number("mass")!.Value, tolerance, what);
            actual.Low.ShouldBeNear(expected.Number("low"), tolerance, what);
            actual.High.ShouldBeNear(expected.Number("high"), tolerance, what);
            actual.Peak.ShouldBeNear(expected.Number("peak"), tolerance, what);
            actual.Confidence.ShouldBeNear(expected.Number("confidence"), tolerance, what);
            actual.HiddenHotSpot.ShouldBe(expected.GetProperty("hiddenHotSpot").GetBoolean(), what);
        }

        actual.Heat.ShouldBeNear(expected.Number("heat"), tolerance, what);
        actual.Coverage.ShouldBeNear(expected.Number("coverage"), tolerance, what);
        actual.Band?.ToString().ShouldBe(expected.Text("band"), what);
    }
}
