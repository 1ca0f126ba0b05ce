using System.Collections.Concurrent;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Workspaces;

/// <summary>
/// A whole model at one revision: immutable, built once, shared by everybody who looks at it. Analyses, screens and exports are
/// functions of it. An edit yields the next snapshot, which shares all that the edit did not touch.
/// </summary>
public sealed class ModelSnapshot
{
    private readonly ITable[] _tables;
    private readonly Lazy<CapabilityTree> _tree;
    private readonly Lazy<HeatCube> _cube;
    private readonly Lazy<EnablementMap> _enablement;
    private readonly Lazy<ConcurrentDictionary<string, Lazy<ScenarioBranch?>>> _branches = new(() => new());
    private readonly Lazy<ModelAnalyses> _analyses;
    private HeatCube? _earlierCube;
    private ModelSnapshot? _whole;

    private ModelSnapshot(ITable[] tables, long revision, DateOnly today, ModelSnapshot? before = null, Func<ModelSnapshot, HeatCube>? cube = null)
    {
        (_tables, Revision, Today, _whole) = (tables, revision, today, before?._whole);
        _tree = before is not null && ReferenceEquals(Capabilities, before.Capabilities) ? before._tree : new(() => new CapabilityTree(Capabilities));
        _earlierCube = cube is null ? before?.LatestCube() : null;
        _cube = cube is null ? new(FirstCube) : new(cube(this));
        _enablement = new(() => EnablementMap.Of(this));
        _analyses = new(() => new ModelAnalyses(this));
    }

    /// <summary>Counts the committed changes of the model, from 0 for one that was never stored.</summary>
    public long Revision { get; }

    /// <summary>The day for which this snapshot was made; ages count from it unless the model pins its date.</summary>
    public DateOnly Today { get; }

    public ModelMeta Meta => Table<ModelMeta>()[0];

    public ModelSettings Settings => Table<ModelSettings>() is { Count: > 0 } settings ? settings[0] : ModelSettings.Default;

    /// <summary>The as-of date of the model: ages count from it.</summary>
    public DateOnly AsOf => Meta.AsOf ?? Today;

    public Table<ValueChain> ValueChains => Table<ValueChain>();

    public Table<Stage> Stages => Table<Stage>();

    public Table<BusinessUnit> BusinessUnits => Table<BusinessUnit>();

    public Table<Capability> Capabilities => Table<Capability>();

    /// <summary>The capabilities as a tree, in screen order.</summary>
    public CapabilityTree Tree => _tree.Value;

    /// <summary>Heat, roll-ups, priorities and ranks; built when first asked for and carried along by every edit after that.</summary>
    public HeatCube Cube => _cube.Value;

    /// <summary>How technology supports every capability instance (F23); built when first asked for.</summary>
    public EnablementMap Enablement => _enablement.Value;

    /// <summary>Every other analysis, each computed when somebody first asks for it and shared by all who look at this snapshot.</summary>
    public ModelAnalyses Analyses => _analyses.Value;

    public Table<StageLink> StageLinks => Table<StageLink>();

    public Table<Assessment> Assessments => Table<Assessment>();

    /// <summary>A model made of these lists; lists not given are empty.</summary>
    /// <param name="lists">Must contain exactly one row of <see cref="ModelMeta"/>.</param>
    public static ModelSnapshot Of(IEnumerable<ITable> lists, long revision, DateOnly today)
    {
        var tables = new ITable[ModelTables.All.Count];
        foreach (var list in lists)
        {
            tables[list.Definition.Index] = list;
        }

        foreach (var table in ModelTables.All)
        {
            tables[table.Index] ??= table.Create([]);
        }

        var snapshot = new ModelSnapshot(tables, revision, today);
        return snapshot.Table<ModelMeta>().Count == 1
            ? snapshot
            : throw new ArgumentException("A model has exactly one meta row.", nameof(lists));
    }

    public Table<T> Table<T>() where T : ModelRow => (Table<T>)_tables[ModelTables.Of<T>().Index];

    public ITable Table(ModelTable table) => _tables[table.Index];

    /// <summary>The model after these changes.</summary>
    public ModelSnapshot With(IReadOnlyList<RowChange> changes, long revision)
    {
        ITable[] tables = [.. _tables];
        foreach (var group in changes.GroupBy(change => change.Table))
        {
            tables[group.Key.Index] = tables[group.Key.Index].With(group);
        }

        return _cube.IsValueCreated && HeatCube.IsSmallEdit(changes)
            ? new ModelSnapshot(tables, revision, Today, this, next => Cube.With(next, changes))
            : new ModelSnapshot(tables, revision, Today, this);
    }

    /// <summary>A scenario opened as a model of its own, worked out when first asked for; null when there is no such scenario.</summary>
    public ScenarioBranch? Branch(string scenario) => Table<Scenario>().Contains(scenario)
        ? _branches.Value.GetOrAdd(scenario, code => new Lazy<ScenarioBranch?>(() => ScenarioBranch.Of(this, code))).Value
        : null;

    /// <summary>As <see cref="With"/> at the same revision, without the changes of scenarios: what a scenario makes of this model.</summary>
    internal ModelSnapshot Branch(IReadOnlyList<RowChange> changes)
    {
        if (changes.Count + Table<ScenarioChange>().Count == 0)
        {
            return this;
        }

        var branch = With([.. changes, .. Table<ScenarioChange>().Select(RowChange.Remove)], Revision);
        branch._whole = Whole;
        return branch;
    }

    /// <summary>
    /// Whether a new row must not have this key, because a row of the model or of one of its scenarios has it. Otherwise rows that were
    /// added independently would count as one.
    /// </summary>
    internal bool IsTaken(ModelTable table, string code) =>
        Table(table).Find(RowKey.Of(code)) is not null
        || Whole.Table(table).Find(RowKey.Of(code)) is not null
        || Whole.Table<ScenarioChange>().Any(change => change.Change is { } choice && choice.Table == table && choice.Key.Text == code);

    // The model that this is a branch of; itself where it is none.
    private ModelSnapshot Whole => _whole ?? this;

    /// <summary>The same model on another day.</summary>
    public ModelSnapshot On(DateOnly today) => today == Today ? this : new ModelSnapshot(_tables, Revision, today, this);

    // The newest cube built for this model or an earlier one, so that the next cube can reuse parts of it.
    private HeatCube? LatestCube()
    {
        var earlier = _earlierCube;
        return _cube.IsValueCreated ? Cube : earlier;
    }

    // Releases the earlier cube; otherwise every revision would keep all earlier ones alive.
    private HeatCube FirstCube()
    {
        var cube = _earlierCube?.For(this) ?? HeatCube.Of(this);
        _earlierCube = null;
        return cube;
    }
}
