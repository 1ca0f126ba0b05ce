namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>
/// A linear programme "maximise profit · x, rows · x ≤ rhs, lo ≤ x ≤ hi" that is solved again and again while bounds move and rows
/// come and go. Bounded dual simplex with a ratio test that flips bounds, on a condensed tableau.
/// <para>
/// All columns have two finite bounds. Therefore any basis becomes dual feasible by putting each column at the right bound, and one
/// tableau serves every node of a search in any order. Results are never trusted for their precision: <see cref="Bound"/> recomputes
/// the bound from the duals and the original rows.
/// </para>
/// </summary>
internal sealed partial class DualSimplex
{
    private const double FeasibilityTolerance = 1e-8;
    private const double PivotTolerance = 1e-8;
    private const double DisturbanceSize = 1e-7;
    private const int Absent = int.MinValue;
    private const int Frozen = int.MaxValue;

    // By variable (columns and slacks alike). A place is the tableau column, or the complement of the tableau row.
    private double[] _lo = [];
    private double[] _hi = [];
    private double[] _profit = [];
    private double[] _priced = [];
    private bool[] _atUpper = [];
    private int[] _place = [];
    private Row?[] _rowOf = [];
    private int _variables;
    private Stack<int> _free = new();

    // The tableau by row: basic = value − T · (nonbasic − their values).
    private double[][] _tableau = [];
    private double[] _values = [];
    private int[] _basic = [];
    private double[] _norms = [];
    private int _rowCount;

    // The tableau by column. The side is 1 at the lower bound, −1 at the upper, 0 when the column cannot move.
    private double[] _reduced = [];
    private double[] _side = [];
    private int[] _nonbasic = [];
    private int _columnCount;

    // Scratch of the ratio test and of moves.
    private double[] _ratios = [];
    private int[] _candidates = [];

    /// <summary>A row over column variables, a · x ≤ rhs.</summary>
    internal sealed record Row(int[] Variables, double[] Coefficients, double Rhs)
    {
        /// <summary>The largest coefficient by size.</summary>
        public double Largest { get; } = Coefficients.Select(Math.Abs).DefaultIfEmpty().Max();
    }

    internal enum Outcome
    {
        Optimal,
        Infeasible,
        BelowCutoff,
        Stopped,
    }

    /// <summary>Asked now and then; when it says yes, solving ends early.</summary>
    public Func<bool> Stop { get; set; } = () => false;

    /// <summary>How far the disturbance of prices can move the objective.</summary>
    public double Disturbance { get; private set; }

    /// <summary>Variables are numbered below this.</summary>
    public int Variables => _variables;

    /// <summary>Rounding errors pile up with them.</summary>
    public int PivotsSinceRebuild { get; private set; }

    /// <summary>Adds a column that no row holds yet, at the bound its profit prefers.</summary>
    public int AddColumn(double lo, double hi, double profit)
    {
        var variable = NewVariable(lo, hi, profit);
        EnsureColumns(_columnCount + 1);
        for (var i = 0; i < _rowCount; i++)
        {
            _tableau[i][_columnCount] = 0;
        }

        Disturb(variable);
        _reduced[_columnCount] = _priced[variable];
        _atUpper[variable] = _reduced[_columnCount] > 0;
        Place(variable, _columnCount++);
        return variable;
    }

    /// <summary>Adds a row; its slack is the handle.</summary>
    public int AddRow(Row row)
    {
        var slack = NewVariable(0, double.PositiveInfinity, 0);
        _rowOf[slack] = row;
        EnsureRows(_rowCount + 1);
        Write(slack, row, _rowCount++);
        return slack;
    }

    public bool IsBasic(int variable) => _place[variable] < 0;

    /// <summary>Takes a row away whose slack is basic, that is, one that does not bind.</summary>
    public void RemoveRow(int slack)
    {
        var i = ~_place[slack];
        var last = --_rowCount;
        (_tableau[i], _tableau[last]) = (_tableau[last], _tableau[i]);
        (_values[i], _basic[i], _norms[i]) = (_values[last], _basic[last], _norms[last]);
        _place[_basic[i]] = ~i;
        _rowOf[slack] = null;
        _place[slack] = Absent;
        _free.Push(slack);
    }

