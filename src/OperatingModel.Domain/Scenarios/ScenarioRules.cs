using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Reading;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Scenarios;

/// <summary>Rules of baselines, team designs and references of scenarios.</summary>
internal static class ScenarioRules
{
    private const int MostNamed = 5;
    private const int MostBaselines = 20;

    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Unfinished("scenario-current", ExactlyOneCurrent),
        ModelRule.Error("scenario-baseline-cycle", BaselineCycle),
        ModelRule.Error("scenario-baseline-depth", BaselineDepth),
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

    // Each scenario is merged over its baseline: a hostile file may chain as many as it has rows.
    private static void BaselineDepth(RuleCheck check)
    {
        var scenarios = check.Model.Table<Scenario>();
        foreach (var scenario in check.Touches<Scenario>() ? scenarios.Where(one => IsDeep(scenarios, one)) : [])
        {
            check.Report(scenario, nameof(Scenario.Baseline),
                $"More than {MostBaselines} baselines lead from {scenario.Code} to the model; choose a baseline nearer to it.");
        }
    }

    // A circle of baselines is reported as such.
    private static bool IsDeep(Table<Scenario> scenarios, Scenario scenario)
    {
        HashSet<string> line = [scenario.Code];
        while (scenario.Baseline is { } code && scenarios.Find(code) is { } next && line.Count <= MostBaselines + 1)
        {
            if (!line.Add(code))
            {
                return false;
            }

            scenario = next;
        }

        return line.Count > MostBaselines + 1;
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
            foreach (var (side, problem) in ProblemsOf(change))
            {
                check.Report(change, side, problem);
            }
        }
    }

    private static IEnumerable<(string Side, string Problem)> ProblemsOf(ScenarioChange change) => change switch
    {
        { Change: null } => [(nameof(ScenarioChange.After), "The change names no row; give the row before, after, or both.")],
        _ when change.Change.Table.RowType is var type && (type == typeof(Scenario) || type == typeof(ScenarioChange)) =>
            [(nameof(ScenarioChange.After), "A scenario changes no scenarios; take this change out.")],
        { Before: { } before, After: { } after } when (before.Table, before.Row.Key) != (after.Table, after.Row.Key) =>
            [(nameof(ScenarioChange.After), $"{before} becomes {after}; a change is of one row. Remove the one and add the other.")],
        _ => [.. FieldsOf(nameof(ScenarioChange.Before), change.Before), .. FieldsOf(nameof(ScenarioChange.After), change.After)],
    };

    private static IEnumerable<(string Side, string Problem)> FieldsOf(string side, RowValue? value) => value is null ? []
        : FieldValueRules.ProblemsOf(value.Row).Select(field => (side, $"{field.Field.FileName}: {field.Problem}"));

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
        var (scenarios, changes) = (check.Model.Table<Scenario>(), check.Model.Table<ScenarioChange>());
        var isSound = check.IsWhole && !scenarios.Any(scenario => IsDeep(scenarios, scenario)) && !BaselineCircles(scenarios, scenarios).Any()
            && !changes.Any(change => ProblemsOf(change).Any());
        foreach (var scenario in isSound ? changes.Select(change => change.Scenario).Distinct().Select(scenarios.Find).OfType<Scenario>() : [])
        {
            check.Cancellation.ThrowIfCancellationRequested();
            if (check.Model.Branch(scenario.Code)!.Conflicts is { Count: > 0 } conflicts)
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
