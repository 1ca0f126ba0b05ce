namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>A part of the search: all selections that agree with a decision and those of its parents.</summary>
/// <param name="Initiative">-1 at the root.</param>
/// <param name="Bound">Nothing in this part is better.</param>
internal sealed record Branch(Branch? Parent, int Initiative, bool Selected, double Bound, long Number)
{
    public static Branch Root { get; } = new(null, -1, false, double.PositiveInfinity, 0);
}

/// <summary>
/// Branch and bound: divides the selections by decisions on single initiatives, bounds each part by the relaxation, and leaves out
/// what cannot be of interest to the goal. Looks into the part with the highest bound first and from there straight down. One thread,
/// one order: the same problem takes the same steps everywhere.
/// </summary>
internal sealed class SelectionTree
{
    private const int MostRounds = 5;
    private const int NodesPerTidying = 20;
    private const int NodesPerHeuristic = 50;

    private readonly SelectionState _state;
    private readonly Relaxation _relaxation;
    private readonly Goal _goal;
    private readonly SearchBudget _budget;
    private readonly Brancher _brancher;
    private readonly PriorityQueue<Branch, (double, long)> _open = new();
    private readonly List<Branch> _ties = [];
    private int _rootMark;
    private Branch? _current;
    private long _number;
    private int _nodes;
    private int _improvements;
    private (double Bound, double[] Reduced)? _root;

    /// <param name="state">With the decisions that hold in the whole search.</param>
    public SelectionTree(SelectionState state, Relaxation relaxation, Goal goal, SearchBudget budget)
    {
        (_state, _relaxation, _goal, _budget) = (state, relaxation, goal, budget);
        _brancher = new Brancher(relaxation.X.Length);
        _rootMark = state.Mark;
    }

    /// <summary>Improves the point in hand to a selection and offers it; null where that does not pay.</summary>
    public Action? Heuristic { get; init; }

