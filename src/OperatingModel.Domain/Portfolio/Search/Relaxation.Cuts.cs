namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>
/// Mixed-integer rounding cuts. Rounding a combination of rows cuts the present point off but no selection. Combinations are formed
/// from the original rows and limits are eased a little, so that rounding errors cannot cut off a selection.
/// </summary>
internal sealed partial class Relaxation
{
    private const double LeastFraction = 0.02;
    private const double LeastEfficacy = 1e-4;
    private const double Parallel = 0.9;
    private const int MostCutsPerRound = 40;
    private const int TriesPerBudget = 3;
    private const int MostIdleCuts = 200;
    private static readonly double[] Fractions = [1, 2, 4, 8];

    private List<DualSimplex.Row> _idleCuts = [];
    private Dictionary<int, DualSimplex.Row> _activeCuts = [];

    /// <summary>Cuts from the combinations of rows that basic shares stand for; returns how many were added.</summary>
    public int CutByTableau()
    {
        _found.Clear();
        var coefficients = new double[_lp.Variables];
        var rows = new List<(DualSimplex.Row Row, double Weight)>();
        for (var j = 0; j < X.Length; j++)
        {
            if (IsFractional(j, LeastFraction) && _lp.IsBasic(j))
            {
                Array.Clear(coefficients);
                RoundEquation(coefficients, _lp.Combine(j, coefficients, rows), rows);
            }
        }

        return AddCuts();
    }

    /// <summary>
    /// Cuts from each budget by itself, divided by the cost of an initiative that is taken in part, and by parts of that cost.
    /// At the present point only such initiatives count, so the best divisors are found without looking at the others.
    /// </summary>
    public int CutByBudgets()
    {
        _found.Clear();
        _fractional.Clear();
        for (var j = 0; j < X.Length; j++)
        {
            if (IsFractional(j, Violated))
            {
                _fractional.Add(j);
            }
        }

        for (var r = 0; r < _portfolio.Rounds; r++)
        {
            CutByBudget(r);
        }

        return AddCuts();
    }

    private void CutByBudget(int round)
    {
        var left = (double)_portfolio.Budgets[round];
        for (var j = 0; j < X.Length; j++)
        {
            left -= X[j] > 0.5 ? _portfolio.Cost(j, round) : 0;
        }

        Span<double> best = stackalloc double[TriesPerBudget];
        Span<double> divisors = stackalloc double[TriesPerBudget];
        best.Fill(1e-4);
        foreach (var k in _fractional)
        {
            foreach (var part in Fractions)
            {
                var divisor = _portfolio.Cost(k, round) / part;
                if (divisor > 0)
                {
                    Remember(BudgetViolation(round, left, divisor), divisor, best, divisors);
                }
            }
        }

        foreach (var divisor in divisors)
        {
            if (divisor > 0)
            {
                RoundBudget(round, left, divisor);
            }
        }
    }

    private static void Remember(double violation, double divisor, Span<double> best, Span<double> divisors)
    {
        if (divisors.Contains(divisor))
        {
            return;
        }

        for (var i = 0; i < best.Length; i++)
        {
            if (violation > best[i])
            {
                (best[i], violation) = (violation, best[i]);
                (divisors[i], divisor) = (divisor, divisors[i]);
            }
        }
    }

    private double BudgetViolation(int round, double left, double divisor)
    {
        var rhs = left / divisor;
        var floor = Math.Floor(rhs);
        var fraction = rhs - floor;
        if (fraction is < LeastFraction or > 1 - LeastFraction)
        {
            return 0;
        }

        var violation = -floor;
        foreach (var j in _fractional)
        {
            var cost = _portfolio.Cost(j, round) / divisor;
            violation += X[j] > 0.5 ? Rounded(-cost, fraction) * (1 - X[j]) : Rounded(cost, fraction) * X[j];
        }

        return violation;
    }

    private void RoundBudget(int round, double left, double divisor)
    {
        var rhs = left / divisor;
        var limit = Math.Floor(rhs);
        var fraction = rhs - limit;
        var cut = new double[_lp.Variables];
        for (var j = 0; j < X.Length; j++)
        {
            if (_portfolio.Cost(j, round) > 0)
            {
                AddRounded(cut, j, _portfolio.Cost(j, round) / divisor, fraction, ref limit);
            }
        }

        Keep(cut, limit, _portfolio.Budgets[round] / divisor / (1 - fraction));
    }

    private int AddCuts()
    {
        _found.Sort((a, b) => b.Violation.CompareTo(a.Violation));
        var chosen = 0;
        for (var i = 0; i < _found.Count && chosen < MostCutsPerRound; i++)
        {
            var row = _found[i].Row;
            if (!AlikeOneOf(row, chosen))
            {
                _found[chosen++] = _found[i];
                Activate(row);
            }
        }

        return chosen;
    }

    private bool AlikeOneOf(DualSimplex.Row row, int chosen)
    {
        if (chosen == 0)
        {
            return false;
        }

        var dense = new double[_lp.Variables];
        for (var i = 0; i < row.Variables.Length; i++)
        {
            dense[row.Variables[i]] = row.Coefficients[i];
        }

        for (var c = 0; c < chosen; c++)
        {
            var other = _found[c].Row;
            var product = 0.0;
            for (var i = 0; i < other.Variables.Length; i++)
            {
                product += dense[other.Variables[i]] * other.Coefficients[i];
            }

            if (product > Parallel)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Brings back cuts that were taken out and are broken again.</summary>
    private int ReviveCuts() => _idleCuts.RemoveAll(row =>
    {
        var activity = 0.0;
        var (variables, coefficients) = (row.Variables, row.Coefficients);
        for (var i = 0; i < variables.Length; i++)
        {
            activity += coefficients[i] * _point[variables[i]];
        }

        var broken = activity > row.Rhs + LeastEfficacy;
        if (broken)
        {
            Activate(row);
        }

        return broken;
    });

    private void Activate(DualSimplex.Row row)
    {
        var slack = _lp.AddRow(row);
        _looseRows.Add(slack);
        _activeCuts.Add(slack, row);
    }

    private bool IsFractional(int j, double margin) => X[j] > margin && X[j] < 1 - margin;
}
