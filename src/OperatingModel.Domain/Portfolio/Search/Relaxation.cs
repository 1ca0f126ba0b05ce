namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>
/// The portfolio problem with shares of initiatives allowed: a linear programme whose optimum no real selection can beat.
/// An overlap costs what it lifts beyond the target (the <em>loss</em> of a pool). Rows for prerequisites, exclusions and losses are
/// added only when the present point breaks them.
/// </summary>
internal sealed partial class Relaxation
{
    private const double Violated = 1e-6;
    private const int MostRowsPerRound = 200;
    private const int PivotLimit = 2000;
    private const int PivotsPerRebuild = 20_000;

    private readonly FlatPortfolio _portfolio;
    private readonly double _scale;
    private readonly int[] _budgetRows;
    private List<int> _fractional = [];
    private double[] _lo;
    private double[] _hi;
    private int[] _changed;
    private DualSimplex _lp;
    private int[] _loss;
    private bool[] _frozen;
    private List<int> _looseRows = [];
    private double[] _reduced = [];
    private double[] _point = [];

    private Relaxation(FlatPortfolio portfolio, double[] profits, Func<bool> stop)
    {
        _portfolio = portfolio;
        // A power of two rounds nothing.
        _scale = PowerNear(profits.Select(Math.Abs).DefaultIfEmpty().Max());
        _lp = new DualSimplex { Stop = stop };
        (_lo, _hi, _changed) = (new double[portfolio.Count], new double[portfolio.Count], new int[portfolio.Count]);
        (X, Reduced, _frozen) = (new double[portfolio.Count], new double[portfolio.Count], new bool[portfolio.Count]);
        foreach (var profit in profits)
        {
            _lp.AddColumn(0, 1, profit * _scale);
        }

        _loss = [.. Enumerable.Repeat(-1, portfolio.Pools.Length)];
        _budgetRows = [.. Enumerable.Range(0, portfolio.Rounds).Select(BudgetRow)];
    }

    /// <summary>The share of each initiative at the optimum.</summary>
    public double[] X { get; private set; }

    /// <summary>What each initiative brings after paying for money and overlap; its sign says on which side it belongs.</summary>
    public double[] Reduced { get; private set; }

    /// <summary>No selection within the present bounds brings more.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>
    /// The bound that belongs to <see cref="Reduced"/>: deciding an initiative against its side costs at least its reduced profit.
    /// </summary>
    public double PricedBound { get; private set; } = double.PositiveInfinity;

    /// <summary>Highest value: what initiatives remove alone, less what overlaps lose.</summary>
    public static Relaxation OfValue(FlatPortfolio portfolio, Func<bool> stop) =>
        new(portfolio, [.. Enumerable.Range(0, portfolio.Count).Select(portfolio.ValueAlone)], stop);

    /// <summary>Lowest price (as a highest negative one) among the selections of at least a value.</summary>
    public static Relaxation OfCost(FlatPortfolio portfolio, double value, Func<bool> stop)
    {
        var relaxation = new Relaxation(portfolio, [.. Enumerable.Range(0, portfolio.Count).Select(j => -portfolio.PriceOf(j))], stop);
        var scale = PowerNear(value);
        var variables = new List<int>();
        var coefficients = new List<double>();
        for (var j = 0; j < portfolio.Count; j++)
        {
            variables.Add(j);
            coefficients.Add(-portfolio.ValueAlone(j) * scale);
        }

        for (var k = 0; k < portfolio.Pools.Length; k++)
        {
            relaxation._loss[k] = relaxation._lp.AddColumn(0, portfolio.Pools[k].Levels.Sum(), 0);
            variables.Add(relaxation._loss[k]);
            coefficients.Add(portfolio.Pools[k].Worth * scale);
        }

        relaxation._lp.AddRow(new([.. variables], [.. coefficients], -(value - (2 * Tolerance.Value)) * scale));
        return relaxation;
    }

    /// <summary>What one more unit of money is worth in each round.</summary>
    public double[] Prices() => [.. _budgetRows.Select((slack, r) => _lp.DualOf(slack) * BudgetScale(r) / _scale)];

    /// <summary>The initiatives of which more than half is taken, the largest share first.</summary>
    public IEnumerable<int> MostlyTaken() => Enumerable.Range(0, X.Length).Where(j => X[j] > 0.5).OrderByDescending(j => X[j]).ThenBy(j => j);

    public void Restrict(SelectionState state)
    {
        var count = 0;
        for (var j = 0; j < _lo.Length; j++)
        {
            var (lo, hi) = (state.IsIn(j) ? 1.0 : 0.0, state.IsOut(j) ? 0.0 : 1.0);
            if (lo != _lp.LowerOf(j) || hi != _lp.UpperOf(j))
            {
                (_lo[j], _hi[j]) = (lo, hi);
                _changed[count++] = j;
            }
        }

        _lp.SetBounds(_changed.AsSpan(0, count), _lo, _hi);
    }

