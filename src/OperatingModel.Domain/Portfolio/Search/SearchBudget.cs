namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>The limits that a search has left, and the progress that it reports.</summary>
internal sealed class SearchBudget
{
    private const int NodesPerReport = 64;

    private readonly SearchLimits _limits;
    private readonly IProgress<SearchProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly long _start;

    public SearchBudget(SearchLimits limits, IProgress<SearchProgress>? progress, CancellationToken cancellation)
        : this(limits, progress, limits.Clock.GetTimestamp(), cancellation)
    {
    }

    private SearchBudget(SearchLimits limits, IProgress<SearchProgress>? progress, long start, CancellationToken cancellation) =>
        (_limits, _progress, _cancellation, _start) = (limits, progress, cancellation, start);

    public long Nodes { get; private set; }

    /// <summary>True when the search must end with what it has. Throws when it was cancelled.</summary>
    public bool IsSpent() => Nodes >= _limits.Nodes || IsOutOfTime();

    /// <summary>True when even a part that was begun must end. Throws when the search was cancelled.</summary>
    public bool IsOutOfTime()
    {
        _cancellation.ThrowIfCancellationRequested();
        return _limits.Clock.GetElapsedTime(_start) >= _limits.Time;
    }

    public void CountNode() => Nodes++;

    /// <summary>The same limits for another question: nodes count anew, time goes on.</summary>
    public SearchBudget Anew() => new(_limits, null, _start, _cancellation);

    /// <summary>Reports news at once, anything else now and then.</summary>
    public void Report(double value, double bound, bool isNews)
    {
        if (_progress is not null && (isNews || Nodes % NodesPerReport == 0))
        {
            _progress.Report(new SearchProgress(Nodes, value, Math.Max(bound, value)));
        }
    }
}
