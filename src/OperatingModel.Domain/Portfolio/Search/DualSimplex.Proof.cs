namespace OperatingModel.Domain.Portfolio.Search;

internal sealed partial class DualSimplex
{
    /// <summary>
    /// An upper bound of the profit from the present duals, computed from the original rows: valid however inexact the tableau is.
    /// </summary>
    /// <param name="reduced">Receives, by variable, the profit left after paying the duals.</param>
    public double Bound(double[] reduced)
    {
        Array.Copy(_profit, reduced, _variables);
        var bound = 0.0;
        for (var j = 0; j < _columnCount; j++)
        {
            if (_rowOf[_nonbasic[j]] is { } row && _reduced[j] < 0)
            {
                bound -= _reduced[j] * row.Rhs;
                Pay(row, -_reduced[j], reduced);
            }
        }

        for (var variable = 0; variable < _variables; variable++)
        {
            if (IsColumn(variable))
            {
                bound += reduced[variable] * (reduced[variable] > 0 ? _hi[variable] : _lo[variable]);
            }
        }

        return bound;
    }

    public Row RowOf(int slack) => _rowOf[slack]!;

    /// <summary>The price of one unit of the right-hand side of a row.</summary>
    public double DualOf(int slack) => _place[slack] >= 0 ? Math.Max(0, -_reduced[_place[slack]]) : 0;

    /// <summary>What one step of the simplex shows that the objective must lose when a basic variable falls or rises to an integer.</summary>
    public double Penalty(int variable, bool rises)
    {
        var row = ~_place[variable];
        var line = _tableau[row];
        var sign = rises ? -1.0 : 1.0;
        var least = double.PositiveInfinity;
        for (var j = 0; j < _columnCount; j++)
        {
            var pull = sign * _side[j] * line[j];
            if (pull > PivotTolerance && Math.Abs(_reduced[j]) < least * pull)
            {
                least = Math.Abs(_reduced[j]) / pull;
            }
        }

        return least * (rises ? _hi[variable] - _values[row] : _values[row] - _lo[variable]);
    }

    /// <summary>
    /// The combination of rows that a basic column stands for: Σ coefficients · x + Σ weight · slack of the row = the number returned.
    /// </summary>
    public double Combine(int variable, double[] coefficients, List<(Row Row, double Weight)> rows)
    {
        rows.Clear();
        var line = _tableau[~_place[variable]];
        var rhs = 0.0;
        for (var j = 0; j < _columnCount; j++)
        {
            if (_rowOf[_nonbasic[j]] is { } row && Math.Abs(line[j]) > 1e-12)
            {
                rows.Add((row, line[j]));
                rhs += line[j] * row.Rhs;
                Pay(row, -line[j], coefficients);
            }
        }

        return rhs;
    }

    /// <summary>True when the combination of rows that a blocked tableau row stands for has no point within the bounds.</summary>
    private bool ProvesInfeasible(int row, bool rises)
    {
        var combination = new double[_variables];
        var rhs = 0.0;
        if (_rowOf[_basic[row]] is { } own)
        {
            rhs += own.Rhs;
            Pay(own, -1, combination);
        }

        for (var j = 0; j < _columnCount; j++)
        {
            var weight = rises ? _tableau[row][j] : -_tableau[row][j];
            if (weight > 0 && _rowOf[_nonbasic[j]] is { } other)
            {
                rhs += weight * other.Rhs;
                Pay(other, -weight, combination);
            }
        }

        var least = 0.0;
        for (var variable = 0; variable < _variables; variable++)
        {
            if (IsColumn(variable))
            {
                least += combination[variable] * (combination[variable] > 0 ? _lo[variable] : _hi[variable]);
            }
        }

        return least > rhs + FeasibilityTolerance / 10;
    }

    private bool IsColumn(int variable) => _rowOf[variable] is null && _place[variable] != Absent;

    private static void Pay(Row row, double price, double[] left)
    {
        for (var k = 0; k < row.Variables.Length; k++)
        {
            left[row.Variables[k]] -= price * row.Coefficients[k];
        }
    }
}
