namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>Mixed-integer rounding of a row.</summary>
internal sealed partial class Relaxation
{
    // With a much larger easing, a bound could not be distinguished from a tie.
    private const double Easing = 1e-12;

    /// <summary>Rounds the equation Σ coefficients · x + Σ weight · slack = rhs.</summary>
    private void RoundEquation(double[] coefficients, double rhs, List<(DualSimplex.Row Row, double Weight)> rows)
    {
        for (var j = 0; j < X.Length; j++)
        {
            rhs -= X[j] > 0.5 ? coefficients[j] : 0;
        }

        var limit = Math.Floor(rhs);
        var fraction = rhs - limit;
        if (fraction is < LeastFraction or > 1 - LeastFraction)
        {
            return;
        }

        var cut = new double[coefficients.Length];
        for (var j = 0; j < X.Length; j++)
        {
            AddRounded(cut, j, coefficients[j], fraction, ref limit);
        }

        for (var v = X.Length; v < cut.Length; v++)
        {
            cut[v] = Math.Min(0, coefficients[v]) / (1 - fraction);
        }

        var size = 0.0;
        foreach (var (row, weight) in rows)
        {
            size += Math.Abs(weight) * row.Largest;
            if (weight < 0)
            {
                var share = weight / (1 - fraction);
                limit -= share * row.Rhs;
                for (var i = 0; i < row.Variables.Length; i++)
                {
                    cut[row.Variables[i]] -= share * row.Coefficients[i];
                }
            }
        }

        Keep(cut, limit, size / (1 - fraction));
    }

    // An initiative mostly taken counts by what is left out of it.
    private void AddRounded(double[] cut, int j, double coefficient, double fraction, ref double limit)
    {
        if (X[j] > 0.5)
        {
            var rounded = Rounded(-coefficient, fraction);
            cut[j] = -rounded;
            limit -= rounded;
        }
        else
        {
            cut[j] = Rounded(coefficient, fraction);
        }
    }

    /// <param name="size">No number that went into the cut is larger, so that rounding errors stay far below its easing.</param>
    private void Keep(double[] cut, double limit, double size)
    {
        var largest = 0.0;
        foreach (var coefficient in cut)
        {
            largest = Math.Max(largest, Math.Abs(coefficient));
        }

        var (norm, activity) = (0.0, 0.0);
        var variables = new List<int>();
        for (var v = 0; v < cut.Length; v++)
        {
            if (Math.Abs(cut[v]) > 1e-9 * largest)
            {
                variables.Add(v);
                norm += cut[v] * cut[v];
                activity += cut[v] * _point[v];
            }
            else if (cut[v] < 0)
            {
                // Leaving a small term out must not cut anything off.
                limit -= cut[v] * _lp.UpperOf(v);
            }
        }

        limit += Easing * Math.Max(size, largest);
        var efficacy = (activity - limit) / Math.Sqrt(norm);
        if (efficacy > LeastEfficacy)
        {
            norm = Math.Sqrt(norm);
            _found.Add((efficacy, new([.. variables], [.. variables.Select(v => cut[v] / norm)], limit / norm)));
        }
    }

    private static double Rounded(double coefficient, double fraction)
    {
        var floor = Math.Floor(coefficient);
        return floor + (Math.Max(0, coefficient - floor - fraction) / (1 - fraction));
    }
}
