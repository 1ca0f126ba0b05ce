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

/// <summary>How complete the model is, which first steps are done, and what to assess first.</summary>
public sealed record Groundwork(IReadOnlyList<PointCompleteness> Points, IReadOnlyList<StepState> Steps, IReadOnlyList<MissingScore> AssessFirst)
{
    /// <summary>Whether a first step is still to be done.</summary>
    public bool IsYoung => Steps.Any(step => !step.IsDone);
}

/// <summary>A capability in a stage, over all business units.</summary>
/// <param name="Heat">The heat of the cell, 0..100.</param>
public sealed record HotCell(string Capability, string CapabilityName, string Stage, string StageName, double Heat, HeatBand Band);

/// <summary>The heat of the enterprise and its hottest cells.</summary>
/// <param name="All">The roll-up over the whole enterprise.</param>
public sealed record HeatPart(Rollup All, IReadOnlyList<HotCell> Hottest);

/// <summary>The first priorities, and what would change their order (F5, F6a).</summary>
/// <param name="Lead">The sentence about the lead of the first; null when nothing is ranked.</param>
public sealed record PriorityPart(IReadOnlyList<Priority> Top, LeadSentence? Lead);

/// <summary>Whether money follows need (F9), for each round of each decision set.</summary>
/// <param name="Headline">The first round of the set that the target scenario uses; null without approved money.</param>
public sealed record FundingPart(FundingAlignment? Headline, IReadOnlyList<FundingAlignment> All);

/// <summary>The problems of one kind.</summary>
/// <param name="First">The first problem, whose message names the remedy.</param>
public sealed record WarningGroup(ModelProblem First, int Count);

/// <summary>
/// All figures of the home page for one revision. They are computed once, part by part, in the background while pages wait for them, and
/// are dropped together with the snapshot.
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

    /// <summary>Returns the figures of a snapshot; all windows that show it share them.</summary>
    public static HomeFigures Of(ModelSnapshot model) => Known.GetValue(model, static m => new HomeFigures(m));

    // The parts are computed one after the other, so that opening a page does not take every core from other users.
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