    /// <summary>
    /// Solves within the present bounds, adding the rows that the optimum breaks, for a limited number of rounds.
    /// False when no selection exists there, or none above the floor.
    /// </summary>
    public bool Solve(double floor, int rounds)
    {
        Bound = double.PositiveInfinity;
        for (var round = 0; ; round++)
        {
            var outcome = _lp.Solve((floor * _scale) - 1e-9, PivotLimit);
            if (outcome == DualSimplex.Outcome.Infeasible)
            {
                return false;
            }

            ReadBound(floor);
            if (Bound < floor)
            {
                return false;
            }

            ReadPoint();
            if (outcome != DualSimplex.Outcome.Optimal || round >= rounds || Separate() == 0)
            {
                return true;
            }
        }
    }

    /// <summary>What one step shows that the bound loses when an initiative taken in part is put in or out.</summary>
    public double Penalty(int initiative, bool selected) => _lp.IsBasic(initiative) ? _lp.Penalty(initiative, selected) / _scale : 0;

    /// <summary>Remembers where the simplex stands, for trials.</summary>
    public void Save() => _lp.Save();

    /// <summary>The bound after a few pivots when one initiative is put in or out; afterwards all is as it was saved.</summary>
    public double Try(int initiative, bool selected, double floor, int pivots)
    {
        _lo[initiative] = _hi[initiative] = selected ? 1 : 0;
        _lp.SetBounds([initiative], _lo, _hi);
        var outcome = _lp.Solve((floor * _scale) - 1e-9, pivots);
        var bound = outcome == DualSimplex.Outcome.Infeasible ? double.NegativeInfinity : _lp.Bound(_reduced) / _scale;
        _lp.Restore();
        return bound;
    }

    /// <summary>Takes initiatives that are decided for good out of the tableau.</summary>
    public void Freeze(ReadOnlySpan<int> decided)
    {
        foreach (var j in decided)
        {
            if (!_frozen[j] && !_lp.IsBasic(j))
            {
                _frozen[j] = true;
                _lp.Freeze(j);
            }
        }
    }

    /// <summary>Takes out rows that do not bind, which come back when they are broken again, and rounding errors.</summary>
    public void TidyUp()
    {
        _looseRows.RemoveAll(IsDroppedWhenLoose);
        // The newest cuts are the most likely to bind again.
        _idleCuts.RemoveRange(0, Math.Max(0, _idleCuts.Count - MostIdleCuts));
        if (_lp.PivotsSinceRebuild > PivotsPerRebuild)
        {
            _lp.Rebuild();
        }
    }

    private bool IsDroppedWhenLoose(int slack)
    {
        var loose = _lp.IsBasic(slack) && _lp.ValueOf(slack) > Violated;
        if (loose && _activeCuts.Remove(slack, out var cut))
        {
            _idleCuts.Add(cut);
        }

        if (loose)
        {
            _lp.RemoveRow(slack);
        }

        return loose;
    }

    /// <summary>An independent copy, for another question or thread.</summary>
    public Relaxation Clone(Func<bool> stop)
    {
        var copy = (Relaxation)MemberwiseClone();
        copy._lp = _lp.Clone();
        copy._lp.Stop = stop;
        (copy._loss, copy._looseRows, copy._frozen, copy._fractional, copy._found) = ([.. _loss], [.. _looseRows], [.. _frozen], [], []);
        (copy._lo, copy._hi, copy._changed) = ([.. _lo], [.. _hi], [.. _changed]);
        (copy._idleCuts, copy._activeCuts) = ([.. _idleCuts], new(_activeCuts));
        (copy.X, copy.Reduced, copy._reduced, copy._point) = ([.. X], [.. Reduced], [], []);
        return copy;
    }

    private void ReadPoint()
    {
        if (_point.Length < _lp.Variables)
        {
            _point = new double[_lp.Variables * 2];
        }

        _lp.CopyValues(_point);
        Array.Copy(_point, X, X.Length);
    }

    private static double PowerNear(double size) => Math.ScaleB(1, -Math.ILogB(Math.Max(size, 1e-300)));

    private double BudgetScale(int round) => PowerNear(Math.Max(1, (double)_portfolio.Budgets[round]));

    private int BudgetRow(int round)
    {
        var scale = BudgetScale(round);
        int[] members = [.. Enumerable.Range(0, _portfolio.Count).Where(j => _portfolio.Cost(j, round) > 0)];
        return _lp.AddRow(new(members, [.. members.Select(j => _portfolio.Cost(j, round) * scale)], _portfolio.Budgets[round] * scale));
    }

    private void ReadBound(double floor)
    {
        if (_reduced.Length < _lp.Variables)
        {
            _reduced = new double[_lp.Variables * 2];
        }

        PricedBound = _lp.Bound(_reduced) / _scale;
        if (PricedBound >= floor && PricedBound < floor + (3 * _lp.Disturbance / _scale))
        {
            PricedBound = _lp.ExactBound(_reduced) / _scale;
        }

        Bound = Math.Min(Bound, PricedBound);

        for (var j = 0; j < Reduced.Length; j++)
        {
            Reduced[j] = _reduced[j] / _scale;
        }
    }
}
