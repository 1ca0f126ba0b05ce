using System.Text.Json;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.Portfolio;

/// <summary>The indicators of the airline sample that belong to money.</summary>
public sealed class AirlinePortfolioTests
{
    private const double Near = 1e-6;

    private static readonly ModelSnapshot Model = SampleModels.Airline(new DateOnly(2026, 3, 1));
    private static readonly PortfolioProblem Problem = PortfolioProblem.Of(Model);
    private static readonly SelectionResult Best = Ask.Best(Problem);
    private static readonly JsonElement Expected = MethodVectors.Airline;

    [Fact]
    public void Best_selection_and_its_share_of_all_need()
    {
        SelectionTests.ShouldMatch(Best, Expected.GetProperty("portfolio"), Near);
        Best.ShareOfNeed.ShouldBeNear(Expected.Number("portfolioShareOfNeed"), Near, "share of need");
    }

    [Fact]
    public void Every_initiative_alone()
    {
        var alone = Selection.Standalone(Problem);
        alone.Count.ShouldBe(Expected.GetProperty("portfolioStandalone").EnumerateObject().Count());
        foreach (var expected in Expected.GetProperty("portfolioStandalone").EnumerateObject())
        {
            alone[expected.Name].ShouldBe(expected.Value.GetDouble(), Near, expected.Name);
        }
    }

    [Fact]
    public void Every_initiative_explained() =>
        SelectionTests.ShouldMatch(Ask.Verdicts(Problem, Best), Expected.GetProperty("portfolioExplain"), Near);

    [Fact]
    public void Greedy_selection() => SelectionTests.ShouldMatch(Selection.Greedy(Problem), Expected.GetProperty("portfolioGreedy"), Near);

    [Fact]
    public void What_the_sponsors_list_would_remove() =>
        Selection.ValueOf(Problem, DecisionSets.InitiativesOf(Model, "SPONSOR")).ShouldBe(Expected.Number("sponsorPortfolioValue")!.Value, Near);

    [Fact]
    public void Value_at_other_budgets()
    {
        var expected = Expected.GetProperty("budgetCurve").EnumerateArray().ToArray();
        var curve = Ask.Curve(Problem, "FY26", [.. expected.Select(point => point.GetProperty("fy26").GetInt64())]);
        foreach (var (point, wanted) in curve.Points.Zip(expected))
        {
            point.Result.Best!.Value.ShouldBe(wanted.Number("value")!.Value, Near);
            point.Result.Best.Codes.ShouldBe(wanted.GetProperty("selected").Strings());
        }

        (curve.Points[1].Adds, curve.Points[1].Drops).ShouldSatisfyAllConditions(
            change => change.Adds.ShouldBe(["I01", "I15"]),
            change => change.Drops.ShouldBe(["I18"]));
    }

    [Fact]
    public void Spend_against_need()
    {
        var alignments = FundingAlignment.AllOf(Model);
        var checkedKeys = 0;
        foreach (var alignment in alignments)
        {
            foreach (var (name, pair) in new[] { ("discretionary", alignment.Discretionary), ("all", alignment.All) })
            {
                if (Expected.GetProperty("funding").TryGetProperty($"{alignment.DecisionSet}|{alignment.Round}|{name}", out var expected))
                {
                    AlignmentTests.ShouldMatch(pair.Leaf!, expected.GetProperty("leaf"), Near);
                    AlignmentTests.ShouldMatch(pair.Level1!, expected.GetProperty("level1"), Near);
                    ((double?)pair.Money).ShouldBe(expected.Number("money"));
                    checkedKeys++;
                }
            }
        }

        checkedKeys.ShouldBe(Expected.GetProperty("funding").EnumerateObject().Count());
        alignments.Select(alignment => (alignment.DecisionSet, alignment.Round)).ShouldBe([("HEAT", "FY26"), ("HEAT", "FY27"), ("SPONSOR", "FY26")]);
    }

    [Fact]
    public void A_foundation_says_what_it_unlocks() =>
        FundingAlignment.Of(Model, "HEAT", "FY26").Enablers.Single(enabler => enabler.Capability == "C8.2").ShouldSatisfyAllConditions(
            enabler => enabler.Initiative.ShouldBe("I04"),
            enabler => enabler.Unlocks.ShouldBe(["I01", "I02"]));

    [Fact]
    public void Mix_of_innovation_and_investment_and_ticket_sizes()
    {
        var mixes = InvestmentMix.AllOf(Model);
        mixes.Select(mix => mix.DecisionSet).ShouldBe(["HEAT", "SPONSOR"]);
        foreach (var mix in mixes)
        {
            var expected = Expected.GetProperty("mix").GetProperty(mix.DecisionSet);
            var shares = ExpectedFigures.OfAirline("mix")[mix.DecisionSet]!;
            Agreement.Check(shares["innovation"], mix.Innovation, Near);
            Agreement.Check(shares["investment"], mix.Investment, Near);
            TicketSizeTests.ShouldMatch(mix.Tickets, expected.GetProperty("tickets"), Near);
            mix.LacksTransformation.ShouldBeTrue();
        }
    }

    [Fact]
    public void Governance_of_each_decision_set()
    {
        foreach (var expected in Expected.GetProperty("governance").EnumerateObject())
        {
            GovernanceTests.ShouldMatch(Governance.Of(Model, expected.Name), expected.Value, Near);
        }
    }

    [Fact]
    public void A_near_call_is_among_the_alternatives()
    {
        var alternatives = Ask.NearBest(Problem, Best, atMost: 1000);
        alternatives.IsComplete.ShouldBeTrue();
        alternatives.IsCut.ShouldBeFalse();
        alternatives.Items[0].Loss.ShouldBe(1.7262222222, Near);
        (alternatives.Items[0].Drops, alternatives.Items[0].Adds).ShouldSatisfyAllConditions(
            change => change.Drops.ShouldBe(["I13", "I14", "I15"]),
            change => change.Adds.ShouldBe(["I03", "I17"]));
        alternatives.Items.ShouldAllBe(item => item.Loss <= 0.02 * Best.Best!.Value + 1e-9);
    }
}
