using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Organisation;

public sealed class DecisionRightsCheckTests
{
    [Fact]
    public void Violations_stand_in_their_order_as_in_vector_F25_01()
    {
        var vector = ExpectedFigures.Of("F25-01");
        var vetoRoles = vector.Input["vetoRoles"]!.AsArray().Select(role => (string)role!).ToHashSet();
        vector.ShouldBe(vector.Input["cases"]!.AsArray().Select(rights => DecisionRightsCheck.Of(
            "D", [.. rights!.AsObject().Select(right => new DecisionRight("D", right.Key, (string)right.Value!))], vetoRoles).Violations));
    }

    [Fact]
    public void The_airline_decisions_are_sound()
    {
        var checks = DecisionRightsCheck.Compute(ExpectedFigures.Airline);
        checks.Select(check => check.Decision).ShouldBe(ExpectedFigures.OfAirline("decisionRights").AsObject().Select(d => d.Key));
        Agreement.Check(
            ExpectedFigures.OfAirline("decisionRights"),
            checks.ToDictionary(check => check.Decision, check => check.Violations),
            ExpectedFigures.AirlineTolerance);
    }

    [Fact]
    public void All_rules_can_be_broken_at_once_and_each_says_how_to_put_it_right()
    {
        var check = DecisionRightsCheck.Of("D", [new("D", "PM", "AV"), new("D", "CFO", "AV")], new HashSet<string> { "SEC" });
        check.Violations.ShouldBe(Enum.GetValues<DecisionRightsRule>());
        check.Explain().Levers.Count.ShouldBe(5);
        check.Explain().Terms.Sum(term => term.Amount).ShouldBe(5);
    }
}
