namespace OperatingModel.Domain.Portfolio;

/// <summary>The best selection at one budget of the round.</summary>
/// <param name="Adds">What enters compared with the point before; everything at the first.</param>
/// <param name="Drops">What leaves compared with the point before.</param>
public sealed record BudgetPoint(long Budget, SelectionResult Result, IReadOnlyList<string> Adds, IReadOnlyList<string> Drops);

/// <summary>What more or less money in one round would buy (F10): the best value as a function of its budget.</summary>
public sealed record BudgetCurve(string Round, IReadOnlyList<BudgetPoint> Points)
{
    /// <summary>The curve at these budgets, in their order. The limit on nodes counts for each point, the limit on time for all.</summary>
    /// <param name="progress">Share done, 0..1.</param>
    public static BudgetCurve Of(
        PortfolioProblem problem,
        string round,
        IReadOnlyList<long> budgets,
        SearchLimits? limits = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (problem.Rounds.All(r => r.Round != round))
        {
            throw new ArgumentException($"The problem has no round {round}.", nameof(round));
        }

        limits ??= SearchLimits.Default;
        var start = limits.Clock.GetTimestamp();
        var results = new SelectionResult[budgets.Count];
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, limits.Threads), CancellationToken = cancellationToken };
        Parallel.For(0, budgets.Count, options, i =>
        {
            results[i] = Selection.Compute(problem.WithBudget(round, budgets[i]), limits.Since(start), null, cancellationToken);
            progress?.Report(Interlocked.Increment(ref done) / (double)budgets.Count);
        });
        return new BudgetCurve(round, [.. results.Select((result, i) => PointOf(budgets[i], result, i == 0 ? [] : CodesOf(results[i - 1])))]);
    }

    private static BudgetPoint PointOf(long budget, SelectionResult result, IReadOnlyList<string> before) => new(
        budget,
        result,
        [.. CodesOf(result).Except(before, StringComparer.Ordinal)],
        [.. before.Except(CodesOf(result), StringComparer.Ordinal)]);

    private static IReadOnlyList<string> CodesOf(SelectionResult result) => result.Best?.Codes ?? [];
}
