using OperatingModel.Domain;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Homogeneity;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>A model with the results that several indicators draw on, each computed once, when first asked for.</summary>
/// <param name="limits">For all searches together; the usual ones when null.</param>
/// <param name="progress">How far the searches are, in words.</param>
public sealed class ModelAnalyses(ModelSnapshot model, SearchLimits? limits = null, IProgress<string>? progress = null)
{
    private readonly Lazy<HomogeneityMap> _homogeneity = new(() => HomogeneityMap.Compute(model));
    private readonly Lazy<ChangeSimulation> _changes = new(() => ChangeSimulation.Compute(model));
    private readonly Lazy<IReadOnlyList<TeamOutcome>> _outcomes = new(() => TeamOutcome.Compute(model));
    private readonly Lazy<Ownership> _ownership = new(() => Ownership.Compute(model));
    private readonly Lazy<IReadOnlyList<FundingAlignment>> _funding = new(() => FundingAlignment.AllOf(model));
    private readonly Lazy<Trajectory> _trajectory = new(() => Trajectory.Of(model));
    private readonly Lazy<BestPortfolio> _portfolio = new(() => BestPortfolio.Of(model, limits ?? SearchLimits.Default, progress));

    public ModelSnapshot Model => model;

    public HeatCube Cube => model.Cube;

    public HomogeneityMap Homogeneity => _homogeneity.Value;

    public ChangeSimulation Changes => _changes.Value;

    public IReadOnlyList<TeamOutcome> Outcomes => _outcomes.Value;

    public Ownership Ownership => _ownership.Value;

    public IReadOnlyList<FundingAlignment> Funding => _funding.Value;

    public Trajectory Trajectory => _trajectory.Value;

    /// <summary>What the search for the best selection came to, once some indicator asked for it; null before.</summary>
    public SelectionResult? Searched => _portfolio.IsValueCreated ? _portfolio.Value.Best : null;

    /// <summary>How many initiatives a search was ended for before its answer was proven, among those that were asked about.</summary>
    public int Unproven => _portfolio.IsValueCreated ? _portfolio.Value.Unproven : 0;

    internal BestPortfolio Portfolio => _portfolio.Value;
}

/// <summary>The question which initiatives are worth the money, and its answer (F10).</summary>
internal sealed class BestPortfolio
{
    private readonly SearchLimits _limits;
    private readonly long _start;
    private readonly Lazy<IReadOnlyList<InitiativeVerdict>> _verdicts;

    private BestPortfolio(PortfolioProblem problem, SearchLimits limits, IProgress<string>? progress)
    {
        (Problem, _limits, _start) = (problem, limits, limits.Clock.GetTimestamp());
        Best = Selection.Compute(problem, limits, Reporting<SearchProgress>(progress, search =>
            $"Best selection: {FigureText.Of(search.Nodes)} parts searched, at most {FigureText.Percent(search.Gap, 2)} from the best"));
        _verdicts = new(() => InitiativeVerdicts.Of(problem, Best, limits.Since(_start), Reporting<double>(progress, share =>
            $"What each initiative is worth: {FigureText.Percent(share)} answered")));
    }

    public PortfolioProblem Problem { get; }

    public SelectionResult Best { get; }

    /// <summary>On all initiatives, within the time that the selection left.</summary>
    public IReadOnlyList<InitiativeVerdict> Verdicts => _verdicts.Value;

    public int Unproven => _verdicts.IsValueCreated ? Verdicts.Count(verdict => !verdict.IsProven) : 0;

    public static BestPortfolio Of(ModelSnapshot model, SearchLimits limits, IProgress<string>? progress) =>
        new(PortfolioProblem.Of(model), limits, progress);

    public Explanation ExplainVerdict(string code, ModelSnapshot model) =>
        InitiativeVerdicts.OfOne(Problem, Best, code, _limits.Since(_start))?.Explain(Problem, Best, model) ?? Best.Explain(Problem, model);

    private static Reported<T>? Reporting<T>(IProgress<string>? progress, Func<T, string> words) =>
        progress is null ? null : new Reported<T>(progress, words);

    private sealed class Reported<T>(IProgress<string> progress, Func<T, string> words) : IProgress<T>
    {
        public void Report(T value) => progress.Report(words(value));
    }
}
