using OperatingModel.Domain.People;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.People;

public sealed class BarrierPointTests
{
    [Fact]
    public void The_first_element_of_three_or_less_is_the_barrier_as_in_vector_F18_02()
    {
        var vector = ExpectedFigures.Of("F18-02");
        vector.ShouldBe(vector.Input["cases"]!.AsArray().Select(c => BarrierPoint.Of(new ChangeReadiness(
            "G", (int)c!["Awareness"]!, (int)c["Desire"]!, (int)c["Knowledge"]!, (int)c["Ability"]!, (int)c["Reinforcement"]!)).Element));
    }

    [Fact]
    public void The_airline_groups_are_stuck_where_expected() => Agreement.Check(
        ExpectedFigures.OfAirline("adkarBarriers"),
        BarrierPoint.Compute(ExpectedFigures.Airline).ToDictionary(point => point.Readiness.Group, point => point.Element),
        ExpectedFigures.AirlineTolerance);
}
