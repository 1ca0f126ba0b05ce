namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>
/// Pairs in which one initiative is never selected without the other, because swapping them would be better: it costs no more in any
/// round, lifts everything at least as much, needs nothing else and stands in nobody's way.
/// </summary>
internal static class Preferences
{
    public static (int Better, int Worse)[] Of(FlatPortfolio portfolio)
    {
        var pairs = new List<(int, int)>();
        for (var worse = 0; worse < portfolio.Count; worse++)
        {
            if (portfolio.IsForced[worse] || portfolio.Dependents[worse].Length > 0)
            {
                continue;
            }

            for (var better = 0; better < portfolio.Count; better++)
            {
                if (better != worse && !portfolio.IsBarred[better] && Beats(portfolio, better, worse))
                {
                    pairs.Add((better, worse));
                }
            }
        }

        return [.. pairs];
    }

    private static bool Beats(FlatPortfolio portfolio, int better, int worse) =>
        IsCheaper(portfolio, better, worse)
        && (portfolio.Group[better] < 0 || portfolio.Group[better] == portfolio.Group[worse])
        && portfolio.Plain[better] >= portfolio.Plain[worse]
        && Array.TrueForAll(portfolio.Prerequisites[better], p => portfolio.Prerequisites[worse].Contains(p))
        && Array.TrueForAll(portfolio.Uplifts[worse], lift =>
            Array.Exists(portfolio.Uplifts[better], b => b.Pool == lift.Pool && b.Levels >= lift.Levels));

    // Strictly in the order of the tie rule, so that equal initiatives are preferred by code and never in a circle.
    private static bool IsCheaper(FlatPortfolio portfolio, int better, int worse)
    {
        if (portfolio.TotalCosts[better] > portfolio.TotalCosts[worse]
            || (portfolio.TotalCosts[better] == portfolio.TotalCosts[worse] && better > worse))
        {
            return false;
        }

        for (var r = 0; r < portfolio.Rounds; r++)
        {
            if (portfolio.Cost(better, r) > portfolio.Cost(worse, r))
            {
                return false;
            }
        }

        return true;
    }
}
