using OperatingModel.Domain.Portfolio.Search;

namespace OperatingModel.Domain.Portfolio;

/// <summary>
/// Portfolio selection under budgets (F10): the initiatives that remove most need points, with every must-do, prerequisite,
/// exclusion and veto kept. Exact; where a limit ends the search first, the answer carries the proven gap.
/// </summary>
public static class Selection
{
    /// <summary>The best selection. Ties (1e-9): lower cost, then fewer initiatives, then the smaller list of codes.</summary>
    public static SelectionResult Compute(
        PortfolioProblem problem,
        SearchLimits? limits = null,
        IProgress<SearchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var portfolio = new FlatPortfolio(problem);
        var unassessed = UnassessedOf(problem);
        if (ObstacleOf(problem, portfolio, null) is { } obstacle)
        {
            return new SelectionResult(SelectionStatus.Infeasible, null, 0, null, obstacle, unassessed);
        }

        var budget = new SearchBudget(limits ?? SearchLimits.Default, progress, cancellationToken);
        var found = new SelectionSearch(portfolio, budget).Best(budget);
        var best = SetOf(problem, portfolio, found.Set);
        return new SelectionResult(
            found.IsProven ? SelectionStatus.Optimal : SelectionStatus.NotProvenOptimal,
            best,
            found.IsProven ? best.Value : Math.Max(best.Value, found.Bound),
            problem.TotalNeed > 0 ? best.Value / problem.TotalNeed : null,
            null,
            unassessed);
    }

    /// <summary>Need points removed by a set, whatever it costs and whatever rule it breaks.</summary>
    public static double ValueOf(PortfolioProblem problem, IEnumerable<string> codes)
    {
        var portfolio = new FlatPortfolio(problem);
        return portfolio.Value(portfolio.SetOf(codes.Select(portfolio.NumberOf)));
    }

    /// <summary>Need points every initiative would remove by itself, vetoed ones included, in ordinal order of codes.</summary>
    public static IReadOnlyDictionary<string, double> Standalone(PortfolioProblem problem)
    {
        var portfolio = new FlatPortfolio(problem);
        return Enumerable
            .Range(0, portfolio.Count)
            .ToDictionary(portfolio.CodeOf, j => portfolio.Value(portfolio.SetOf([j])), StringComparer.Ordinal);
    }

    /// <summary>
    /// What choosing by need points per cost would give: from the must-dos on, again and again the initiative (with what it still
    /// needs) of the best ratio. Only the must-dos when these are not possible together.
    /// </summary>
    public static PortfolioSet Greedy(PortfolioProblem problem)
    {
        var portfolio = new FlatPortfolio(problem);
        var greedy = new Improvement(portfolio, portfolio.IsForced, portfolio.IsBarred);
        greedy.Load(portfolio.IsForced);
        if (ObstacleOf(problem, portfolio, null) is null)
        {
            greedy.Fill([.. Enumerable.Repeat(1.0, portfolio.Rounds)]);
        }

        return SetOf(problem, portfolio, greedy.Set);
    }

    internal static PortfolioSet SetOf(PortfolioProblem problem, FlatPortfolio portfolio, bool[] set)
    {
        int[] members = [.. Enumerable.Range(0, portfolio.Count).Where(j => set[j])];
        return new PortfolioSet(
            portfolio.CodesOf(set),
            portfolio.Value(set),
            portfolio.CostOf(set),
            [.. problem.Rounds.Select((round, r) => new RoundCost(round.Round, portfolio.CostOf(members, r)))]);
    }

    /// <summary>Why the must-dos, with one more initiative if given, are not possible; null when they are.</summary>
    internal static Obstacle? ObstacleOf(PortfolioProblem problem, FlatPortfolio portfolio, int? more)
    {
        var forced = portfolio.Forced(more is { } j ? [j] : []);
        Obstacle Because(ObstacleReason reason, IEnumerable<int> conflict, MoneyShort? money = null) =>
            new(reason, portfolio.CodesOf(forced), portfolio.CodesOf(conflict), money);

        if (Array.Exists(forced, f => portfolio.Vetoed[f]))
        {
            return Because(ObstacleReason.ForcedButVetoedOrExcluded, forced.Where(f => portfolio.Vetoed[f]));
        }

        if (Array.Exists(forced, f => portfolio.Broken[f]))
        {
            return Because(ObstacleReason.NoFeasibleCombination, forced.Where(f => portfolio.Broken[f]));
        }

        var exclusive = forced.Where(f => portfolio.Group[f] >= 0).GroupBy(f => portfolio.Group[f]).FirstOrDefault(group => group.Count() > 1);
        if (exclusive is not null)
        {
            return Because(ObstacleReason.MustDoExcludeEachOther, exclusive);
        }

        var money = problem
            .Rounds.Select((round, r) => new MoneyShort(round.Round, portfolio.CostOf(forced, r), round.Budget))
            .FirstOrDefault(m => m.Shortfall > 0);
        return money is null ? null : Because(more is null ? ObstacleReason.MustDoExceedsBudget : ObstacleReason.DoesNotFitWithMustDos, [], money);
    }

    private static UnassessedUplift[] UnassessedOf(PortfolioProblem problem)
    {
        var cells = problem.Cells.ToLookup(cell => (cell.Capability, cell.BusinessUnit));
        return
        [
            .. from candidate in problem.Candidates
               from uplift in candidate.Uplifts
               let places = cells[(uplift.Capability, uplift.BusinessUnit)]
               where !places.Any() || places.Any(cell => cell.Gap is null)
               select new UnassessedUplift(candidate.Code, uplift.Capability, uplift.BusinessUnit),
        ];
    }
}
