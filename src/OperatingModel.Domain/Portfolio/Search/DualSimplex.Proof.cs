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

    /// <summary>Builds the tableau anew from the original rows, for the same basis; takes out the error that pivots pile up.</summary>
    public void Refactor()
    {
        var columns = Enumerable.Range(0, _variables).Where(v => IsColumn(v) && _place[v] != Frozen).ToArray();
        var slacks = Enumerable.Range(0, _variables).Where(v => _rowOf[v] is not null).ToArray();
        var entering = columns.Where(IsBasic).ToArray();
        var leaving = slacks.Where(s => !IsBasic(s)).ToHashSet();
        (_rowCount, _columnCount) = (0, 0);
        foreach (var variable in columns)
        {
            _reduced[_columnCount] = _priced[variable];
            Place(variable, _columnCount++);
        }

        foreach (var slack in slacks)
        {
            Write(slack, _rowOf[slack]!, _rowCount++);
        }

        foreach (var variable in entering)
        {
            var row = Enumerable.Range(0, _rowCount).Where(i => leaving.Contains(_basic[i])).MaxBy(i => Math.Abs(_tableau[i][_place[variable]]));
            leaving.Remove(_basic[row]);
            Pivot(row, _place[variable], 0);
        }
    }

    private DualSimplex? _saved;

    /// <summary>Remembers the tableau, so that a trial can be taken back exactly. No rows or columns may come or go in between.</summary>
    public void Save()
    {
        _saved ??= new DualSimplex();
        (_saved._variables, _saved._columnCount, _saved._rowCount) = (_variables, _columnCount, _rowCount);
        CopyTableau(this, _saved);
    }

    public void Restore() => CopyTableau(_saved!, this);

    private static void CopyTableau(DualSimplex from, DualSimplex to)
    {
        if (to._lo.Length < from._lo.Length || to._reduced.Length < from._reduced.Length || to._tableau.Length < from._tableau.Length)
        {
            (to._lo, to._hi, to._atUpper, to._place) = ([.. from._lo], [.. from._hi], [.. from._atUpper], [.. from._place]);
            (to._reduced, to._side, to._nonbasic) = ([.. from._reduced], [.. from._side], [.. from._nonbasic]);
            (to._values, to._basic, to._norms) = ([.. from._values], [.. from._basic], [.. from._norms]);
            to._tableau = [.. from._tableau.Select(line => (double[])line.Clone())];
        }

        var (variables, columns, rows) = (from._variables, from._columnCount, from._rowCount);
        Array.Copy(from._lo, to._lo, variables);
        Array.Copy(from._hi, to._hi, variables);
        Array.Copy(from._atUpper, to._atUpper, variables);
        Array.Copy(from._place, to._place, variables);
        Array.Copy(from._reduced, to._reduced, columns);
        Array.Copy(from._side, to._side, columns);
        Array.Copy(from._nonbasic, to._nonbasic, columns);
        Array.Copy(from._values, to._values, rows);
        Array.Copy(from._basic, to._basic, rows);
        Array.Copy(from._norms, to._norms, rows);
        for (var i = 0; i < rows; i++)
        {
            Array.Copy(from._tableau[i], to._tableau[i], columns);
        }
    }

    /// <summary>An independent copy.</summary>
    public DualSimplex Clone()
    {
        var copy = (DualSimplex)MemberwiseClone();
        (copy._lo, copy._hi, copy._profit, copy._priced, copy._atUpper) = ([.. _lo], [.. _hi], [.. _profit], [.. _priced], [.. _atUpper]);
        (copy._place, copy._rowOf, copy._free) = ([.. _place], [.. _rowOf], new Stack<int>(_free.Reverse()));
        (copy._values, copy._basic, copy._reduced, copy._nonbasic) = ([.. _values], [.. _basic], [.. _reduced], [.. _nonbasic]);
        (copy._side, copy._norms) = ([.. _side], [.. _norms]);
        copy._saved = null;
        (copy._ratios, copy._candidates) = ([.. _ratios], [.. _candidates]);
        copy._tableau = [.. _tableau.Select(line => (double[])line.Clone())];
        return copy;
    }
}
