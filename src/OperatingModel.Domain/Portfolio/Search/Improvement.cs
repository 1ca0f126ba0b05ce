namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>Builds good selections: fills up by need points per price, then drops one initiative at a time and fills up anew.</summary>
internal sealed class Improvement
{
    private readonly FlatPortfolio _portfolio;
    private readonly Func<bool> _isOutOfTime;
    private readonly bool[] _barred;
    private readonly bool[] _kept;
    private readonly double[] _levels;
    private readonly long[] _left;
    private readonly int[] _groupTaken;

    /// <param name="forced">Must be in; given with all they need.</param>
    /// <param name="barred">Must stay out; given with all that need them.</param>
    /// <param name="isOutOfTime">Whether to be content with the best selection so far; never, when null.</param>
    public Improvement(FlatPortfolio portfolio, bool[] forced, bool[] barred, Func<bool>? isOutOfTime = null)
    {
        (_portfolio, _kept, _barred, _isOutOfTime) = (portfolio, forced, barred, isOutOfTime ?? (() => false));
        _levels = new double[portfolio.Pools.Length];
        _left = new long[portfolio.Rounds];
        _groupTaken = new int[portfolio.GroupMembers.Length];
        Set = new bool[portfolio.Count];
    }

    /// <summary>The selection in hand.</summary>
    public bool[] Set { get; }

    /// <summary>Takes a selection in hand.</summary>
    public void Load(ReadOnlySpan<bool> set)
    {
        Array.Clear(_levels);
        Array.Clear(Set);
        Array.Clear(_groupTaken);
        _portfolio.Budgets.CopyTo(_left, 0);
        for (var j = 0; j < set.Length; j++)
        {
            if (set[j])
            {
                Put(j, true);
            }
        }
    }

    /// <summary>
    /// Adds, as long as one gains more than the tolerance, the initiative of most need points per price, with what it still needs.
    /// </summary>
    /// <param name="prices">Of a unit of money in each round.</param>
    public void Fill(double[] prices)
    {
        while (true)
        {
            var (best, bestRatio) = (-1, double.NegativeInfinity);
            for (var j = 0; j < Set.Length; j++)
            {
                if (!Set[j] && !_barred[j] && RatioOf(j, prices) is var ratio && ratio > bestRatio + Tolerance.Value)
                {
                    (best, bestRatio) = (j, ratio);
                }
            }

            if (best < 0)
            {
                return;
            }

            PutWith(best);
        }
    }

    /// <summary>Adds an initiative with all it needs if that fits.</summary>
    public bool TryAdd(int initiative)
    {
        var fits = !Set[initiative] && !_barred[initiative] && Fits(initiative);
        if (fits)
        {
            PutWith(initiative);
        }

        return fits;
    }

    /// <summary>Drops each initiative in turn and fills up anew, keeping what gains, until nothing does.</summary>
    public double Polish(double[] prices)
    {
        var best = (bool[])Set.Clone();
        var bestValue = _portfolio.Value(best);
        for (var gained = true; gained;)
        {
            gained = false;
            for (var j = 0; j < best.Length; j++)
            {
                if (!best[j] || _kept[j])
                {
                    continue;
                }

                if (_isOutOfTime())
                {
                    Load(best);
                    return bestValue;
                }

                Load(best);
                Drop(j);
                var wasBarred = _barred[j];
                _barred[j] = true;
                Fill(prices);
                _barred[j] = wasBarred;
                Fill(prices);
                var value = _portfolio.Value(Set);
                if (value > bestValue + Tolerance.Value)
                {
                    (best, bestValue, gained) = ((bool[])Set.Clone(), value, true);
                }
            }
        }

        Load(best);
        return bestValue;
    }

    private void Drop(int initiative)
    {
        foreach (var j in _portfolio.Needing[initiative])
        {
            if (Set[j])
            {
                Put(j, false);
            }
        }
    }

    private double RatioOf(int initiative, double[] prices)
    {
        if (!Fits(initiative))
        {
            return double.NegativeInfinity;
        }

        var gain = 0.0;
        var price = 0.0;
        foreach (var j in _portfolio.With[initiative])
        {
            if (Set[j])
            {
                continue;
            }

            for (var r = 0; r < prices.Length; r++)
            {
                price += prices[r] * _portfolio.Cost(j, r);
            }

            gain += Add(j, 1);
        }

        foreach (var j in _portfolio.With[initiative])
        {
            if (!Set[j])
            {
                Add(j, -1);
            }
        }

        return gain > Tolerance.Value ? gain / price : double.NegativeInfinity;
    }

    private bool Fits(int initiative)
    {
        // Most do not fit by their own cost already.
        var with = _portfolio.With[initiative];
        for (var r = 0; r < _left.Length; r++)
        {
            if (_portfolio.Cost(initiative, r) > _left[r] || (with.Length > 1 && CostToAdd(with, r) > _left[r]))
            {
                return false;
            }
        }

        foreach (var j in with)
        {
            if (!Set[j] && (_barred[j] || (_portfolio.Group[j] is >= 0 and var group && _groupTaken[group] > 0)))
            {
                return false;
            }
        }

        return true;
    }

    private long CostToAdd(int[] initiatives, int round)
    {
        var cost = 0L;
        foreach (var j in initiatives)
        {
            cost += Set[j] ? 0 : _portfolio.Cost(j, round);
        }

        return cost;
    }

    private void PutWith(int initiative)
    {
        foreach (var j in _portfolio.With[initiative])
        {
            if (!Set[j])
            {
                Put(j, true);
            }
        }
    }

    private void Put(int initiative, bool selected)
    {
        Set[initiative] = selected;
        Add(initiative, selected ? 1 : -1);
        var sign = selected ? 1 : -1;
        for (var r = 0; r < _left.Length; r++)
        {
            _left[r] -= sign * _portfolio.Cost(initiative, r);
        }

        if (_portfolio.Group[initiative] is >= 0 and var group)
        {
            _groupTaken[group] += sign;
        }
    }

    /// <summary>Adds or takes away the levels of an initiative; returns the need points gained.</summary>
    private double Add(int initiative, int sign)
    {
        var gain = sign * _portfolio.Plain[initiative];
        foreach (var (k, levels) in _portfolio.Uplifts[initiative])
        {
            var pool = _portfolio.Pools[k];
            var before = Math.Min(pool.Gap, _levels[k]);
            _levels[k] += sign * levels;
            gain += pool.Worth * (Math.Min(pool.Gap, _levels[k]) - before);
        }

        return gain;
    }
}
