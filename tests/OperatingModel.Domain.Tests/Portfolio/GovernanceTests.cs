using System.Text.Json;
using FsCheck.Fluent;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Portfolio;

public sealed class GovernanceTests
{
    [Fact]
    public void Advice_followed_and_overruled_and_breaches_of_the_veto() // F22-01
    {
        var input = MethodVectors.Input("F22-01");
        var vetoed = input.GetProperty("veto").Strings().ToArray();
        var approved = input
            .GetProperty("decisions")
            .EnumerateArray()
            .Where(decision => decision.Text("state") == "Approved")
            .Select(decision => new ApprovedMoney(
                decision.Text("initiative")!,
                decision.GetProperty("amount").GetInt64(),
                input.GetProperty("stance").Text(decision.Text("initiative")!) is { } stance ? Enum.Parse<Stance>(stance) : null,
                vetoed.Contains(decision.Text("initiative"))));
        ShouldMatch(Governance.Of(approved), MethodVectors.Expected("F22-01"), 1e-9);
        MethodVectors.Ids("F22").ShouldBe(["F22-01"]);
    }

    [Fact]
    public void Without_approved_money_there_are_no_shares()
    {
        var governance = Governance.Of([]);
        (governance.AdvisedShare, governance.FollowedShare, governance.Explain().Figure).ShouldBe((null, null, null));
    }

    [Fact]
    public void Followed_money_is_advised_and_advised_money_is_approved() => RandomModels.ForAll(Gen.Choose(0, int.MaxValue - 1), seed =>
    {
        var random = new Random(seed);
        var governance = Governance.Of(Enumerable.Range(0, random.Next(1, 9)).Select(i => new ApprovedMoney(
            $"I{i}", random.Next(1, 100), random.Next(3) == 0 ? null : (Stance)random.Next(4), random.Next(5) == 0)).ToArray());
        governance.FollowedShare!.Value.ShouldBeInRange(0, governance.AdvisedShare!.Value);
        governance.AdvisedShare.Value.ShouldBeInRange(0, 1);
        governance.Explain().Terms.Sum(term => term.Amount).ShouldBe(governance.FollowedShare.Value, 1e-9);
        governance.VetoBreaches.ShouldBe(governance.Approved.Where(a => a.Vetoed).Select(a => a.Initiative));
    });

    internal static void ShouldMatch(Governance governance, JsonElement expected, double near)
    {
        governance.AdvisedShare.ShouldBeNear(expected.Number("advisedShare"), near, "advised");
        governance.FollowedShare.ShouldBeNear(expected.Number("followedShare"), near, "followed");
        governance.Overruled.ShouldBe(expected.GetProperty("overruled").Strings());
        governance.VetoBreaches.ShouldBe(expected.GetProperty("vetoBreaches").Strings());
    }
}
