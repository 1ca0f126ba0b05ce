using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Assessments;

public sealed class ScaleDisciplineTests
{
    private const double InflationShare = 0.4;

    [Fact]
    public void Inflation_and_straight_lining_are_told_as_in_vector_F24_01()
    {
        var vector = ExpectedFigures.Of("F24-01");
        vector.ShouldBe(vector.Input["cases"]!.AsArray().Select(c => Spelled(ScaleDiscipline.Of(
            "U", [.. c!.AsArray().Select((a, i) => Judged($"C{i}", "U", (int)a!["importance"]!, (int)a["target"]!))], InflationShare))));
    }

    [Fact]
    public void The_airline_units_use_the_scales_as_expected()
    {
        var units = ScaleDiscipline.Compute(ExpectedFigures.Airline);
        units.Select(unit => unit.BusinessUnit).ShouldBe(["HOL", "LCC", "MAIN", "REG"]);
        Agreement.Check(
            ExpectedFigures.OfAirline("scaleUse"),
            units.ToDictionary(unit => unit.BusinessUnit, Spelled),
            ExpectedFigures.AirlineTolerance);
    }

    [Fact]
    public void A_unit_out_of_scope_is_not_listed_and_stage_specific_judgements_do_not_count()
    {
        var units = ScaleDiscipline.Compute(Models.Of(
            new BusinessUnit("OUT", "Out of scope", 0, null),
            new BusinessUnit("IN", "In scope", 5, null),
            Judged("C1", "OUT", 5, 5),
            Judged("C1", "IN", 5, 5),
            Judged("C1", "IN", 5, 5) with { Stage = "S" }));
        units.Select(unit => (unit.BusinessUnit, unit.Count)).ShouldBe([("IN", 1)]);
    }

    private static Assessment Judged(string capability, string unit, int importance, int target) =>
        new(capability, unit, null, importance, 0, target, Confidence.High, Models.Today, null);

    // With too few assessments the vectors give only their number and no warnings.
    private static object Spelled(ScaleDiscipline use) =>
        new
        {
            N = use.Count,
            use.TopShare,
            use.TargetTopShare,
            use.DistinctImportance,
            use.Warnings,
        };
}
