using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Reading;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Scenarios;

/// <summary>Rules of baselines, team designs and references of scenarios.</summary>
internal static class ScenarioRules
{
    private const int MostNamed = 5;

    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Unfinished("scenario-current", ExactlyOneCurrent),
        ModelRule.Error("scenario-baseline-cycle", BaselineCycle),
        ModelRule.Error("scenario-team-design", TeamDesignKnown),
        ModelRule.Error("scenario-change-row", ChangeOfOneRow),
        ModelRule.Error("scenario-current-changes", CurrentChangesNothing),
        ModelRule.Warning("scenario-without-decisions", WithoutDecisions),
        ModelRule.Warning("scenario-conflicts", Conflicting),
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
        foreach (var circle in BaselineCircles(check.Rows<Scenario>(), scenarios))
        {
            check.Report(scenarios.Find(circle[0])!, nameof(Scenario.Baseline),
                $"The baselines go round in a circle, {Circles.Shown(circle)}; choose another baseline.");
        }
    }

    private static void TeamDesignKnown(RuleCheck check)
    {
        var teams = check.Model.Table<Team>();
        foreach (var scenario in check.Removed<Team>().Count > 0 ? check.Model.Table<Scenario>() : check.Rows<Scenario>())
        {
            if (!TeamDesign.TryParse(scenario.TeamDesign, out var design))
            {
                check.Report(scenario, nameof(Scenario.TeamDesign), $"The team design is not understood; give {TeamDesign.Forms}.");
                continue;
            }

            List<string> unknown = [.. design.Named.Where(code => !teams.Contains(code))];
            if (unknown.Count > 0)
            {
                string[] known = [.. teams.Select(team => team.Code)];
                check.Report(scenario, nameof(Scenario.TeamDesign), () =>
                    string.Join(" ", unknown.Take(MostNamed).Select(code => NearName.Missing(code, teams.Definition.Name, known))));
            }
        }
    }

    private static void ChangeOfOneRow(RuleCheck check)
    {
        foreach (var change in check.Rows<ScenarioChange>())
        {
            if (change.Change is not { Table: var table })
            {
                check.Report(change, nameof(ScenarioChange.After), "The change names no row; give the row before, after, or both.");
            }
            else if (table.RowType == typeof(Scenario) || table.RowType == typeof(ScenarioChange))
            {
                check.Report(change, nameof(ScenarioChange.After), "A scenario changes no scenarios; take this change out.");
            }
            else if (change is { Before: { } before, After: { } after } && (before.Table, before.Row.Key) != (after.Table, after.Row.Key))
            {
                check.Report(change, nameof(ScenarioChange.After),
                    $"{before} becomes {after}; a change is of one row. Remove the one and add the other.");
            }
            else
            {
                CheckFields(check, change, nameof(ScenarioChange.Before), change.Before);
                CheckFields(check, change, nameof(ScenarioChange.After), change.After);
            }
        }
    }

    private static void CheckFields(RuleCheck check, ScenarioChange change, string side, RowValue? value)
    {
        foreach (var (field, problem) in value is null ? [] : FieldValueRules.ProblemsOf(value.Row))
        {
            check.Report(change, side, $"{field.FileName}: {problem}");
        }
    }

    private static void CurrentChangesNothing(RuleCheck check)
    {
        var scenarios = check.Model.Table<Scenario>();
        HashSet<string> changing = [.. (check.Touches<Scenario>() ? check.Model.Table<ScenarioChange>() : check.Rows<ScenarioChange>())
            .Select(change => change.Scenario)];
        foreach (var code in changing)
        {
            if (scenarios.Find(code) is { Kind: ScenarioKind.Current } current)
            {
                check.Report(current, nameof(Scenario.Kind),
                    $"The current state is the model itself and has no changes of its own; merge the changes of {code} or give it another kind.");
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

    // Opening a scenario merges it with its base: too much to do with every change. Its page shows each conflict with both values.
    private static void Conflicting(RuleCheck check)
    {
        var scenarios = check.Model.Table<Scenario>();
        if (!check.IsWhole || BaselineCircles(scenarios, scenarios).Any())
        {
            return;
        }

        foreach (var own in check.Model.Table<ScenarioChange>().GroupBy(change => change.Scenario))
        {
            // What is wrong with a change by itself is reported of the change.
            if (scenarios.Find(own.Key) is { } scenario
                && own.All(change => change.After is not { } after || !FieldValueRules.ProblemsOf(after.Row).Any())
                && check.Model.Branch(own.Key)!.Conflicts is { Count: > 0 } conflicts)
            {
                var what = conflicts.Count == 1 ? "one change contradicts" : $"{conflicts.Count} changes contradict";
                check.Report(scenario, null, $"In {NearName.Quoted(scenario.Name)} {what} what the model says now; settle them on its page.");
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>> BaselineCircles(IEnumerable<Scenario> from, Table<Scenario> scenarios) => Circles.Find(
        from.Select(scenario => scenario.Code),
        code => scenarios.Find(code)?.Baseline is { } baseline && scenarios.Contains(baseline) ? [baseline] : []);
}
