using System.Runtime.CompilerServices;
using OperatingModel.Domain;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Features.Priorities;

namespace OperatingModel.Web.Features.Home;

/// <summary>How complete the model is, and how far a new one has come.</summary>
public sealed record Groundwork(IReadOnlyList<PointCompleteness> Points, IReadOnlyList<StepState> Steps, IReadOnlyList<MissingScore> AssessFirst)
{
    /// <summary>Some step of the path is still to be done.</summary>
    public bool IsYoung => Steps.Any(step => !step.IsDone);
}

/// <summary>A capability in a stage, all business units together.</summary>
/// <param name="Heat">0..100.</param>
public sealed record HotCell(string Capability, string CapabilityName, string Stage, string StageName, double Heat, HeatBand Band);

/// <summary>Where it burns.</summary>
/// <param name="All">Of the whole enterprise.</param>
public sealed record HeatPart(Rollup All, IReadOnlyList<HotCell> Hottest);

/// <summary>What matters most, and what would overturn that (F5, F6a).</summary>
/// <param name="Lead">Null when nothing is ranked.</param>
public sealed record PriorityPart(IReadOnlyList<Priority> Top, LeadSentence? Lead);

/// <summary>Whether money follows need (F9), round by round and set by set.</summary>
/// <param name="Headline">The first round of the set that the target scenario uses; null without approved money.</param>
public sealed record FundingPart(FundingAlignment? Headline, IReadOnlyList<FundingAlignment> All);

/// <summary>Problems of one kind.</summary>
/// <param name="First">The first of them; it names the remedy.</param>
public sealed record WarningGroup(ModelProblem First, int Count);

/// <summary>
/// Everything the operating model on a page says of one revision. It is computed once, part by part, beside the pages that
/// wait for it, and is forgotten with the revision.
/// </summary>
internal sealed class HomeFigures
{
    private const int HottestShown = 5;

    private static readonly ConditionalWeakTable<ModelSnapshot, HomeFigures> Known = [];

    private readonly ModelSnapshot _model;

    private HomeFigures(ModelSnapshot model)
    {
        _model = model;
        Groundwork = After(Task.CompletedTask, FindGroundwork);
        Heat = After(Groundwork, FindHeat);
        Priorities = After(Heat, FindPriorities);
        Funding = After(Priorities, FindFunding);
        Coordination = After(Funding, () => model.Analyses.Changes);
        Effort = After(Coordination, () => model.Analyses.Effort);
        Roadmap = After(Effort, () => model.Analyses.Trajectory);
        Warnings = After(Roadmap, FindWarnings);
    }

    public Task<Groundwork> Groundwork { get; }

    public Task<HeatPart> Heat { get; }

    public Task<PriorityPart> Priorities { get; }

    public Task<FundingPart> Funding { get; }

    public Task<ChangeSimulation> Coordination { get; }

    public Task<EffortBalance> Effort { get; }

    public Task<Trajectory> Roadmap { get; }

    public Task<IReadOnlyList<WarningGroup>> Warnings { get; }

    /// <summary>The figures of this snapshot, shared by all who look at it.</summary>
    public static HomeFigures Of(ModelSnapshot model) => Known.GetValue(model, static m => new HomeFigures(m));

    // One after the other: a page that opens must not take every core from those who work.
    private static Task<T> After<T>(Task before, Func<T> find) => Task.Run(async () =>
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return find();
    });

    private Groundwork FindGroundwork() => new(Completeness.Of(_model), FirstSteps.Of(_model), _model.Cube.MissingScores(5));

    private HeatPart FindHeat()
    {
        var cube = _model.Cube;
        var grid = cube.Grid(HeatAxis.Capabilities, cube.Leaves, HeatAxis.Stages, [.. Enumerable.Range(0, cube.Stages.Count)]);
        return new HeatPart(cube.Of(), [.. grid.Hottest(HottestShown).Select(hot => Cell(cube, cube.Leaves[hot.Row], hot.Column, hot.Heat))]);
    }

    private HotCell Cell(HeatCube cube, int leaf, int stage, double heat) =>
        new(
            cube.Tree[leaf].Code,
            cube.Tree[leaf].Name,
            cube.Stages[stage].Code,
            cube.Stages[stage].Name,
            heat,
            HeatBands.Of(_model.Settings).BandOf(heat));

    private PriorityPart FindPriorities()
    {
        var list = _model.Cube.Priorities;
        return new([.. list.First(_model.Settings.TopK)], LeadSentence.Of(_model.Cube));
    }

    private FundingPart FindFunding()
    {
        var all = _model.Analyses.Funding;
        var target = _model.Table<Scenario>().FirstOrDefault(scenario => scenario.Kind == ScenarioKind.Target)?.DecisionSet;
        return new(all.FirstOrDefault(round => round.DecisionSet == target) ?? (all.Count > 0 ? all[0] : null), all);
    }

    private IReadOnlyList<WarningGroup> FindWarnings() =>
    [
        .. ModelRules.Check(_model).GroupBy(problem => problem.Code)
            .Select(group => new WarningGroup(group.First(), group.Count()))
            .OrderByDescending(group => group.First.Severity),
    ];
}
