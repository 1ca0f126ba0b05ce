using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Portfolio;

/// <summary>Funding decisions by the name of their set (the field <c>scenario</c> of a decision).</summary>
public static class DecisionSets
{
    /// <summary>The sets that have decisions, in ordinal order.</summary>
    public static IReadOnlyList<string> NamesOf(ModelSnapshot model) =>
        [.. model.Table<FundingDecision>().Select(decision => decision.Scenario).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The name of a set for people: that of the scenario that uses it, preferably the target; else its own.</summary>
    public static string NameOf(ModelSnapshot model, string decisionSet) => model.Table<Scenario>()
        .Where(scenario => scenario.DecisionSet == decisionSet)
        .OrderByDescending(scenario => scenario.Kind == ScenarioKind.Target)
        .FirstOrDefault()?.Name ?? decisionSet;

    public static IEnumerable<FundingDecision> Of(ModelSnapshot model, string decisionSet) =>
        model.Table<FundingDecision>().Where(decision => decision.Scenario == decisionSet);

    public static IEnumerable<FundingDecision> ApprovedOf(ModelSnapshot model, string decisionSet) =>
        Of(model, decisionSet).Where(decision => decision.State == FundingState.Approved);

    /// <summary>Codes of the initiatives with an approved decision, in ordinal order.</summary>
    public static IReadOnlyList<string> InitiativesOf(ModelSnapshot model, string decisionSet) =>
        [.. ApprovedOf(model, decisionSet).Select(decision => decision.Initiative).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
