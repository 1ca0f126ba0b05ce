using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Portfolio;

/// <summary>The question which initiatives are worth the money, and its answer (F10).</summary>
public sealed class BestPortfolio
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
