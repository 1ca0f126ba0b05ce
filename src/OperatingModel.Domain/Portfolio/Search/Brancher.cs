namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>Where to divide a part of the search in two, and what is known of the halves.</summary>
/// <param name="Initiative">-1 when every open share is whole.</param>
/// <param name="BoundIn">Bound of the half in which it is selected; infinite when not examined.</param>
internal readonly record struct Division(int Initiative, double BoundIn, double BoundOut);

/// <summary>
/// Chooses the initiative whose decision lowers the bound most on both sides. What past decisions cost is remembered; of initiatives
/// with little past, a few are tried out by some pivots.
/// </summary>
internal sealed class Brancher(int count)
{
    private const double Whole = 1e-6;
    private const int ReliableAfter = 6;
    private const int MostTrials = 10;
    private const int TrialPivots = 20;
    private const int StopAfterWorse = 6;

    private readonly (double Sum, int Count)[] _costIn = new (double, int)[count];
    private readonly (double Sum, int Count)[] _costOut = new (double, int)[count];
    private readonly List<(double Score, int Initiative)> _shares = [];

    public Division Choose(SelectionState state, Relaxation relaxation, double floor)
    {
        _shares.Clear();
        for (var j = 0; j < count; j++)
        {
            if (state.IsOpen(j) && relaxation.X[j] is > Whole and < 1 - Whole)
            {
                _shares.Add((Score(relaxation, j), j));
            }
        }

        _shares.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Initiative.CompareTo(b.Initiative));
        return ChooseAmong(relaxation, floor);
    }

    private Division ChooseAmong(Relaxation relaxation, double floor)
    {
        var best = new Division(-1, double.PositiveInfinity, double.PositiveInfinity);
        var (bestScore, trials, worse) = (-1.0, 0, 0);
        foreach (var (estimate, j) in _shares)
        {
            var (score, candidate) = (estimate, new Division(j, double.PositiveInfinity, double.PositiveInfinity));
            if (Math.Min(_costIn[j].Count, _costOut[j].Count) < ReliableAfter && trials++ < MostTrials)
            {
                candidate = Try(relaxation, j, floor, first: trials == 1);
                if (candidate.BoundIn < floor || candidate.BoundOut < floor)
                {
                    return candidate;
                }

                score = Product(relaxation.Bound - candidate.BoundOut, relaxation.Bound - candidate.BoundIn);
            }

            worse = score > bestScore ? 0 : worse + 1;
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
            else if (worse >= StopAfterWorse)
            {
                break;
            }
        }

        return best;
    }

    private Division Try(Relaxation relaxation, int j, double floor, bool first)
    {
        if (first)
        {
            relaxation.Save();
        }

        var share = relaxation.X[j];
        var boundOut = relaxation.Try(j, false, floor, TrialPivots);
        var boundIn = relaxation.Try(j, true, floor, TrialPivots);
        Learn(ref _costOut[j], (relaxation.Bound - boundOut) / share);
        Learn(ref _costIn[j], (relaxation.Bound - boundIn) / (1 - share));
        return new Division(j, boundIn, boundOut);
    }

    private static void Learn(ref (double Sum, int Count) past, double cost)
    {
        if (double.IsFinite(cost))
        {
            past = (past.Sum + Math.Max(0, cost), past.Count + 1);
        }
    }

    private double Score(Relaxation relaxation, int j)
    {
        var share = relaxation.X[j];
        var (past, future) = (_costOut[j], _costIn[j]);
        return Product(
            past.Count > 0 ? past.Sum / past.Count * share : relaxation.Penalty(j, false),
            future.Count > 0 ? future.Sum / future.Count * (1 - share) : relaxation.Penalty(j, true));
    }

    private static double Product(double costOut, double costIn) => Math.Clamp(costOut, 1e-6, 1e6) * Math.Clamp(costIn, 1e-6, 1e6);
}
