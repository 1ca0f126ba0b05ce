using System.Text.Json.Nodes;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Homogeneity;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Homogeneity;

public sealed class ReferencePracticeTests
{
    [Fact]
    public void Copying_the_reference_removes_heat_as_in_vector_F7_04()
    {
        var vector = ExpectedFigures.Of("F7-04");
        var reference = ReferencePractice.Of(PracticesOf(vector.Input["candidates"]!))!;
        vector.ShouldBe(new { Reference = reference.Unit, reference.HeatRemoved, reference.LevelSteps });
    }

    [Fact]
    public void A_reference_needs_level_3_and_higher_confidence_wins_a_tie_as_in_vector_F7_05()
    {
        var vector = ExpectedFigures.Of("F7-05");
        vector.ShouldBe(vector.Input["cases"]!.AsArray().Select(candidates => ReferencePractice.Of(PracticesOf(candidates!))?.Unit));
    }

    [Fact]
    public void Of_equals_the_larger_unit_then_the_lower_code_is_the_reference()
    {
        var low = Practice("C", 1, 0.1);
        ReferencePractice.Of([Practice("A", 4, 0.3), Practice("B", 4, 0.6), low])!.Unit.ShouldBe("B");
        ReferencePractice.Of([Practice("B", 4, 0.3), Practice("A", 4, 0.3), low])!.Unit.ShouldBe("A");
    }

    [Fact]
    public void Copying_never_adds_heat_and_nobody_goes_beyond_the_own_target() => Property.Holds(random =>
    {
        UnitPractice[] practices =
        [
            .. Enumerable.Range(1, random.Next(1, 7)).Select(i => new UnitPractice(
                $"U{i}", random.Next(1, 6), random.Next(6), random.Next(6), (Confidence)random.Next(3), random.Next(1, 10))),
        ];
        if (ReferencePractice.Of(practices) is not { } reference)
        {
            practices.Max(p => p.Current).ShouldSatisfyAllConditions(
                best => (best < 3 || practices.All(p => p.Current >= Math.Min(p.Target, best))).ShouldBeTrue());
            return;
        }

        reference.Level.ShouldBe(practices.Max(p => p.Current));
        reference.LevelSteps.ShouldBeGreaterThan(0);
        var heat = practices.Sum(p => p.Weight * Heat.Of(p.Importance, p.Current, p.Target)) / practices.Sum(p => p.Weight);
        reference.HeatRemoved.ShouldBeInRange(0, heat + 1e-9);
        foreach (var (practice, gain) in practices.OrderBy(p => p.Unit, StringComparer.Ordinal).Zip(reference.Gains))
        {
            (practice.Current + gain.Levels).ShouldBeLessThanOrEqualTo(Math.Max(practice.Current, practice.Target));
        }
    });

    private static UnitPractice[] PracticesOf(JsonNode candidates) =>
    [
        .. candidates.AsArray().Select(c => new UnitPractice(
            (string)c!["bu"]!, (int)c["I"]!, (int)c["M"]!, (int)c["T"]!, Enum.Parse<Confidence>((string)c["conf"]!), (double)c["u"]!)),
    ];

    private static UnitPractice Practice(string unit, int level, double weight) => new(unit, 4, level, 4, Confidence.High, weight);
}
