using System.Numerics;
using System.Runtime.InteropServices;

namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>How the tableau is kept: growing, rebuilding, saving and copying.</summary>
internal sealed partial class DualSimplex
{
    private DualSimplex? _saved;

    /// <summary>Remembers the tableau, so that a trial can be undone exactly. No row or column may be added or removed in between.</summary>
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

    /// <summary>Builds the tableau anew from the original rows, for the same basis; takes out the error that pivots pile up.</summary>
    public void Rebuild()
    {
        PivotsSinceRebuild = 0;
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

    private int NewVariable(double lo, double hi, double profit)
    {
        if (!_free.TryPop(out var variable))
        {
            variable = _variables++;
            if (variable == _lo.Length)
            {
                var size = Math.Max(64, _lo.Length * 2);
                Array.Resize(ref _lo, size);
                Array.Resize(ref _hi, size);
                Array.Resize(ref _profit, size);
                Array.Resize(ref _priced, size);
                Array.Resize(ref _atUpper, size);
                Array.Resize(ref _place, size);
                Array.Resize(ref _rowOf, size);
            }
        }

        (_lo[variable], _hi[variable], _profit[variable], _priced[variable], _atUpper[variable]) = (lo, hi, profit, profit, false);
        return variable;
    }

    private void EnsureColumns(int count)
    {
        if (count <= _reduced.Length)
        {
            return;
        }

        var size = Math.Max(64, Math.Max(count, _reduced.Length * 3 / 2));
        Array.Resize(ref _reduced, size);
        Array.Resize(ref _side, size);
        Array.Resize(ref _nonbasic, size);
        Array.Resize(ref _ratios, size);
        Array.Resize(ref _candidates, size);
        for (var i = 0; i < _tableau.Length; i++)
        {
            Array.Resize(ref _tableau[i], size);
        }
    }

    private void EnsureRows(int count)
    {
        if (count <= _tableau.Length)
        {
            return;
        }

        var size = Math.Max(16, Math.Max(count, _tableau.Length * 3 / 2));
        var before = _tableau.Length;
        Array.Resize(ref _tableau, size);
        Array.Resize(ref _values, size);
        Array.Resize(ref _basic, size);
        Array.Resize(ref _norms, size);
        for (var i = before; i < size; i++)
        {
            _tableau[i] = new double[_reduced.Length];
        }
    }

    /// <summary>target += factor · source over the first <paramref name="count"/> entries; returns the squared length of the result.</summary>
    private static double AddMultiple(double[] target, double[] source, double factor, int count)
    {
        var targets = MemoryMarshal.Cast<double, Vector<double>>(target.AsSpan(0, count));
        var sources = MemoryMarshal.Cast<double, Vector<double>>(source.AsSpan(0, count));
        var factors = new Vector<double>(factor);
        var squares = Vector<double>.Zero;
        for (var i = 0; i < targets.Length; i++)
        {
            var sum = targets[i] + (factors * sources[i]);
            targets[i] = sum;
            squares += sum * sum;
        }

        var norm = Vector.Sum(squares);
        for (var i = targets.Length * Vector<double>.Count; i < count; i++)
        {
            target[i] += factor * source[i];
            norm += target[i] * target[i];
        }

        return norm;
    }
}
