using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Teams;

public sealed class OwnershipTests
{
    [Fact]
    public void Owners_and_shared_applications_are_found_as_in_vector_F26_01()
    {
        var vector = ExpectedFigures.Of("F26-01");
        var applications = vector.Input["apps"]!.AsArray();
        var ownership = Ownership.Compute(Models.Of(
            [
                .. vector.Input["owner"]!.AsObject().Select(owner => Leaf(owner.Key, (string?)owner.Value)),
                .. applications.Select(app => Live((string)app!["code"]!, (long)app["cost"]!)),
                .. applications.SelectMany(app =>
                    app!["caps"]!.AsArray().Select(cap => new ApplicationSupport((string)app["code"]!, (string)cap!, "U"))),
            ]));
        vector.ShouldBe(Spelled(ownership));
    }

    [Fact]
    public void The_airline_mirrors_its_teams_as_expected()
    {
        var ownership = Ownership.Compute(ExpectedFigures.Airline);
        Agreement.Check(ExpectedFigures.OfAirline("conway"), Spelled(ownership), ExpectedFigures.AirlineTolerance);
        ownership.ExplainSharedCost().Terms.Sum(term => term.Amount).ShouldBe(ownership.SharedRunCostShare!.Value, 1e-9);
    }

    [Fact]
    public void Owned_and_unowned_shares_add_up_to_one() =>
        Property.Holds(random =>
        {
            Capability[] leaves =
            [
                .. Enumerable.Range(1, random.Next(1, 20)).Select(i => Leaf($"C{i}", random.Next(3) == 0 ? null : $"T{random.Next(4)}")),
            ];
            var ownership = Ownership.Compute(Models.Of(leaves));
            (ownership.Coverage!.Value + ((double)ownership.Unowned.Count / leaves.Length)).ShouldBe(1, 1e-12);
        });

    [Fact]
    public void A_retired_application_is_neither_shared_nor_a_cost()
    {
        var ownership = Ownership.Compute(
            Models.Of(
                Leaf("X", "T1"),
                Leaf("Y", "T2"),
                Live("a", 10) with
                {
                    Lifecycle = Lifecycle.Retired,
                },
                new ApplicationSupport("a", "X", "U"),
                new ApplicationSupport("a", "Y", "U")));
        ownership.SharedApplications.ShouldBeEmpty();
        ownership.SharedRunCostShare.ShouldBeNull();
    }

    private static Capability Leaf(string code, string? owner) => new(code, null, code, null, null, null, owner);

    private static BusinessApplication Live(string code, long cost) => new(code, code, null, Lifecycle.Active, null, null, cost);

    private static object Spelled(Ownership ownership) => new
    {
        OwnershipCoverage = ownership.Coverage,
        ownership.Unowned,
        SharedApplications = ownership.SharedApplications.Select(a => new { Application = a.Application.Code, a.Teams }),
        ownership.SharedRunCostShare,
    };
}
