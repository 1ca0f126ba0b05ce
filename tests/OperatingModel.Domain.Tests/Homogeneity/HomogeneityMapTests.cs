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
