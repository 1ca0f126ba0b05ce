using System.Text.Json;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Technology;

public sealed class EnablementTests
{
    [Fact]
    public void The_best_live_application_enables() // F23-01
    {
        var cases = MethodVectors.Input("F23-01").GetProperty("cases").EnumerateArray().ToArray();
        var expected = MethodVectors.Expected("F23-01").EnumerateArray().ToArray();
        for (var i = 0; i < cases.Length; i++)
        {
            Enablement.Of(cases[i].EnumerateArray().Select(Application)).ShouldBeNear(expected[i].GetDouble(), 1e-9, $"{cases[i]}");
        }
    }

    [Fact]
    public void Important_gaps_without_technology_are_holes() => // F23-02
        MethodVectors.Input("F23-02").GetProperty("cases").EnumerateArray()
            .Select(c => Enablement.HoleOf(c[0].GetInt32(), c[1].GetInt32(), c[2].GetDouble(), ModelSettings.Default).ToString())
            .ShouldBe(MethodVectors.Expected("F23-02").EnumerateArray().Select(hole => hole.GetString()!));

    [Fact]
    public void An_application_that_nobody_rated_makes_enablement_unknown_and_claims_no_hole()
    {
        var unrated = new BusinessApplication("A1", "A1", null, Lifecycle.Active, 3, null, null);
        Enablement.Of([unrated]).ShouldBeNull();
        Enablement.Of([unrated, unrated with { Code = "A2", TechnicalFit = 1, FunctionalFit = 1 }]).ShouldBe(0);
        Enablement.HoleOf(5, 5, null, ModelSettings.Default).ShouldBe(TechnologyHole.None);
    }

    [Fact]
    public void Live_applications_that_fit_nowhere_still_leave_a_gaping_hole() =>
        Enablement
            .HoleOf(5, 3, Enablement.Of([new BusinessApplication("A1", "A1", null, Lifecycle.Active, 1, 1, null)]), ModelSettings.Default)
            .ShouldBe(TechnologyHole.GapingHole);

    [Fact]
    public void Only_applicable_instances_of_leaves_in_scope_are_looked_at()
    {
        var model = Models.Mini();
        var outOfScope = Models.Unit("Z", 0) with { Position = 9 };
        var map = EnablementMap.Of(model.With([RowChange.Add(outOfScope)], 2));
        map.Instances.Select(i => (i.Capability, i.BusinessUnit)).ShouldBe([("P.1", "A"), ("P.1", "B"), ("P.2", "A"), ("P.2", "B"), ("Q", "A")]);
        map.Holes.Select(i => (i.Capability, i.BusinessUnit, i.Hole))
            .ShouldBe([("P.1", "A", TechnologyHole.GapingHole), ("P.2", "A", TechnologyHole.GapingHole)]);
        map.Find("Q", "B").ShouldBeNull();
    }

    private static BusinessApplication Application(JsonElement application, int index) =>
        new(
            $"A{index}",
            "",
            null,
            Enum.Parse<Lifecycle>(application.Text("lifecycle")!),
            application.GetProperty("functionalFit").GetInt32(),
            application.GetProperty("technicalFit").GetInt32(),
            null);
}
