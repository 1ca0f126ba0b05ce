namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>What a search looks for, in terms of bounds: everything is maximised.</summary>
internal abstract class Goal
{
    /// <summary>The search ignores parts whose bound is below this.</summary>
    public abstract double Floor { get; }

    /// <summary>Parts whose bound is below this contain nothing better, only ties.</summary>
    public virtual double Ceiling => Floor;

    /// <summary>Whether all selections of interest are wanted, not just a better one.</summary>
    public virtual bool WantsAll => false;

    /// <summary>Counts the times something better was offered.</summary>
    public int Improvements { get; protected set; }

    /// <summary>Looks at a selection that keeps every rule.</summary>
    public abstract void Offer(bool[] set);

    /// <summary>Whether no selection that agrees with the decisions can be of interest, given their bound.</summary>
    public virtual bool IsHopeless(SelectionState state, double bound) => bound < Floor;
}

/// <summary>The selection of highest value. Ties are only collected; <see cref="LeastCost"/> decides among them.</summary>
internal sealed class BestValue(FlatPortfolio portfolio) : Goal
{
    // Values are never negative.
    public double Value { get; private set; } = -1;

    public bool[] Set { get; private set; } = [];

    public override double Floor => Value - Tolerance.Value - Noise;

    public override double Ceiling => Value + Noise;

    // Sums of the same parts in another order differ in their last digits.
    private double Noise => (0.2 * Tolerance.Value) + (1e-12 * Math.Abs(Value));

    public override void Offer(bool[] set)
    {
        var value = portfolio.Value(set);
        if (Tolerance.Greater(value, Value))
        {
            Improvements++;
            (Value, Set) = (value, (bool[])set.Clone());
        }
        else if (Tolerance.AtLeast(value, Value))
        {
            (Value, Set) = (Math.Max(value, Value), portfolio.Compare(set, Set) < 0 ? (bool[])set.Clone() : Set);
        }
    }
}

/// <summary>Among the selections of the highest value: lower cost, then fewer initiatives, then the smaller list of codes.</summary>
internal sealed class LeastCost(FlatPortfolio portfolio, double highestValue, bool[] best) : Goal
{
    private double _price = -portfolio.PriceOf(best);

    public bool[] Set { get; private set; } = best;

    // Prices are whole numbers.
    public override double Floor => _price - 0.5;

    public override void Offer(bool[] set)
    {
        if (Tolerance.AtLeast(portfolio.Value(set), highestValue) && portfolio.Compare(set, Set) < 0)
        {
            (Set, _price) = ((bool[])set.Clone(), -portfolio.PriceOf(set));
            Improvements++;
        }
    }

    /// <summary>Where nothing is cheaper, only a smaller list of codes is better; some decisions rule it out.</summary>
    public override bool IsHopeless(SelectionState state, double bound)
    {
        if (bound >= _price + 0.5 || bound < Floor)
        {
            return bound < Floor;
        }

        for (var j = 0; j < Set.Length; j++)
        {
            if (Set[j] ? state.IsOut(j) : !state.IsOut(j))
            {
                return Set[j];
            }
        }

        return true;
    }
}

/// <summary>The best selections, up to a number, whose value reaches a threshold and that pay for no useless initiative.</summary>
internal sealed class NearBest(FlatPortfolio portfolio, double threshold, int most) : Goal
{
    private readonly SortedSet<(double Value, bool[] Set)> _found = new(Comparer<(double Value, bool[] Set)>.Create((a, b) =>
        Tolerance.Same(a.Value, b.Value) ? portfolio.Compare(a.Set, b.Set) : b.Value.CompareTo(a.Value)));

    public IEnumerable<bool[]> Sets => _found.Select(entry => entry.Set);

    /// <summary>Whether some were left out because there were too many.</summary>
    public bool IsCut { get; private set; }

    public override bool WantsAll => true;

    public override double Floor => (_found.Count < most ? threshold : _found.Max.Value) - (2 * Tolerance.Value);

    public override void Offer(bool[] set)
    {
        var value = portfolio.Value(set);
        if (!Tolerance.AtLeast(value, threshold) || portfolio.HasIdle(set, value))
        {
            return;
        }

        _found.Add((value, (bool[])set.Clone()));
        if (_found.Count > most)
        {
            _found.Remove(_found.Max);
            IsCut = true;
        }
    }
}
