namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>What a search found.</summary>
/// <param name="Bound">No selection has a higher value.</param>
/// <param name="IsProven">Nothing is better and, where ties were settled, nothing as good is preferred.</param>
internal sealed record Found(bool[] Set, double Value, double Bound, bool IsProven);

/// <summary>A further wish: one initiative that must be in, or must stay out.</summary>
internal readonly record struct Wish(int Initiative, bool Selected);

/// <summary>
/// Searches a portfolio for best selections, under its own rules and further wishes. The relaxation of the whole problem is solved
/// once and copied for every question; questions may be asked from several threads.
/// </summary>
internal sealed class SelectionSearch
{
    private const int SeparationRounds = 40;
    private const int CutRounds = 30;
    private const double LeastProgress = 0.005;

    private readonly FlatPortfolio _portfolio;
    private readonly Relaxation _root;
    private readonly (int Better, int Worse)[] _preferences;

    /// <param name="portfolio">With must-dos that are possible together.</param>
    public SelectionSearch(FlatPortfolio portfolio, SearchBudget budget)
    {
        (_portfolio, _preferences) = (portfolio, Preferences.Of(portfolio));
        _root = Relaxation.OfValue(portfolio, budget.IsOutOfTime);
        var state = StateFor(null, [])!;
        _root.Restrict(state);
        Tighten(_root, new BestValue(portfolio), SeparationRounds, relaxation => relaxation.Solve(double.NegativeInfinity, 1));
    }

    /// <summary>The best selection of all, ties settled.</summary>
    public Found Best(SearchBudget budget)
    {
        var (state, goal) = (StateFor(null, _preferences)!, new BestValue(_portfolio));
        var relaxation = _root.Clone(budget.IsOutOfTime);
        goal.Offer(state.Selected());
        relaxation.Restrict(state);
        var heuristic = HeuristicFor(state, relaxation, goal, budget);
        if (relaxation.Solve(goal.Floor, 1))
        {
            heuristic();
            Tighten(relaxation, goal, CutRounds, r => r.CutByTableau() + r.CutByBudgets() == 0 || r.Solve(goal.Floor, 10));
            heuristic();
        }

        return Finish(state, relaxation, goal, heuristic, budget, settleTies: true);
    }

    /// <summary>The best selection under a wish; null when the wish cannot be granted.</summary>
    /// <param name="known">A good selection without the wish, to start from.</param>
    public Found? Best(Wish wish, bool[] known, bool settleTies, SearchBudget budget)
    {
        if (StateFor(wish, []) is not { } state)
        {
            return null;
        }

        var (relaxation, goal) = (_root.Clone(budget.IsOutOfTime), new BestValue(_portfolio));
        goal.Offer(state.Selected());
        relaxation.Restrict(state);
        var heuristic = HeuristicFor(state, relaxation, goal, budget);
        if (relaxation.Solve(goal.Floor, 3))
        {
            OfferNear(known, state, relaxation.Prices(), goal, budget);
            heuristic();
        }

        return Finish(state, relaxation, goal, heuristic, budget, settleTies);
    }

    /// <summary>The best selections of at least a threshold value, up to a number; false when the search did not run to its end.</summary>
    public bool AllNearBest(NearBest goal, SearchBudget budget)
    {
        var tree = new SelectionTree(StateFor(null, [])!, _root.Clone(budget.IsOutOfTime), goal, budget);
        tree.Run([Branch.Root]);
        return tree.IsComplete;
    }

    private Found Finish(SelectionState state, Relaxation relaxation, BestValue goal, Action heuristic, SearchBudget budget, bool settleTies)
    {
        var tree = new SelectionTree(state, relaxation, goal, budget) { Heuristic = heuristic };
        tree.RootIs(relaxation.PricedBound, relaxation.Reduced);
        tree.Run([Branch.Root with { Bound = relaxation.Bound }]);
        var bound = Math.Max(goal.Value, tree.Bound);
        if (!tree.IsComplete || !settleTies || tree.Ties.Count == 0)
        {
            return new Found(goal.Set, goal.Value, bound, tree.IsComplete);
        }

        var cheapest = new LeastCost(_portfolio, goal.Value, goal.Set);
        var ties = new SelectionTree(state, Relaxation.OfCost(_portfolio, goal.Value, budget.IsOutOfTime), cheapest, budget);
        ties.Run(tree.Ties.Select(tie => tie with { Bound = double.PositiveInfinity }));
        return new Found(cheapest.Set, goal.Value, bound, ties.IsComplete);
    }

    /// <summary>What holds in the whole search; null when the wish cannot be granted.</summary>
    private SelectionState? StateFor(Wish? wish, (int Better, int Worse)[] preferences)
    {
        var state = new SelectionState(_portfolio, preferences);
        var possible = state.CloseUnaffordable();
        for (var j = 0; j < _portfolio.Count; j++)
        {
            possible &= !_portfolio.IsBarred[j] || state.Decide(j, false);
        }

        possible = possible && _portfolio.Forced().All(j => state.Decide(j, true));
        possible = possible && (wish is not { } w || state.Decide(w.Initiative, w.Selected));
        for (var j = 0; possible && j < _portfolio.Count; j++)
        {
            // What brings nothing and helps nothing to bring anything is never selected freely.
            possible = !state.IsOpen(j) || !_portfolio.IsUseless(j) || state.Decide(j, false);
        }

        return possible ? state : null;
    }

    private static void Tighten(Relaxation relaxation, Goal goal, int rounds, Func<Relaxation, bool> step)
    {
        var first = relaxation.Bound;
        for (var round = 0; round < rounds; round++)
        {
            var before = relaxation.Bound;
            if (!step(relaxation))
            {
                return;
            }

            relaxation.TidyUp();
            if (before - relaxation.Bound < LeastProgress * (first - relaxation.Bound) || relaxation.Bound < goal.Floor)
            {
                return;
            }
        }
    }

    private Action HeuristicFor(SelectionState state, Relaxation relaxation, BestValue goal, SearchBudget budget)
    {
        var start = state.Selected();
        var tried = new HashSet<string>();
        var improvement = new Improvement(_portfolio, start, [.. Enumerable.Range(0, _portfolio.Count).Select(state.IsOut)], budget.IsOutOfTime);
        return () =>
        {
            improvement.Load(start);
            foreach (var j in relaxation.MostlyTaken())
            {
                improvement.TryAdd(j);
            }

            improvement.Fill(relaxation.Prices());
            if (tried.Add(string.Concat(improvement.Set.Select(selected => selected ? '1' : '0'))))
            {
                improvement.Polish(relaxation.Prices());
                goal.Offer(improvement.Set);
            }
        };
    }

    private void OfferNear(bool[] known, SelectionState state, double[] prices, BestValue goal, SearchBudget budget)
    {
        var improvement = new Improvement(
            _portfolio, state.Selected(), [.. Enumerable.Range(0, _portfolio.Count).Select(state.IsOut)], budget.IsOutOfTime);
        improvement.Load(state.Selected());
        for (var j = 0; j < known.Length; j++)
        {
            if (known[j])
            {
                improvement.TryAdd(j);
            }
        }

        improvement.Fill(prices);
        improvement.Polish(prices);
        goal.Offer(improvement.Set);
    }
}
