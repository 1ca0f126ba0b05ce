using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.Workspaces;

public sealed class ModelAnalysesTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public void All_who_look_at_a_snapshot_share_one_result()
    {
        var found = new System.Collections.Concurrent.ConcurrentBag<object>();
        Parallel.For(0, 16, _ => found.Add(Airline.Analyses.Ownership));
        found.Distinct(ReferenceEqualityComparer.Instance).ShouldHaveSingleItem();
        Stability.Of(Airline.Cube, StabilityScope.Top1).ShouldBeSameAs(Stability.Of(Airline.Cube, StabilityScope.Top1, 3));
        Stability.Of(Airline.Cube, StabilityScope.TopK, 2).ShouldNotBeSameAs(Stability.Of(Airline.Cube, StabilityScope.TopK, 3));
    }

    [Fact]
    public void The_next_revision_has_results_of_its_own()
    {
        var next = Airline.With([RowChange.Add(new StrategicObjective("NEW", "New", null) { Position = 99 })], 2);
        next.Analyses.ShouldNotBeSameAs(Airline.Analyses);
        next.Analyses.Effort.ShouldNotBeSameAs(Airline.Analyses.Effort);
    }

    [Fact]
    public void Nothing_is_searched_before_somebody_asks()
    {
        var analyses = new ModelAnalyses(Airline);
        analyses.Searched.ShouldBeNull();
        analyses.Unproven.ShouldBe(0);
    }
}
