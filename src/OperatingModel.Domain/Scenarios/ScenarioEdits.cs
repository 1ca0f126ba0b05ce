using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Scenarios;

/// <summary>The result of merging a scenario into its base.</summary>
/// <param name="Changes">
/// Changes of the model that add the chosen rows to the base and remove them from the scenario. They are one write and one step to undo.
/// </param>
/// <param name="Left">Why some of the chosen rows stay in the scenario alone.</param>
public sealed record ScenarioMerge(IReadOnlyList<RowChange> Changes, IReadOnlyList<MergeConflict> Left);

/// <summary>Edits of scenarios as such. What is edited inside one is recorded by <see cref="ScenarioBranch.Record"/>.</summary>
public static class ScenarioEdits
{
    private const string Today = "Today";

    /// <summary>A new scenario without changes of its own, and the current state where the model names none yet.</summary>
    /// <param name="baseline">The scenario it starts from; null for the current state.</param>
    public static IReadOnlyList<RowChange> Add(ModelSnapshot model, string name, string? baseline = null) => RowEdits.InTurn(
        model,
        [
            current => Current(current) is null ? Add(current, ScenarioKind.Current, Today, null) : [],
            current => Add(current, ScenarioKind.Alternative, name, current.Table<Scenario>().Find(baseline ?? "") ?? Current(current)),
        ]);

    /// <summary>Reverts choices of a scenario: its rows are as in the base again.</summary>
    /// <param name="chosen">Keys of <see cref="ScenarioChange"/>; those that are gone are passed over.</param>
    public static IReadOnlyList<RowChange> TakeBack(ModelSnapshot model, IEnumerable<RowKey> chosen) =>
        [.. chosen.Select(model.Table<ScenarioChange>().Find).OfType<ScenarioChange>().Select(RowChange.Remove)];

    /// <summary>
    /// Makes choices of a scenario part of its base. What contradicts the base, or refers to something that only the scenario has and that
    /// was not chosen, stays in the scenario.
    /// </summary>
    /// <param name="chosen">Keys of <see cref="ScenarioChange"/>.</param>
    /// <exception cref="ModelRuleException">The scenario is gone.</exception>
    public static ScenarioMerge Merge(ModelSnapshot model, string scenario, IReadOnlyCollection<RowKey> chosen)
    {
        var branch = model.Branch(scenario) ?? throw Gone(scenario);
        List<ScenarioChange> changes = [.. branch.Own.Where(change => chosen.Contains(change.Key))];
        List<MergeConflict> left = [.. branch.Conflicts.Where(conflict => chosen.Contains(KeyOf(conflict)))];
        ModelMerge merge;
        do
        {
            // What stays may be what another choice refers to.
            var kept = left.Select(KeyOf).ToHashSet();
            changes.RemoveAll(change => kept.Contains(change.Key));
            merge = ModelMerge.Of([.. changes.Select(change => change.Change!)], branch.Base);
            left.AddRange(merge.Conflicts);
        }
        while (merge.Conflicts.Count > 0);

        return new([.. branch.Baseline?.Record(merge.Changes) ?? merge.Changes, .. changes.Select(RowChange.Remove)], left);

        RowKey KeyOf(MergeConflict conflict) => ScenarioChange.KeyOf(scenario, conflict.Table, conflict.Key);
    }

    /// <summary>Settles a conflict between a scenario and its base.</summary>
    /// <param name="conflict">One of <see cref="ScenarioBranch.Conflicts"/>, as the user saw it.</param>
    /// <param name="side">Theirs is the base's.</param>
    /// <exception cref="ModelRuleException">
    /// The scenario is gone, or the side cannot be had: of a change that waits because it is missing something or breaks a rule, only the
    /// base's; of a row of the base that has no place in the scenario, only the scenario's, which is without it.
    /// </exception>
    public static IReadOnlyList<RowChange> Settle(ModelSnapshot model, string scenario, MergeConflict conflict, MergeSide side)
    {
        var branch = model.Branch(scenario) ?? throw Gone(scenario);
        var list = model.Table<ScenarioChange>();
        var theirs = branch.Base.Table(conflict.Table).Find(conflict.Key);
        if (list.Find(ScenarioChange.KeyOf(scenario, conflict.Table, conflict.Key)) is not { } change)
        {
            return (conflict.Kind, side) switch
            {
                (MergeConflictKind.Broken, MergeSide.Mine) => branch.Record([new(conflict.Table, theirs, null)]),
                (MergeConflictKind.Broken, _) =>
                    throw new ModelRuleException("scenario", $"The scenario has no place for it: {conflict.Problem} Change the scenario first."),
                _ => [],
            };
        }

        var settled = (side, conflict.Kind) switch
        {
            (MergeSide.Mine, MergeConflictKind.StillNeeded) => change,
            (MergeSide.Mine, MergeConflictKind.Missing or MergeConflictKind.Broken) =>
                throw new ModelRuleException("scenario", "The base has no place for this any more; take the base's side, or change the scenario."),
            (MergeSide.Mine, MergeConflictKind.Field or MergeConflictKind.Place) => change with { Before = Fitted(change.Before) },
            (MergeSide.Mine, _) => change with { Before = RowValue.Of(theirs) },
            (_, MergeConflictKind.Field or MergeConflictKind.Place) =>
                change with { Before = Fitted(change.Before), After = Fitted(change.After) },
            (_, MergeConflictKind.Missing) when theirs is not null =>
                change with { Before = Fitted(change.Before), After = Fitted(change.After) },
            _ => change with { Before = RowValue.Of(theirs), After = RowValue.Of(theirs) },
        };
        RowChange?[] changes =
        [
            ScenarioBranch.Put(list, change, settled),
            .. side == MergeSide.Mine && conflict.Kind == MergeConflictKind.StillNeeded ? branch.Record(conflict.Followers) : [],
        ];
        return [.. changes.OfType<RowChange>()];

        // The row with the base's value in the contested field.
        RowValue? Fitted(RowValue? value) =>
            value is null || theirs is null ? value
            : conflict.Field is null ? new(value.Row with { Position = theirs.Position })
            : new(value.Table.Rewrite(value.Row, (field, old) => field == conflict.Field ? field.ValueOf(theirs) : old));
    }

    private static ModelRuleException Gone(string scenario) => RowEdits.Gone(ModelTables.Of<Scenario>(), scenario);

    private static Scenario? Current(ModelSnapshot model) => model.Table<Scenario>().FirstOrDefault(one => one.Kind == ScenarioKind.Current);

    private static IReadOnlyList<RowChange> Add(ModelSnapshot model, ScenarioKind kind, string name, Scenario? baseline) =>
        RowEdits.AddCoded<Scenario>(
            model, code => new(code, kind, name.Trim(), baseline?.Code, baseline?.TeamDesign, baseline?.DecisionSet, baseline?.Horizon));
}
