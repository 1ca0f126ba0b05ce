using System.Text.Json;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Tests.HeatMaps.Sensitivity;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.HeatMaps;

/// <summary>The indicators of the airline sample that belong to the heat map.</summary>
public sealed class AirlineTests
{
    private const double Near = 1e-6;

    private static readonly ModelSnapshot Model = SampleModels.Airline(new DateOnly(2026, 3, 1));
    private static readonly JsonElement Expected = MethodVectors.Airline;

    private static HeatCube Cube => Model.Cube;

    [Fact]
    public void Stage_suggestions()
    {
        var suggestions = Opportunity.StageSuggestions(Model);
        suggestions.Count.ShouldBe(Expected.GetProperty("stageSuggestion").GetProperty("meanOpportunity").EnumerateObject().Count());
        foreach (var suggestion in suggestions)
        {
            suggestion.MeanOpportunity.ShouldBe(
                Expected.GetProperty("stageSuggestion").GetProperty("meanOpportunity").Number(suggestion.Stage)!.Value,
                Near);
            suggestion.SuggestedShare.ShouldBe(
                Expected.GetProperty("stageSuggestion").GetProperty("suggestedShare").Number(suggestion.Stage)!.Value,
                Near);
        }
    }

    [Fact]
    public void Counts()
    {
        var expected = Expected.GetProperty("counts");
        Cube.Tree.Count.ShouldBe(expected.GetProperty("nodes").GetInt32());
        Cube.Leaves.Count.ShouldBe(expected.GetProperty("leaves").GetInt32());
        Cube.Of().Cells.ShouldBe(expected.GetProperty("cells").GetInt32());
        Cube.Of().Known.ShouldBe(expected.GetProperty("knownCells").GetInt32());
        Cube.MissingScores().Select(missing => (missing.Capability, missing.BusinessUnit)).Order()
            .ShouldBe(expected.GetProperty("missing").EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!)));
    }

    [Fact]
    public void Roll_ups_of_everything_and_by_unit_stage_and_first_level()
    {
        RollupTests.ShouldMatch(Cube.Of(), Expected.GetProperty("enterprise"), Near, "enterprise");
        foreach (var unit in Expected.GetProperty("byBusinessUnit").EnumerateObject())
        {
            RollupTests.ShouldMatch(Cube.Of(new HeatScope(BusinessUnit: unit.Name)), unit.Value, Near, unit.Name);
        }

        foreach (var stage in Expected.GetProperty("byStage").EnumerateObject())
        {
            RollupTests.ShouldMatch(Cube.Of(new HeatScope(Stage: stage.Name)), stage.Value, Near, stage.Name);
        }

        foreach (var capability in Expected.GetProperty("byLevel1").EnumerateObject())
        {
            RollupTests.ShouldMatch(Cube.Of(new HeatScope(capability.Name)), capability.Value, Near, capability.Name);
        }
    }

    [Fact]
    public void Roll_ups_by_stage_and_unit()
    {
        foreach (var crossing in Expected.GetProperty("byStageAndBusinessUnit").EnumerateObject())
        {
            var codes = crossing.Name.Split('|');
            RollupTests.ShouldMatch(Cube.Of(new HeatScope(Stage: codes[0], BusinessUnit: codes[1])), crossing.Value, Near, crossing.Name);
        }
    }

    [Fact]
    public void Priorities()
    {
        var expected = Expected.GetProperty("priorities").EnumerateArray().ToArray();
        Cube.Priorities.Items.Select(item => item.Code).ShouldBe(expected.Select(item => item.Text("code")!));
        foreach (var (item, wanted) in Cube.Priorities.Items.Zip(expected))
        {
            item.Rank.ShouldBe((int?)wanted.Number("rank"), item.Code);
            item.Name.ShouldBe(wanted.Text("name"));
            item.Value.ShouldBeNear(wanted.Number("priority"), Near, item.Code);
            item.Low.ShouldBe(wanted.Number("low")!.Value, Near, item.Code);
            item.High.ShouldBe(wanted.Number("high")!.Value, Near, item.Code);
            item.Reach.ShouldBe(wanted.Number("reach")!.Value, Near, item.Code);
            item.Heat.ShouldBeNear(wanted.Number("heat"), Near, item.Code);
            item.Peak.ShouldBeNear(wanted.Number("peak"), Near, item.Code);
            item.Coverage.ShouldBeNear(wanted.Number("coverage"), Near, item.Code);
            item.Band?.ToString().ShouldBe(wanted.Text("band"), item.Code);
            new[] { item.BestRank, item.WorstRank }.ShouldBe(
                wanted.GetProperty("rankInterval").EnumerateArray().Select(rank => rank.GetInt32()),
                item.Code);
        }

        Cube.Priorities.TotalNeed.ShouldBe(Expected.GetProperty("totalNeed").GetDouble(), Near);
        Cube.NeedOf().ShouldBe(Expected.GetProperty("totalNeed").GetDouble(), Near);
    }

    [Fact]
    public void Contributions_to_the_first_priority()
    {
        var first = Cube.Priorities.Items[0].Node;
        foreach (var (actual, expected) in new[] { (Cube.PriorityByStage(first), "byStage"), (Cube.PriorityByUnit(first), "byBusinessUnit") })
        {
            var wanted = Expected.GetProperty("contributionsOfRank1").GetProperty(expected);
            actual.Count.ShouldBe(wanted.EnumerateObject().Count());
            foreach (var part in actual)
            {
                part.Amount.ShouldBe(wanted.Number(part.Code)!.Value, Near, part.Code);
            }
        }
    }

    [Theory]
    [InlineData("stabilityTop1", StabilityScope.Top1)]
    [InlineData("stabilityTop5", StabilityScope.TopK)]
    public void Stability_intervals(string key, StabilityScope scope)
    {
        var intervals = Stability.Of(Cube, scope, 5).ToDictionary(interval => interval.Stage);
        intervals.Count.ShouldBe(Expected.GetProperty(key).EnumerateObject().Count());
        foreach (var expected in Expected.GetProperty(key).EnumerateObject())
        {
            StabilityTests.ShouldMatch(intervals[expected.Name], expected.Value, Near);
        }
    }

    [Fact]
    public void Simulated_ranks()
    {
        var expected = Expected.GetProperty("simulation");
        var settings = new SimulationSettings(
            expected.GetProperty("iterations").GetInt32(),
            expected.GetProperty("seed").GetUInt64(),
            expected.GetProperty("delta").GetDouble(),
            expected.GetProperty("k").GetInt32());
        var ranks = Simulation.Run(Cube, settings, cancellation: TestContext.Current.CancellationToken).Ranks.ToDictionary(rank => rank.Code);
        ranks.Count.ShouldBe(expected.GetProperty("result").EnumerateObject().Count());
        foreach (var wanted in expected.GetProperty("result").EnumerateObject())
        {
            ranks[wanted.Name].First.ShouldBe(wanted.Value.Number("top1")!.Value, Near, wanted.Name);
            ranks[wanted.Name].Top.ShouldBe(wanted.Value.Number("topK")!.Value, Near, wanted.Name);
            ranks[wanted.Name].ExpectedRank.ShouldBeNear(wanted.Value.Number("expectedRank"), Near, wanted.Name);
        }
    }

    [Fact]
    public void Agreement_with_other_conventions()
    {
        var checks = ConventionCheck.Of(Cube);
        checks.Select(check => check.Name).ShouldBe(Expected.GetProperty("rankAgreement").EnumerateObject().Select(check => check.Name));
        foreach (var check in checks)
        {
            var wanted = Expected.GetProperty("rankAgreement").GetProperty(check.Name);
            check.TauB.ShouldBeNear(wanted.Number("tauB"), Near, check.Name);
            check.TopKept.ShouldBe(wanted.GetProperty("top5Kept").GetInt32(), check.Name);
            check.IsFragile.ShouldBe(check.TopKept <= 3);
        }
    }

    [Fact]
    public void Technology_holes()
    {
        var expected = Expected.GetProperty("technologyHoles").EnumerateArray().ToArray();
        var holes = EnablementMap.Of(Model).Holes;
        holes.Select(hole => (hole.Capability, hole.BusinessUnit, hole.Hole.ToString()))
            .ShouldBe(expected.Select(hole => (hole.Text("capability")!, hole.Text("businessUnit")!, hole.Text("flag")!)));
        foreach (var (hole, wanted) in holes.Zip(expected))
        {
            hole.Value.ShouldBeNear(wanted.Number("enablement"), Near, hole.Capability);
        }
    }
}