    /// <summary>Takes a nonbasic column out of the tableau for good; it keeps its value, which must be its only one.</summary>
    public void Freeze(int variable)
    {
        var column = _place[variable];
        var last = --_columnCount;
        for (var i = 0; i < _rowCount; i++)
        {
            _tableau[i][column] = _tableau[i][last];
        }

        _reduced[column] = _reduced[last];
        Place(_nonbasic[last], column);
        _place[variable] = Frozen;
    }

    public double ValueOf(int variable) => _place[variable] < 0 ? _values[~_place[variable]] : Resting(variable);

    /// <summary>The present value of every column, by variable; what is none gets any number.</summary>
    public void CopyValues(double[] values)
    {
        for (var variable = 0; variable < _variables; variable++)
        {
            values[variable] = _place[variable] == Absent ? 0 : ValueOf(variable);
        }
    }

    public double LowerOf(int variable) => _lo[variable];

    public double UpperOf(int variable) => _hi[variable];

    /// <summary>Moves the bounds of columns; nonbasic ones go to the bound their reduced profit prefers.</summary>
    public void SetBounds(ReadOnlySpan<int> variables, double[] lo, double[] hi)
    {
        var moves = 0;
        foreach (var variable in variables)
        {
            var column = _place[variable];
            var before = column >= 0 ? Resting(variable) : 0;
            (_lo[variable], _hi[variable]) = (lo[variable], hi[variable]);
            if (column is < 0 or Frozen)
            {
                continue;
            }

            _atUpper[variable] = _reduced[column] > 0 || (_reduced[column] == 0 && _atUpper[variable]);
            Place(variable, column);
            if (Resting(variable) - before is not 0 and var shift)
            {
                (_candidates[moves], _ratios[moves++]) = (column, shift);
            }
        }

        ApplyMoves(moves);
    }

    // Equal prices make the simplex walk in circles; slightly different ones do not.
    private void Disturb(int variable)
    {
        var share = (uint)(variable * 2654435761) / (double)uint.MaxValue;
        var change = DisturbanceSize * (Math.Abs(_profit[variable]) + 0.01) * (0.5 + share);
        _priced[variable] -= change;
        Disturbance += change * (_hi[variable] - _lo[variable]);
    }

    private double Resting(int variable) => _atUpper[variable] ? _hi[variable] : _lo[variable];

    private void Place(int variable, int column)
    {
        (_nonbasic[column], _place[variable]) = (variable, column);
        _side[column] = _lo[variable] == _hi[variable] ? 0 : _atUpper[variable] ? -1 : 1;
    }

    /// <summary>Writes a row in terms of the present nonbasic columns.</summary>
    private void Write(int slack, Row row, int i)
    {
        var line = _tableau[i];
        Array.Clear(line);
        var value = row.Rhs;
        for (var k = 0; k < row.Variables.Length; k++)
        {
            var variable = row.Variables[k];
            value -= row.Coefficients[k] * ValueOf(variable);
            if (_place[variable] < 0)
            {
                AddMultiple(line, _tableau[~_place[variable]], -row.Coefficients[k], _columnCount);
            }
            else if (_place[variable] != Frozen)
            {
                line[_place[variable]] += row.Coefficients[k];
            }
        }

        (_values[i], _basic[i], _place[slack]) = (value, slack, ~i);
        _norms[i] = 1 + AddMultiple(line, line, 0, _columnCount);
    }

    private void ApplyMoves(int moves)
    {
        for (var i = 0; moves > 0 && i < _rowCount; i++)
        {
            var line = _tableau[i];
            var change = 0.0;
            for (var k = 0; k < moves; k++)
            {
                change += line[_candidates[k]] * _ratios[k];
            }

            _values[i] -= change;
        }
    }
}
