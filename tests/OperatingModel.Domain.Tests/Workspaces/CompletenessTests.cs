using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Workspaces;

public sealed class CompletenessTests
{
    [Fact]
    public void Of_an_empty_model_nothing_is_complete_and_nothing_is_missing_by_name()
    {
        var points = Completeness.Of(Models.Of());
        points.Select(point => point.Point).ShouldBe(Enum.GetValues<ModelPoint>());
        points.ShouldAllBe(point => point.Share == 0 && point.IsEmpty);
        points.SelectMany(point => point.Lines).ShouldAllBe(line => line.Of == 0 && !line.IsComplete && line.Missing.Count == 0);
    }

    [Fact]
    public void Strategy_counts_objectives_by_who_owns_and_what_serves_them()
    {
        var model = Models.Of(
            new StrategicObjective("O1", "Grow", "CEO"),
            new StrategicObjective("O2", "Save", null),
            Models.Capability("P"),
            Models.Capability("P.1", "P"),
            Models.Capability("Q"),
            new CapabilityObjective("P.1", "O2"),
            new Kpi("K1", "Fees", null, KpiDirection.Maximise, "CFO", 1, 2),
            new Kpi("K2", "Queue", null, KpiDirection.Minimise, "COO", 1, null));
        Line(model, CompletenessAspect.ObjectivesOwned).ShouldBe((1, 2, "Save (O2)"));
        Line(model, CompletenessAspect.ObjectivesServed).ShouldBe((1, 2, "Grow (O1)"));
        Line(model, CompletenessAspect.CapabilitiesWithObjective).ShouldBe((1, 2, "Q (Q)"));
        Line(model, CompletenessAspect.KpisMeasured).ShouldBe((1, 2, "Queue (K2)"));
        Completeness.Of(model)[0].Share.ShouldBe(0.5);
    }

    [Fact]
    public void Customers_are_heard_where_stages_touchpoints_and_expectations_hang_together()
    {
        var model = Models.Of(
            Models.Chain(), Models.Stage("SHOP", 40), Models.Stage("TRAVEL", 0, order: 2) with { Name = "Travel" },
            Models.Stage("BACK", 0, order: 3) with { Kind = StageKind.Support },
            new Segment("S1", "Families", 1), new Segment("S2", "Business", 1),
            new Touchpoint("T1", "Site", "SHOP", null), new Touchpoint("T2", "Desk", "SHOP", null),
            new Expectation("E1", "T1", "S1", "Quick", 8, 5), new Expectation("E2", "T1", "S1", "Clear", 8, null));
        Line(model, CompletenessAspect.StagesWeighted).ShouldBe((1, 2, "Travel (TRAVEL)"));
        Line(model, CompletenessAspect.StagesTouched).ShouldBe((1, 2, "Travel (TRAVEL)"));
        Line(model, CompletenessAspect.TouchpointsExpected).ShouldBe((1, 2, "Desk (T2)"));
        Line(model, CompletenessAspect.ExpectationsRated).ShouldBe((1, 2, "Clear (E2)"));
        Line(model, CompletenessAspect.SegmentsHeard).ShouldBe((1, 2, "Business (S2)"));
    }

    [Fact]
    public void Technology_counts_live_applications_and_the_instances_in_scope_where_they_apply()
    {
        var model = Models.Of(
            Models.Capability("P") with
            {
                Name = "Plan",
            },
            Models.Capability("Q"),
            Models.Unit("A", 75),
            Models.Unit("B", 25) with
            {
                Name = "Branch",
            },
            Models.Unit("OUT", 0),
            new NotApplicable("Q", "B", null),
            new Vendor("V", "Vendor"),
            new BusinessApplication("A1", "One", "V", Lifecycle.Active, 3, 3, 10),
            new BusinessApplication("A2", "Two", null, Lifecycle.PhaseIn, 3, null, 10),
            new BusinessApplication("A3", "Gone", null, Lifecycle.Retired, null, null, null),
            new ApplicationSupport("A1", "P", "A"),
            new ApplicationSupport("A3", "P", "B"));
        Line(model, CompletenessAspect.InstancesSupported).ShouldBe((1, 3, "Plan · Branch, Q · A"));
        Line(model, CompletenessAspect.ApplicationsPlaced).ShouldBe((1, 2, "Two (A2)"));
        Line(model, CompletenessAspect.ApplicationsRated).ShouldBe((1, 2, "Two (A2)"));
        Line(model, CompletenessAspect.ApplicationsCosted).ShouldBe((1, 2, "Two (A2)"));
    }

    [Fact]
    public void Shares_stay_between_nothing_and_everything_whatever_the_model() => Property.Holds(random =>
    {
        foreach (var point in Completeness.Of(RandomModels.Of(random)))
        {
            point.Share.ShouldBeInRange(0, 1);
            point.Lines.ShouldAllBe(line => line.Done >= 0 && line.Done <= line.Of && line.Missing.Count <= line.Of - line.Done);
            point.Lines.ShouldAllBe(line => line.IsComplete == (line.Of > 0 && line.Missing.Count == 0));
        }
    });

    private static (int Done, int Of, string Missing) Line(ModelSnapshot model, CompletenessAspect aspect)
    {
        var line = Completeness.Of(model).SelectMany(point => point.Lines).Single(line => line.Aspect == aspect);
        return (line.Done, line.Of, string.Join(", ", line.Missing));
    }
}
