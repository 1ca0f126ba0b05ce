using OperatingModel.Domain.Homogeneity;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Homogeneity;

public sealed class HomogeneityMapTests
{
    [Fact]
    public void Quadrants_follow_the_two_answers_as_in_vector_F8_01()
    {
        var vector = ExpectedFigures.Of("F8-01");
        vector.ShouldBe(vector.Input["cases"]!.AsArray().Select(c => Quadrants.Of((int)c![0]!, (int)c[1]!)));
        Quadrants.Of(null, 5).ShouldBe(Quadrant.Undecided);
        Quadrants.Of(5, null).ShouldBe(Quadrant.Undecided);
    }

    [Fact]
    public void The_airline_capabilities_are_alike_as_expected()
    {
        var map = HomogeneityMap.Compute(ExpectedFigures.Airline);
        var expected = ExpectedFigures.OfAirline("homogeneity");
        map.Capabilities.Select(c => c.Capability.Code).ShouldBe(expected.AsObject().Select(c => c.Key), ignoreOrder: true);
        Agreement.Check(expected, map.Capabilities.ToDictionary(c => c.Capability.Code, Spelled), ExpectedFigures.AirlineTolerance);
        foreach (var (capability, figures) in expected.AsObject())
        {
            map.Capabilities.Single(c => c.Capability.Code == capability).Practices.Select(p => p.Unit)
                .ShouldBe(figures!["levels"]!.AsObject().Select(level => level.Key));
        }

        Agreement.Check(ExpectedFigures.OfAirline("standardisationIndex"), map.StandardisationIndex, ExpectedFigures.AirlineTolerance);
    }

    [Fact]
    public void Every_figure_is_the_sum_of_its_explanation()
    {
        var map = HomogeneityMap.Compute(ExpectedFigures.Airline);
        foreach (var capability in map.Capabilities.Where(c => c.Homogeneity is not null))
        {
            capability.Explain().Terms.Sum(term => term.Amount).ShouldBe(capability.Homogeneity!.Value, 1e-9);
        }

        map.ExplainIndex().Terms.Sum(term => term.Amount).ShouldBe(map.StandardisationIndex!.Value, 1e-9);
        map.Capabilities.Single(c => c.Capability.Code == "C4.1").Explain().Levers
            .ShouldBe(["Copying LCC (level 4) would take 8 level steps and remove 32.2 heat."]);
    }

    [Fact]
    public void Any_model_gives_figures_in_their_ranges_and_the_index_lies_between_them() =>
        RandomModels.ForAll(random =>
        {
            // Half of the capabilities ask for one way of working.
            var model = random.Snapshot;
            var asking = model
                .Capabilities.Where((_, i) => i % 2 == 0)
                .Select(c => RowChange.Replace(c, c with { Standardisation = 5, Integration = 1 }));
            var map = HomogeneityMap.Compute(model.With([.. asking], 2));
            map.Capabilities.Select(c => c.Homogeneity ?? 0)
                .Concat(map.Capabilities.Select(c => c.TechnologyHomogeneity ?? 0))
                .ShouldAllBe(f => f >= 0 && f <= 1);
            map.Capabilities.ShouldAllBe(c => (c.Homogeneity == null) == (c.Practices.Count < 2) && (c.Shortfall == null) == (c.Homogeneity == null));
            foreach (var leaf in map.Capabilities)
            {
                leaf.Reach.ShouldBe(
                    model.Cube.Priorities.Items.SingleOrDefault(p => p.Code == leaf.Capability.Code)?.Reach ?? 0,
                    1e-9,
                    leaf.Capability.Code);
            }

            var counting = map.Capabilities.Where(c => c.Required is not null && c is { Homogeneity: not null, Reach: > 0 }).ToList();
            (map.StandardisationIndex is null).ShouldBe(counting.Count == 0);
            (map.StandardisationIndex ?? 0).ShouldBeInRange(
                counting.Select(c => c.Homogeneity!.Value).DefaultIfEmpty().Min() - 1e-9,
                counting.Select(c => c.Homogeneity!.Value).DefaultIfEmpty().Max() + 1e-9);
        });

    [Fact]
    public void Units_that_others_learn_from_are_listed_with_what_they_give()
    {
        var map = HomogeneityMap.Compute(ExpectedFigures.Airline);
        map.Donors[0].Unit.ShouldBe("LCC");
        map.Donors.Sum(donor => donor.LevelSteps).ShouldBe(map.Capabilities.Sum(c => c.Reference?.LevelSteps ?? 0));
    }

    [Fact]
    public void A_capability_assessed_in_one_unit_has_neither_homogeneity_nor_shortfall()
    {
        var map = HomogeneityMap.Compute(Models.Mini());
        var single = map.Capabilities.Single(c => c.Capability.Code == "P.2");
        single.Homogeneity.ShouldBeNull();
        single.Shortfall.ShouldBeNull();
        single.Explain().Terms.ShouldBeEmpty();
        map.StandardisationIndex.ShouldBeNull();

        // P.1 in both units at levels 2 and 3 (general): D = 2 × ½ ÷ 5.
        map.Capabilities.Single(c => c.Capability.Code == "P.1").Homogeneity!.Value.ShouldBe(0.8, 1e-12);
    }

    private static object Spelled(CapabilityHomogeneity c) => new
    {
        Levels = c.Practices.ToDictionary(p => p.Unit, p => p.Current),
        c.Homogeneity,
        c.TechnologyHomogeneity,
        c.Quadrant,
        c.Shortfall,
        Reference = c.Reference?.Unit,
        HeatRemovedByCopying = c.Reference?.HeatRemoved ?? 0,
        LevelSteps = c.Reference?.LevelSteps ?? 0,
    };
}
