using System.Runtime.CompilerServices;
using OperatingModel.Domain;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Features.Priorities;

namespace OperatingModel.Web.Features.Home;

/// <summary>How complete the model is, which first steps are done, and what to assess first.</summary>
public sealed record Groundwork(IReadOnlyList<PointCompleteness> Points, IReadOnlyList<StepState> Steps, IReadOnlyList<MissingScore> AssessFirst)
{
    /// <summary>Whether a first step is still to be done.</summary>
    public bool IsYoung => Steps.Any(step => !step.IsDone);
}

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
public sealed record WarningGroup(ModelProblem First, int Count)
{
    /// <summary>Returns the problems of a model by kind, errors first.</summary>
    public static IReadOnlyList<WarningGroup> AllOf(ModelSnapshot model) =>
        [.. ModelRules.Check(model).GroupBy(problem => problem.Code)
            .Select(group => new WarningGroup(group.First(), group.Count())).OrderByDescending(group => group.First.Severity)];
}

/// <summary>
/// All figures of the home page for one revision. They are computed once, part by part, in the background while pages wait for them, and
/// are dropped together with the snapshot.
/// </summary>
internal sealed class HomeFigures
{
    private const int Shown = 5;

    private static readonly ConditionalWeakTable<ModelSnapshot, HomeFigures> Known = [];

    private HomeFigures(ModelSnapshot model)
    {
        var (cube, results) = (model.Cube, model.Analyses);
        Groundwork = After(Task.CompletedTask, () => new Groundwork(Completeness.Of(model), FirstSteps.Of(model), cube.MissingScores(Shown)));
        Heat = After(Groundwork, () => new HeatPart(cube.Of(), HotCell.Hottest(model, Shown)));
        Priorities = After(Heat, () => new PriorityPart([.. cube.Priorities.First(model.Settings.TopK)], LeadSentence.Of(cube)));
        Funding = After(Priorities, () => new FundingPart(FundingAlignment.HeadlineOf(model), results.Funding));
        Coordination = After(Funding, () => results.Changes);
        Effort = After(Coordination, () => results.Effort);
        Roadmap = After(Effort, () => results.Trajectory);
        Warnings = After(Roadmap, () => WarningGroup.AllOf(model));
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
}
