using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Leadership;

public sealed class CioAffinityTests
{
    [Fact]
    public void Affinities_and_margin_are_as_in_vector_F21_01()
    {
        var vector = ExpectedFigures.Of("F21-01");
        vector.ShouldBe(Spelled(CioAffinity.Compute(Models.Of(
            vector.Input["items"]!.AsObject().SelectMany(items => items.Value!.AsArray().Select((rating, i) =>
                new CioStatement(Enum.Parse<CioArchetype>(items.Key), $"statement {i}", (int)rating!)))))));
    }

    [Fact]
    public void The_airline_CIO_leans_as_expected_and_sees_the_next_steps()
    {
        var affinity = CioAffinity.Compute(ExpectedFigures.Airline);
        Agreement.Check(ExpectedFigures.OfAirline("cio"), Spelled(affinity), ExpectedFigures.AirlineTolerance);
        affinity.NextSteps.Select(step => step.Rating).ShouldBe([2, 3, 4]);
        affinity.Explain().Terms.Sum(term => term.Amount).ShouldBe(affinity.Affinities[0].Score);
    }

    [Fact]
    public void Equal_affinities_are_led_by_the_first_name_and_ambiguous()
    {
        var affinity = CioAffinity.Compute(Models.Of(
            new CioProfile("CIO", CioStance.ChangeForced, null),
            new CioStatement(CioArchetype.TechnologyLeader, "a", 3),
            new CioStatement(CioArchetype.InnovationLeader, "b", 3)));
        affinity.Lead.ShouldBe(CioArchetype.InnovationLeader);
        affinity.IsAmbiguous.ShouldBeTrue();
        affinity.Explain().Remarks.ShouldContain(remark => remark.Contains("room to shape"));
    }

    [Fact]
    public void Nothing_rated_leads_nowhere()
    {
        var affinity = CioAffinity.Compute(Models.Of());
        affinity.Lead.ShouldBeNull();
        affinity.Margin.ShouldBeNull();
        affinity.IsAmbiguous.ShouldBeFalse();
    }

    private static object Spelled(CioAffinity affinity) => new
    {
        Affinity = affinity.Affinities.ToDictionary(a => a.Archetype.ToString(), a => a.Score),
        affinity.Lead,
        affinity.Margin,
        Ambiguous = affinity.IsAmbiguous,
    };
}
