using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Tests.Features.HeatMaps;

public sealed class HoleCountTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public void Where_nothing_is_assessed_the_number_of_holes_is_unknown_not_0()
    {
        var empty = Without(_ => true);
        Count(empty, TechnologyHole.GapingHole).Count.ShouldBe("unknown");
    }

    [Fact]
    public void A_few_scores_do_not_prove_that_there_are_no_holes()
    {
        var kept = Airline.Enablement.Instances.First(instance => instance is { Hole: TechnologyHole.None, Value: not null, Assessment: not null });
        var little = Without(score => (score.Capability, score.BusinessUnit) != (kept.Capability, kept.BusinessUnit));
        var count = Count(little, TechnologyHole.GapingHole);
        count.Count.ShouldBe("none known");
        count.Note.ShouldNotBeNull().ShouldStartWith($"None among the 1 of {little.Enablement.Instances.Count}");
    }

    [Fact]
    public void Holes_beside_what_nobody_assessed_are_a_least_number_and_follow_the_unit()
    {
        var all = Count(Airline, TechnologyHole.GapingHole);
        var holes = Airline.Enablement.Holes.Where(hole => hole.Hole == TechnologyHole.GapingHole).ToArray();
        all.Count.ShouldBe($"at least {holes.Length}");
        foreach (var unit in Airline.Cube.Units)
        {
            Count(Airline, TechnologyHole.GapingHole, HeatMapView.Default with { Unit = unit.Code }).First
                .ShouldBe(holes.Where(hole => hole.BusinessUnit == unit.Code));
        }

        Count(Airline, TechnologyHole.GapingHole, HeatMapView.Default with { Text = "no such name" }).First.ShouldBeEmpty();
    }

    /// <summary>Every open map counts at every change, and what it borrows for that stays with the server.</summary>
    [Fact]
    public void Counting_takes_no_memory_that_grows_with_the_model()
    {
        var large = Airline.With([.. Enumerable.Range(0, 200).Select(i => RowChange.Add(new BusinessUnit($"U{i}", $"Unit {i}", 1, null)))], 2);
        var scope = MapPicture.Of(large, large.Cube, HeatMapView.Default).Scope();
        HoleCount.Of(large, large.Cube, scope, TechnologyHole.GapingHole, 8);
        var before = GC.GetAllocatedBytesForCurrentThread();
        HoleCount.Of(large, large.Cube, scope, TechnologyHole.GapingHole, 8);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        taken.ShouldBeLessThan(large.Enablement.Instances.Count);
    }

    private static ModelSnapshot Without(Func<Assessment, bool> goes) =>
        Airline.With([.. Airline.Assessments.Where(goes).Select(RowChange.Remove)], 2);

    private static HoleCount Count(ModelSnapshot model, TechnologyHole kind, HeatMapView? view = null) =>
        HoleCount.Of(model, model.Cube, MapPicture.Of(model, model.Cube, view ?? HeatMapView.Default).Scope(), kind, 8);
}
