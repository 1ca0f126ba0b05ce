using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Scenarios;

/// <summary>
/// A scenario opened as a model of its own: its base with the scenario's changes. What is new in the base arrives in the scenario. Where
/// both changed the same field, the scenario keeps its own value and the conflict is reported. A change that no longer fits the base is not
/// applied until the conflict is settled.
/// </summary>
/// <remarks>The current state holds no changes: it is the model itself. The base is the branch of the baseline where there is one.</remarks>
public sealed class ScenarioBranch
{
    private readonly ModelSnapshot _whole;
    private readonly HashSet<RowKey> _waiting = [];
    private readonly List<RowChange> _leftOut = [];
    private readonly HashSet<(RowKey Change, ModelField Field)> _waitingFields = [];

    private ScenarioBranch(ModelSnapshot whole, Scenario scenario, ScenarioBranch? baseline)
    {
        (_whole, Scenario, Baseline) = (whole, scenario, baseline);
        Base = baseline?.Model ?? whole;
        Own = IsCurrent ? [] : [.. whole.Table<ScenarioChange>().Where(change => change.Scenario == scenario.Code && change.Change is not null)];
        (Model, Conflicts) = IsCurrent ? (Base, []) : Merged();
    }

    public Scenario Scenario { get; }

    /// <summary>The scenario it starts from; null where it starts from the model itself.</summary>
    public ScenarioBranch? Baseline { get; }

    /// <summary>The base as it is now.</summary>
    public ModelSnapshot Base { get; }

    /// <summary>
    /// The whole model as this scenario has it, at the revision of the model. A row carries the newer version of the base row and the
    /// scenario's change. It does not contain the changes of scenarios.
    /// </summary>
    public ModelSnapshot Model { get; }

    /// <summary>The changes of the scenario, as recorded.</summary>
    public IReadOnlyList<ScenarioChange> Own { get; }

    /// <summary>The contradictions between the scenario and later changes of its base.</summary>
    public IReadOnlyList<MergeConflict> Conflicts { get; }

    /// <summary>Whether it is the state that the model itself describes.</summary>
    public bool IsCurrent => Scenario.Kind == ScenarioKind.Current;

    /// <summary>This scenario and those it starts from, one after the other.</summary>
    public IEnumerable<ScenarioBranch> Line => Baseline is null ? [this] : [this, .. Baseline.Line];

    /// <summary>Null when there is no such scenario.</summary>
    internal static ScenarioBranch? Of(ModelSnapshot model, string code)
    {
        if (model.Table<Scenario>().Find(code) is not { } scenario)
        {
            return null;
        }

        // Baselines that go round in a circle are refused when they are stored.
        return new(model, scenario, scenario.Baseline is { } baseline && baseline != code ? model.Branch(baseline) : null);
    }

    /// <summary>
    /// The changes of the model that record these changes of the branch in the scenario. Changes of scenarios themselves go to the model
    /// from every branch.
    /// </summary>
    /// <param name="changes">From the rows of <see cref="Model"/>.</param>
    public IReadOnlyList<RowChange> Record(IEnumerable<RowChange> changes) => IsCurrent
        ? [.. changes]
        : [.. changes.Select(change => change.Table.RowType == typeof(Scenario) ? change : Recorded(change)).OfType<RowChange>()];

    private bool IsWaiting(ScenarioChange change) => _waiting.Contains(change.Key);

    private RowChange? Recorded(RowChange change)
    {
        var list = _whole.Table<ScenarioChange>();
        var known = list.Find(ScenarioChange.KeyOf(Scenario.Code, change.Table, change.Key));
        var theirs = Base.Table(change.Table).Find(change.Key);
        if (known is not { Before.Row: var seen } || IsWaiting(known) || theirs is null || change.Before is not { } shown)
        {
            // A change that waits, or a row that the base added meanwhile, is recorded anew.
            return Put(list, known, new(Scenario.Code, RowValue.Of(theirs), RowValue.Of(change.After)));
        }

        // A field whose change waits keeps waiting, unless the user gave it a new value.
        bool Waits(ModelField field) => known.After is not null && change.After is { } wanted
            && _waitingFields.Contains((known.Key, field)) && Equals(field.ValueOf(wanted), field.ValueOf(shown));
        var after = change.After is null ? null
            : change.Table.Rewrite(change.After, (field, value) => Waits(field) ? field.ValueOf(known.After!.Row) : value);
        return Put(list, known, new(Scenario.Code, new RowValue(Rebased(change.Table, seen, shown, theirs, Waits)), RowValue.Of(after)));
    }

    // The row as the base had it; fields that the scenario neither shows differently nor holds back are taken from the present base.
    private static ModelRow Rebased(ModelTable table, ModelRow seen, ModelRow shown, ModelRow theirs, Func<ModelField, bool> waits) =>
        table.Rewrite(seen, (field, value) =>
            !waits(field) && Equals(field.ValueOf(shown), field.ValueOf(theirs)) ? field.ValueOf(theirs) : value) with
        {
            Position = shown.Position == theirs.Position ? theirs.Position : seen.Position,
        };

