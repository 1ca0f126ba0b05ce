using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Portfolio;

/// <summary>Spend against need for one selection of the money, at both levels.</summary>
/// <param name="Leaf">Capability by capability; null without spend or need.</param>
/// <param name="Level1">By capability of the first level; null without spend or need.</param>
/// <param name="Money">Thousands compared.</param>
public sealed record AlignmentPair(Alignment? Leaf, Alignment? Level1, long Money);

/// <summary>An initiative that looks over-funded where it spends, but unlocks others.</summary>
/// <param name="Unlocks">Initiatives that need it, in ordinal order.</param>
public sealed record Enabler(string Initiative, string Capability, IReadOnlyList<string> Unlocks);

/// <summary>Whether the money of a decision set goes where the need is, in one round (F9).</summary>
/// <param name="Discretionary">Without mandatory initiatives: the headline, since regulatory money must not be scolded.</param>
/// <param name="All">With everything.</param>
/// <param name="Enablers">Approved initiatives others depend on, with each capability they spend on.</param>
public sealed record FundingAlignment(
    string DecisionSet,
    string Round,
    AlignmentPair Discretionary,
    AlignmentPair All,
    IReadOnlyList<Enabler> Enablers)
{
    private const int TopLeaves = 5;
    private const int TopLevel1 = 3;

    /// <summary>The decisions and the round by name, e.g. <c>Target 2030 in FY26</c>.</summary>
    public string Name(ModelSnapshot model) => $"{DecisionSets.NameOf(model, DecisionSet)} in {ModelInput.NameOf<FundingRound>(model, Round)}";

    /// <summary>Every decision set and round with approved decisions: sets in ordinal order, rounds in theirs.</summary>
    public static IReadOnlyList<FundingAlignment> AllOf(ModelSnapshot model) =>
    [
        .. from decisionSet in DecisionSets.NamesOf(model)
           from round in model.Table<FundingRound>()
           where DecisionSets.ApprovedOf(model, decisionSet).Any(decision => decision.Round == round.Code)
           select Of(model, decisionSet, round.Code),
    ];

    /// <summary>
    /// Returns the first round of the decision set that the target scenario uses, else of the first set; null without approved money.
    /// </summary>
    public static FundingAlignment? HeadlineOf(ModelSnapshot model)
    {
        var target = model.Table<Scenario>().FirstOrDefault(scenario => scenario.Kind == ScenarioKind.Target)?.DecisionSet;
        var all = model.Analyses.Funding;
        return all.FirstOrDefault(round => round.DecisionSet == target) ?? (all.Count > 0 ? all[0] : null);
    }

    public static FundingAlignment Of(ModelSnapshot model, string decisionSet, string round)
    {
        FundingDecision[] approved = [.. DecisionSets.ApprovedOf(model, decisionSet).Where(decision => decision.Round == round)];
        var allocations = model.Table<CostAllocation>().ToLookup(allocation => allocation.Initiative);
        var need = model.Cube.Priorities.Items.ToDictionary(item => item.Code, item => item.Need ?? 0, StringComparer.Ordinal);
        FundingDecision[] discretionary =
        [
            .. approved.Where(decision => model.Table<Initiative>().Find(decision.Initiative) is not { Mandatory: true }),
        ];
        return new FundingAlignment(
            decisionSet,
            round,
            Compare(model, discretionary, allocations, need),
            Compare(model, approved, allocations, need),
            EnablersOf(model, approved, allocations));
    }

    private static AlignmentPair Compare(
        ModelSnapshot model, FundingDecision[] decisions, ILookup<string, CostAllocation> allocations, Dictionary<string, double> need)
    {
        var spend = SpendOf(decisions, allocations);
        return new AlignmentPair(
            Alignment.Of(spend, need, TopLeaves, model.Settings),
            Alignment.Of(Level1Of(model, spend), Level1Of(model, need), TopLevel1, model.Settings),
            decisions.Sum(decision => decision.Amount));
    }

    private static Dictionary<string, double> SpendOf(FundingDecision[] decisions, ILookup<string, CostAllocation> allocations)
    {
        var spend = new Dictionary<string, double>(StringComparer.Ordinal);
        var unmapped = 0.0;
        foreach (var decision in decisions)
        {
            var rest = 100.0;
            foreach (var allocation in allocations[decision.Initiative])
            {
                spend[allocation.Capability] = spend.GetValueOrDefault(allocation.Capability) + (decision.Amount * allocation.Percent / 100);
                rest -= allocation.Percent;
            }

            unmapped += decision.Amount * Math.Max(0, rest) / 100;
        }

        if (unmapped > Tolerance.Value)
        {
            spend[Alignment.Unmapped] = unmapped;
        }

        return spend;
    }

    private static Dictionary<string, double> Level1Of(ModelSnapshot model, Dictionary<string, double> amounts) =>
        amounts
            .GroupBy(
                pair => model.Tree.IndexOf(pair.Key) is var node and >= 0 ? model.Tree[model.Tree.PathUp(node).Last()].Code : pair.Key,
                StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value), StringComparer.Ordinal);

    private static Enabler[] EnablersOf(ModelSnapshot model, FundingDecision[] approved, ILookup<string, CostAllocation> allocations)
    {
        var unlocks = model.Table<InitiativePrerequisite>().ToLookup(row => row.Prerequisite, row => row.Initiative);
        return
        [
            .. from decision in approved
               where unlocks[decision.Initiative].Any()
               from capability in allocations[decision.Initiative].Select(allocation => allocation.Capability).Distinct(StringComparer.Ordinal)
               select new Enabler(decision.Initiative, capability, [.. unlocks[decision.Initiative].Order(StringComparer.Ordinal)]),
        ];
    }
}
