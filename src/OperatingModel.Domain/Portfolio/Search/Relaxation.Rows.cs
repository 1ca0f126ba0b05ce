namespace OperatingModel.Domain.Portfolio.Search;

internal sealed partial class Relaxation
{
    private List<(double Violation, DualSimplex.Row Row)> _found = [];

    /// <summary>Adds the rows that the present point breaks; returns how many.</summary>
    private int Separate()
    {
        _found.Clear();
        SeparatePrerequisites();
        SeparateExclusions();
        for (var k = 0; k < _portfolio.Pools.Length; k++)
        {
            SeparateLoss(k);
        }

        if (_found.Count > MostRowsPerRound)
        {
            _found.Sort((a, b) => b.Violation.CompareTo(a.Violation));
            _found.RemoveRange(MostRowsPerRound, _found.Count - MostRowsPerRound);
        }

        var back = ReviveCuts();
        foreach (var (_, row) in _found)
        {
            _looseRows.Add(_lp.AddRow(row));
        }

        return _found.Count + back;
    }

    private void SeparatePrerequisites()
    {
        for (var j = 0; j < X.Length; j++)
        {
            foreach (var needed in _portfolio.Prerequisites[j])
            {
                if (X[j] - X[needed] > Violated)
                {
                    _found.Add((X[j] - X[needed], new([j, needed], [1, -1], 0)));
                }
            }
        }
    }

    private void SeparateExclusions()
    {
        foreach (var members in _portfolio.GroupMembers)
        {
            var sum = members.Sum(j => X[j]);
            if (sum > 1 + Violated)
            {
                _found.Add((sum - 1, new(members, [.. Enumerable.Repeat(1.0, members.Length)], 1)));
            }
        }
    }

    /// <summary>
    /// Nemhauser and Wolsey's inequality of a submodular function, for a set S of the pool's members: what is removed is at most
    /// f(S) + what others add to S − what S loses without those absent. Written for the loss = lifted − removed.
    /// </summary>
    private void SeparateLoss(int k)
    {
        var pool = _portfolio.Pools[k];
        var size = pool.Members.Length;
        Span<int> order = stackalloc int[size];
        var lifted = 0.0;
        var total = 0.0;
        var touched = false;
        for (var i = 0; i < size; i++)
        {
            order[i] = i;
            lifted += pool.Levels[i] * X[pool.Members[i]];
            total += pool.Levels[i];
            touched |= X[pool.Members[i]] > Violated;
        }

        if (!touched)
        {
            return;
        }

        var lost = _loss[k] < 0 ? 0 : _point[_loss[k]];
        order.Sort((a, b) => X[pool.Members[b]].CompareTo(X[pool.Members[a]]));
        var (bestViolation, bestSize) = (Violated, -1);
        var inside = 0.0;
        for (var taken = 0; taken <= size; taken++)
        {
            if (taken > 0)
            {
                inside += pool.Levels[order[taken - 1]];
            }

            var removed = Math.Min(pool.Gap, inside);
            for (var i = 0; i < size; i++)
            {
                var level = pool.Levels[order[i]];
                var x = X[pool.Members[order[i]]];
                removed += i < taken ? -LossWithout(pool.Gap, total, level) * (1 - x) : GainOf(pool.Gap, inside, level) * x;
            }

            if (lifted - removed - lost > bestViolation)
            {
                (bestViolation, bestSize) = (lifted - removed - lost, taken);
            }
        }

        if (bestSize >= 0)
        {
            _found.Add((bestViolation * pool.Worth, LossRow(k, order, bestSize, total)));
        }
    }

    private DualSimplex.Row LossRow(int k, ReadOnlySpan<int> order, int taken, double total)
    {
        var pool = _portfolio.Pools[k];
        if (_loss[k] < 0)
        {
            _loss[k] = _lp.AddColumn(0, total, -pool.Worth * _scale);
        }

        var inside = 0.0;
        for (var i = 0; i < taken; i++)
        {
            inside += pool.Levels[order[i]];
        }

        // lifted − f(S) − Σ outside gain · x + Σ inside loss · (1 − x) ≤ loss
        var variables = new int[order.Length + 1];
        var coefficients = new double[order.Length + 1];
        var rhs = Math.Min(pool.Gap, inside);
        for (var i = 0; i < order.Length; i++)
        {
            var level = pool.Levels[order[i]];
            variables[i] = pool.Members[order[i]];
            if (i < taken)
            {
                coefficients[i] = level - LossWithout(pool.Gap, total, level);
                rhs -= LossWithout(pool.Gap, total, level);
            }
            else
            {
                coefficients[i] = level - GainOf(pool.Gap, inside, level);
            }
        }

        (variables[^1], coefficients[^1]) = (_loss[k], -1);
        return new(variables, coefficients, rhs);
    }

    private static double GainOf(double gap, double inside, double level) => Math.Min(gap, inside + level) - Math.Min(gap, inside);

    private static double LossWithout(double gap, double total, double level) => Math.Min(gap, total) - Math.Min(gap, total - level);
}