    /// <summary>The change that replaces the recorded entry by this one; null when both are the same.</summary>
    internal static RowChange? Put(Table<ScenarioChange> list, ScenarioChange? known, ScenarioChange change)
    {
        var isNone = change.Before == change.After;
        return known is null
            ? isNone ? null : RowChange.Add(change with { Position = list.Count == 0 ? 0 : list[list.Count - 1].Position + 1 })
            : isNone ? RowChange.Remove(known)
            : known.Before == change.Before && known.After == change.After ? null
            : RowChange.Replace(known, change with { Position = known.Position, Version = known.Version });
    }

    private (ModelSnapshot Model, IReadOnlyList<MergeConflict> Conflicts) Merged()
    {
        var broken = new List<MergeConflict>();
        while (true)
        {
            var conflicts = new List<MergeConflict>();
            var merge = ModelMerge.Of(
                [.. Own.Where(change => !IsWaiting(change)).Select(change => change.Change!), .. _leftOut],
                Base,
                conflict =>
                {
                    conflicts.Add(conflict);
                    return IsHeld(conflict.Kind) ? MergeSide.Mine : null;
                });
            IReadOnlyList<RowChange> changes = [.. WithVersions(merge.Changes)];
            var model = Base.Branch(changes);
            List<ModelProblem> problems = [.. ModelRules.CheckChanges(model, changes).Where(problem => problem.Blocks)];
            if (problems.Count == 0)
            {
                foreach (var conflict in conflicts.Where(conflict => !IsHeld(conflict.Kind)))
                {
                    var key = ScenarioChange.KeyOf(Scenario.Code, conflict.Table, conflict.Key);
                    if (conflict is { Kind: MergeConflictKind.Missing, Field: { } field, Theirs: not null })
                    {
                        // The rest of the row is shown.
                        _waitingFields.Add((key, field));
                    }
                    else
                    {
                        _waiting.Add(key);
                    }
                }

                return (model, [.. conflicts, .. broken]);
            }

            // Each round leaves out some changes, in the worst case all, so the loop ends.
            broken.AddRange(LeaveOut(problems) is { Count: > 0 } theirs ? theirs : Suspend(problems));
        }
    }

    // The scenario's own change is kept where it can be.
    private static bool IsHeld(MergeConflictKind kind) => kind is not (MergeConflictKind.RemovedByThem or MergeConflictKind.Missing);

    // A new row of the base that has no place in the scenario, such as a judgement of a capability that it split, is left out of the branch.
    private List<MergeConflict> LeaveOut(List<ModelProblem> problems)
    {
        var own = Own.Select(change => (change.Change!.Table, change.Change.Key)).ToHashSet();
        List<MergeConflict> conflicts =
        [
            .. from problem in problems.DistinctBy(problem => (problem.Table, problem.Row))
               where problem.Row is { } row && !own.Contains((problem.Table!, row)) && !Naming.Of(problem.Table!).Any()
               let theirs = Base.Table(problem.Table!).Find(problem.Row!.Value)
               where theirs is not null
               select new MergeConflict(MergeConflictKind.Broken, problem.Table!, theirs.Key, null, theirs, null, theirs)
               {
                   Problem = problem.Message,
               },
        ];
        _leftOut.AddRange(conflicts.Select(conflict => new RowChange(conflict.Table, conflict.Theirs, null)));
        return conflicts;
    }

    private List<MergeConflict> Suspend(List<ModelProblem> problems)
    {
        List<ScenarioChange> held = [.. Own.Where(change => !IsWaiting(change))];
        if (held.Count == 0)
        {
            // A base that breaks the rules by itself: what stays away from the scenario cannot help.
            _leftOut.Clear();
            return [];
        }

        var byRow = problems.Where(problem => problem.Row is not null).ToLookup(problem => (problem.Table!, problem.Row!.Value));
        var tables = problems.Select(problem => problem.Table).ToHashSet();
        List<ScenarioChange> guilty = [.. held.Where(change => byRow.Contains((change.Change!.Table, change.Change.Key)))];
        guilty = guilty.Count > 0 ? guilty : [.. held.Where(change => tables.Contains(change.Change!.Table))];
        return
        [
            .. (guilty.Count > 0 ? guilty : held).Select(change =>
            {
                _waiting.Add(change.Key);
                var (table, key) = (change.Change!.Table, change.Change.Key);
                var problem = byRow[(table, key)].FirstOrDefault() ?? problems[0];
                return new MergeConflict(
                    MergeConflictKind.Broken, table, key, null, change.Before?.Row, change.After?.Row, Base.Table(table).Find(key))
                {
                    Problem = problem.Message,
                };
            }),
        ];
    }

    private IEnumerable<RowChange> WithVersions(IReadOnlyList<RowChange> changes)
    {
        // A change that shows nothing by itself, such as one of a hidden field, still makes a new version of its row.
        var own = Own.Where(change => !IsWaiting(change)).ToDictionary(change => (change.Change!.Table, change.Change.Key), change => change.Version);
        var shown = changes.Select(change => (change.Table, change.Key)).ToHashSet();
        foreach (var change in changes)
        {
            yield return change.After is null ? change : change with { After = Versioned(change.Table, change.After) };
        }

        foreach (var (table, key) in own.Keys.Except(shown))
        {
            if (Base.Table(table).Find(key) is { } row)
            {
                yield return new(table, row, Versioned(table, row));
            }
        }

        ModelRow Versioned(ModelTable table, ModelRow row) => row with
        {
            Version = Math.Max(Base.Table(table).Find(row.Key)?.Version ?? 0, own.GetValueOrDefault((table, row.Key))),
        };
    }
}
