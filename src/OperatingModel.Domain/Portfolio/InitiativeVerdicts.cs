using OperatingModel.Domain.Portfolio.Search;

namespace OperatingModel.Domain.Portfolio;

/// <summary>Where an initiative stands relative to the best selection.</summary>
public enum VerdictState
{
    Selected,
    NotSelected,
    Vetoed,

    /// <summary>Impossible together with the must-dos.</summary>
    NotSelectable,
}

/// <summary>Why an initiative is in the best selection or not (F10).</summary>
/// <param name="IsMandatory">A must-do or needed by one: it cannot be left out.</param>
/// <param name="Marginal">Need points lost without it; null when it cannot be left out or is not selected.</param>
/// <param name="Regret">Need points lost by forcing it in; null unless it is merely not selected.</param>
/// <param name="WouldDrop">What leaves the best selection when the answer is reversed (out with it, or in with it).</param>
/// <param name="WouldAdd">What enters then.</param>
/// <param name="Obstacle">Why it cannot be selected; null unless that is so.</param>
/// <param name="Otherwise">The best selection with the answer reversed; null when there is none.</param>
/// <param name="IsProven">False when a limit ended the search: the true loss may be smaller, and is unknown where time had run out.</param>
public sealed record InitiativeVerdict(
    string Code,
    VerdictState State,
    bool IsMandatory,
    double? Marginal,
    double? Regret,
    IReadOnlyList<string> WouldDrop,
    IReadOnlyList<string> WouldAdd,
    Obstacle? Obstacle,
    PortfolioSet? Otherwise,
    bool IsProven);

/// <summary>
/// Explains the best selection initiative by initiative: what the best selection would be with the answer reversed. Every answer is
/// a search of its own; the limit on nodes counts for each, the limit on time for all.
/// </summary>
public static class InitiativeVerdicts
{
    /// <summary>All initiatives in ordinal order of codes; none when the problem is infeasible.</summary>
    /// <param name="progress">Share answered, 0..1.</param>
    public static IReadOnlyList<InitiativeVerdict> Of(
        PortfolioProblem problem,
        SelectionResult result,
        SearchLimits? limits = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default
    ) => Of(problem, result, [.. problem.Candidates.Select(c => c.Code).Order(StringComparer.Ordinal)], limits, progress, cancellationToken);

    /// <summary>One initiative; null when the problem is infeasible.</summary>
    public static InitiativeVerdict? OfOne(
        PortfolioProblem problem, SelectionResult result, string code, SearchLimits? limits = null, CancellationToken cancellationToken = default) =>
        Of(problem, result, [code], limits, null, cancellationToken).SingleOrDefault();

    private static InitiativeVerdict[] Of(
        PortfolioProblem problem,
        SelectionResult result,
        string[] codes,
        SearchLimits? limits,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        if (result.Best is null)
        {
            return [];
        }

        limits ??= SearchLimits.Default;
        var portfolio = new FlatPortfolio(problem);
        var budget = new SearchBudget(limits, null, cancellationToken);
        var questions = new Questions(problem, portfolio, result, new Lazy<SelectionSearch>(() => new SelectionSearch(portfolio, budget)));
        var verdicts = new InitiativeVerdict[codes.Length];
        var answered = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, limits.Threads), CancellationToken = cancellationToken };
        Parallel.For(0, codes.Length, options, i =>
        {
            verdicts[i] = questions.VerdictOf(portfolio.NumberOf(codes[i]), budget.Anew());
            progress?.Report(Interlocked.Increment(ref answered) / (double)codes.Length);
        });
        return verdicts;
    }

    private sealed record Questions(PortfolioProblem Problem, FlatPortfolio Portfolio, SelectionResult Result, Lazy<SelectionSearch> Search)
    {
        private readonly bool[] _best = Portfolio.SetOf(Result.Best!.Codes.Select(Portfolio.NumberOf));

        public InitiativeVerdict VerdictOf(int initiative, SearchBudget budget)
        {
            var code = Portfolio.CodeOf(initiative);
            if (_best[initiative])
            {
                return Portfolio.IsForced[initiative]
                    ? new InitiativeVerdict(code, VerdictState.Selected, true, null, null, [], [], null, null, true)
                    : Reversed(initiative, selected: false, budget);
            }

            if (Portfolio.Vetoed[initiative])
            {
                return new InitiativeVerdict(code, VerdictState.Vetoed, false, null, null, [], [], null, null, true);
            }

            return Selection.ObstacleOf(Problem, Portfolio, initiative) is { } obstacle
                ? new InitiativeVerdict(code, VerdictState.NotSelectable, false, null, null, [], [], obstacle, null, true)
                : Reversed(initiative, selected: true, budget);
        }

        private InitiativeVerdict Reversed(int initiative, bool selected, SearchBudget budget)
        {
            if (budget.IsOutOfTime())
            {
                var state = selected ? VerdictState.NotSelected : VerdictState.Selected;
                return new InitiativeVerdict(Portfolio.CodeOf(initiative), state, false, null, null, [], [], null, null, false);
            }

            var found = Search.Value.Best(new Wish(initiative, selected), _best, settleTies: selected, budget)!;
            var otherwise = Selection.SetOf(Problem, Portfolio, found.Set);
            var loss = Result.Best!.Value - otherwise.Value;
            return new InitiativeVerdict(
                Portfolio.CodeOf(initiative),
                selected ? VerdictState.NotSelected : VerdictState.Selected,
                false,
                selected ? null : loss,
                selected ? loss : null,
                [.. Result.Best.Codes.Except(otherwise.Codes, StringComparer.Ordinal)],
                [.. otherwise.Codes.Except(Result.Best.Codes, StringComparer.Ordinal)],
                null,
                otherwise,
                found.IsProven && Result.Status == SelectionStatus.Optimal);
        }
    }
}