    /// <summary>No selection is better; equals the goal's best when the search ran to its end.</summary>
    public double Bound { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether nothing of interest is left.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Parts that hold nothing better but perhaps ties.</summary>
    public IReadOnlyList<Branch> Ties => _ties;

    /// <summary>Remembers what the relaxation says of the whole search, so that a better selection can decide initiatives for good.</summary>
    public void RootIs(double bound, double[] reduced) => _root = (bound, [.. reduced]);

    public void Run(IEnumerable<Branch> parts)
    {
        foreach (var part in parts)
        {
            Enqueue(part);
        }

        Branch? next = null;
        while (next is not null || _open.TryDequeue(out next, out _))
        {
            if (next.Bound < _goal.Floor)
            {
                next = null;
                continue;
            }

            Bound = Math.Max(next.Bound, _open.TryPeek(out var highest, out _) ? highest.Bound : double.NegativeInfinity);
            Report(_goal.Improvements != _improvements);
            if (_budget.IsSpent())
            {
                return;
            }

            _budget.CountNode();
            next = Look(next);
        }

        _state.BackTo(_rootMark);
        (IsComplete, Bound) = (true, double.NegativeInfinity);
        Report(isNews: true);
    }

    private void Report(bool isNews)
    {
        if (_goal is BestValue best)
        {
            _budget.Report(best.Value, Bound, isNews);
        }
    }

    private void Enqueue(Branch branch) => _open.Enqueue(branch, (-branch.Bound, branch.Number));

    /// <summary>Looks into a part; returns the half to look into next.</summary>
    private Branch? Look(Branch branch)
    {
        if (++_nodes % NodesPerTidying == 0)
        {
            _relaxation.TidyUp();
        }

        if (!Enter(branch) || !Narrow(branch.Bound, out var bound))
        {
            return null;
        }

        if (_state.OpenCount == 0)
        {
            _goal.Offer(_state.Selected());
            return null;
        }

        if (!_goal.WantsAll && bound < _goal.Ceiling)
        {
            _ties.Add(Decisions(branch, bound));
            return null;
        }

        if (_nodes % NodesPerHeuristic == 1)
        {
            Heuristic?.Invoke();
        }

        return Divide(branch, bound);
    }

    /// <summary>Takes over the decisions of a part; false when they contradict each other.</summary>
    private bool Enter(Branch branch)
    {
        // Straight down everything decided above still holds, and more than the path says.
        if (branch.Parent is not null && ReferenceEquals(branch.Parent, _current))
        {
            _current = branch;
            return _state.Decide(branch.Initiative, branch.Selected);
        }

        _current = branch;
        _state.BackTo(_rootMark);
        return DecideForGood() && Follow(branch);
    }

    private bool Follow(Branch branch)
    {
        var path = new Stack<Branch>();
        for (var step = branch; step.Initiative >= 0; step = step.Parent!)
        {
            path.Push(step);
        }

        return path.All(step => _state.Decide(step.Initiative, step.Selected));
    }

    /// <summary>After a better selection was found, some initiatives cannot be decided otherwise any more, anywhere.</summary>
    private bool DecideForGood()
    {
        if (_root is not { } root || _improvements == _goal.Improvements)
        {
            return true;
        }

        _improvements = _goal.Improvements;
        if (!DecideByPrices(root.Bound, root.Reduced))
        {
            _open.Clear();
            return false;
        }

        _rootMark = _state.Mark;
        _relaxation.Restrict(_state);
        _relaxation.Freeze(_state.DecidedBefore(_rootMark));
        return true;
    }

    private bool DecideByPrices(double bound, double[] reduced)
    {
        for (var j = 0; j < reduced.Length; j++)
        {
            if (_state.IsOpen(j) && bound - Math.Abs(reduced[j]) < _goal.Floor && !_state.Decide(j, reduced[j] > 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Bounds the part and decides what the bound decides; false when nothing of interest is in it.</summary>
    private bool Narrow(double bound, out double narrowed)
    {
        narrowed = bound;
        for (var round = 0; round < MostRounds; round++)
        {
            _relaxation.Restrict(_state);
            if (!_relaxation.Solve(_goal.Floor, 3) || !Cut())
            {
                return false;
            }

            narrowed = Math.Min(narrowed, _relaxation.Bound);
            if (!DecideByPrices(_relaxation.PricedBound, _relaxation.Reduced) || _goal.IsHopeless(_state, narrowed))
            {
                return false;
            }

            if (_state.OpenCount == 0 || _state.Agrees(_relaxation.X))
            {
                break;
            }
        }

        return true;
    }

    private bool Cut() => _relaxation.CutByBudgets() == 0 || _relaxation.Solve(_goal.Floor, 3);

    /// <summary>The part as it stands now, with all that has been decided on the way.</summary>
    private Branch Decisions(Branch branch, double bound)
    {
        var all = Branch.Root;
        foreach (var j in _state.DecidedAfter(_rootMark))
        {
            all = new Branch(all, j, _state.IsIn(j), bound, branch.Number);
        }

        return all with { Bound = bound, Number = branch.Number };
    }

    private Branch? Divide(Branch branch, double bound)
    {
        var division = _brancher.Choose(_state, _relaxation, _goal.Floor);
        if (division.Initiative < 0)
        {
            OfferPoint();
            division = division with { Initiative = _state.FirstOpen() };
        }

        var j = division.Initiative;
        var with = new Branch(branch, j, true, Math.Min(bound, division.BoundIn), ++_number);
        var without = new Branch(branch, j, false, Math.Min(bound, division.BoundOut), ++_number);
        var (first, second) = _relaxation.X[j] > 0.5 ? (with, without) : (without, with);
        if (first.Bound < _goal.Floor)
        {
            return second.Bound < _goal.Floor ? null : second;
        }

        if (second.Bound >= _goal.Floor)
        {
            Enqueue(second);
        }

        return first;
    }

    // All shares are whole: the point is a selection, unless it breaks a row that was not added yet.
    private void OfferPoint()
    {
        bool[] set = [.. _relaxation.X.Select(share => share > 0.5)];
        if (!_goal.WantsAll && _state.Portfolio.IsFeasible(set))
        {
            _goal.Offer(set);
        }
    }
}
