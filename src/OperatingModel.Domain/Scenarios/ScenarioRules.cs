using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Reading;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Scenarios;

/// <summary>How scenarios hang together and what they refer to.</summary>
internal static class ScenarioRules
{
    private const string Today = "OrganisationUnits";
    private const string TeamsPrefix = "Teams:";
    private const string AllTeams = "*";
    private const int MostNamed = 5;

    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Unfinished("scenario-current", ExactlyOneCurrent),
        ModelRule.Error("scenario-baseline-cycle", BaselineCycle),
        ModelRule.Error("scenario-team-design", TeamDesign),
        ModelRule.Warning("scenario-without-decisions", WithoutDecisions),
    ];

    private static void ExactlyOneCurrent(RuleCheck check)
    {
        var scenarios = check.Model.Table<Scenario>();
        if (!check.Touches<Scenario>() || scenarios.Count == 0)
        {
            return;
        }

        var current = scenarios.Where(scenario => scenario.Kind == ScenarioKind.Current).ToList();
        if (current.Count == 0)
        {
            check.Report<Scenario>("kind", "No scenario describes the current state; let exactly one be of kind Current.");
        }

        foreach (var other in current.Skip(1))
        {
            check.Report(other, nameof(Scenario.Kind), $"{current[0].Code} is the current state already; give {other.Code} another kind.");
        }
    }

    private static void BaselineCycle(RuleCheck check)
    {
        var scenarios = check.Model.Table<Scenario>();
        foreach (var circle in Circles.Find(
            check.Rows<Scenario>().Select(scenario => scenario.Code),
            code => scenarios.Find(code)?.Baseline is { } baseline && scenarios.Contains(baseline) ? [baseline] : []))
        {
            check.Report(scenarios.Find(circle[0])!, nameof(Scenario.Baseline),
                $"The baselines go round in a circle, {Circles.Shown(circle)}; choose another baseline.");
        }
    }

    private static void TeamDesign(RuleCheck check)
    {
        var teams = check.Model.Table<Team>();
        foreach (var scenario in check.Removed<Team>().Count > 0 ? check.Model.Table<Scenario>() : check.Rows<Scenario>())
        {
            if (scenario.TeamDesign is null or Today)
            {
                continue;
            }

            if (!scenario.TeamDesign.StartsWith(TeamsPrefix, StringComparison.Ordinal))
            {
                check.Report(
                    scenario,
                    nameof(Scenario.TeamDesign),
                    $"The team design is not understood; give {Today}, {TeamsPrefix}{AllTeams} or {TeamsPrefix} with team codes and commas "
                        + "between them.");
                continue;
            }

            var unknown = scenario.TeamDesign[TeamsPrefix.Length..].Split(',').Where(code => code != AllTeams && !teams.Contains(code)).ToList();
            if (unknown.Count > 0)
            {
                string[] known = [.. teams.Select(team => team.Code)];
                check.Report(scenario, nameof(Scenario.TeamDesign), () =>
                    string.Join(" ", unknown.Take(MostNamed).Select(code => NearName.Missing(code, teams.Definition.Name, known))));
            }
        }
    }

    private static void WithoutDecisions(RuleCheck check)
    {
        if (!check.Touches<Scenario>() && !check.Touches<FundingDecision>())
        {
            return;
        }

        var sets = check.Model.Table<FundingDecision>().Select(decision => decision.Scenario).ToHashSet();
        foreach (var scenario in check.Touches<FundingDecision>() ? check.Model.Table<Scenario>() : check.Rows<Scenario>())
        {
            if (scenario.DecisionSet is { } set && !sets.Contains(set))
            {
                check.Report(scenario, nameof(Scenario.DecisionSet),
                    $"No funding decision belongs to the set {NearName.Quoted(set)}; correct the name, or take the decisions."
                    + (NearName.Nearest(set, sets) is { } near ? $" Perhaps {NearName.Quoted(near)} is meant." : ""));
            }
        }
    }
}
