using OperatingModel.Domain.Portfolio.Search;

namespace OperatingModel.Domain.Portfolio;

/// <summary>A selection almost as good as the best.</summary>
/// <param name="Loss">Need points less than the best.</param>
/// <param name="Drops">What it leaves out of the best selection.</param>
/// <param name="Adds">What it selects instead.</param>
public sealed record NearBestSelection(PortfolioSet Set, double Loss, IReadOnlyList<string> Drops, IReadOnlyList<string> Adds);

/// <summary>
/// All selections within a share of the best (F10), best first: value estimates carry more error than the search, so people choose.
/// A selection that pays for an initiative it could leave out without loss is no alternative and not listed.
/// </summary>
/// <param name="Within">Share of the best value that an alternative may miss, e.g. 0.02.</param>
/// <param name="IsCut">There are more than were asked for.</param>
/// <param name="IsComplete">False when a limit ended the search: others, even better ones, may be missing.</param>
public sealed record NearBestSelections(double Within, IReadOnlyList<NearBestSelection> Items, bool IsCut, bool IsComplete)
{
    public const double DefaultShare = 0.02;
    public const int DefaultCount = 25;

    /// <summary>The alternatives to a best selection; none when the problem is infeasible.</summary>
    public static NearBestSelections Of(
        PortfolioProblem problem,
        SelectionResult result,
        double within = DefaultShare,
        int atMost = DefaultCount,
        SearchLimits? limits = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(within, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(atMost, 1);
        if (result.Best is not { } best)
        {
            return new NearBestSelections(within, [], false, true);
        }

        var portfolio = new FlatPortfolio(problem);
        var budget = new SearchBudget(limits ?? SearchLimits.Default, null, cancellationToken);
        // The best selection itself is found as well.
        var goal = new NearBest(portfolio, best.Value * (1 - within), atMost + 1);
        var complete = new SelectionSearch(portfolio, budget).AllNearBest(goal, budget);
        var others = goal.Sets.Select(set => Selection.SetOf(problem, portfolio, set)).Where(set => !set.Codes.SequenceEqual(best.Codes)).ToArray();
        return new NearBestSelections(
            within,
            [.. others.Take(atMost).Select(set => ComparedWith(best, set))],
            goal.IsCut || others.Length > atMost,
            complete);
    }

    private static NearBestSelection ComparedWith(PortfolioSet best, PortfolioSet set) => new(
        set,
        best.Value - set.Value,
        [.. best.Codes.Except(set.Codes, StringComparer.Ordinal)],
        [.. set.Codes.Except(best.Codes, StringComparer.Ordinal)]);
}
