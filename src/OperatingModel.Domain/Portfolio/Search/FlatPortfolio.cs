namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>
/// A portfolio problem in flat arrays. Initiatives are numbered in ordinal order of their codes, so that comparing numbers compares
/// codes. Cells of one capability instance with the same gap are one <em>pool</em>: the search never needs to distinguish them.
/// </summary>
internal sealed class FlatPortfolio
{
    private readonly string[] _codes;
    private readonly Dictionary<string, int> _numbers;
    private readonly long[] _costs;

    public FlatPortfolio(PortfolioProblem problem)
    {
        Candidate[] candidates = [.. problem.Candidates.OrderBy(c => c.Code, StringComparer.Ordinal)];
        _codes = [.. candidates.Select(c => c.Code)];
        _numbers = Enumerable.Range(0, Count).ToDictionary(j => _codes[j], StringComparer.Ordinal);
        Rounds = problem.Rounds.Count;
        Budgets = [.. problem.Rounds.Select(round => round.Budget)];
        _costs = [.. candidates.SelectMany(c => Checked(c, Rounds).Costs)];
        TotalCosts = [.. candidates.Select(c => c.TotalCost)];
        Mandatory = [.. candidates.Select(c => c.Mandatory)];
        Vetoed = [.. candidates.Select(c => c.Vetoed)];
        var groups = candidates.Select(c => c.ExclusionGroup).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        Group = [.. candidates.Select(c => c.ExclusionGroup is null ? -1 : Array.IndexOf(groups, c.ExclusionGroup))];
        GroupMembers = [.. groups.Select((_, g) => Numbers(j => Group[j] == g))];
        Prerequisites =
        [
            .. candidates.Select(c => c.Prerequisites.Where(_numbers.ContainsKey).Select(p => _numbers[p]).Distinct().Order().ToArray()),
        ];
        var dependents = Enumerable
            .Range(0, Count)
            .SelectMany(d => Prerequisites[d].Select(p => (Dependent: d, Prerequisite: p)))
            .ToLookup(pair => pair.Prerequisite, pair => pair.Dependent);
        Dependents = [.. Enumerable.Range(0, Count).Select(j => dependents[j].ToArray())];
        With = [.. Enumerable.Range(0, Count).Select(j => Reachable(j, Prerequisites))];
        Needing = [.. Enumerable.Range(0, Count).Select(j => Reachable(j, Dependents))];
        Broken = [.. candidates.Select(c => !c.Prerequisites.All(_numbers.ContainsKey))];
        IsForced = SetOf(Forced());
        IsBarred = [.. With.Select(with => with.Any(j => Vetoed[j] || Broken[j]) || ExcludesItself(with))];
        var pools = Pool.Of(problem.Cells, candidates);
        Pools = [.. pools.Where(pool => pool.CanOverflow)];
        Plain = PlainValues(pools);
        Uplifts = UpliftsByInitiative();
    }

    /// <summary>Number of initiatives.</summary>
    public int Count => _codes.Length;

    public int Rounds { get; }

    public long[] Budgets { get; }

    /// <summary>Cost over all rounds, by initiative.</summary>
    public long[] TotalCosts { get; }

    public bool[] Mandatory { get; }

    public bool[] Vetoed { get; }

    /// <summary>Initiatives with a prerequisite that does not exist; they can never be selected.</summary>
    public bool[] Broken { get; }

    /// <summary>The must-dos and all they need.</summary>
    public bool[] IsForced { get; }

    /// <summary>What no selection can hold: vetoed, or needing what is vetoed, does not exist or excludes the rest of what is needed.</summary>
    public bool[] IsBarred { get; }

    /// <summary>Number of the exclusion group, -1 for none.</summary>
    public int[] Group { get; }

    public int[][] GroupMembers { get; }

    public int[][] Prerequisites { get; }

    public int[][] Dependents { get; }

    /// <summary>An initiative and all it needs, directly or not, ascending.</summary>
    public int[][] With { get; }

    /// <summary>An initiative and all that need it, directly or not, ascending.</summary>
    public int[][] Needing { get; }

    /// <summary>The pools that some selection could lift beyond the target.</summary>
    public Pool[] Pools { get; }

    /// <summary>By initiative: need points removed in all other pools, whatever else is selected.</summary>
    public double[] Plain { get; }

    /// <summary>By initiative: the pools it lifts and by how much.</summary>
    public (int Pool, double Levels)[][] Uplifts { get; }

    public long Cost(int initiative, int round) => _costs[(initiative * Rounds) + round];

    public string CodeOf(int initiative) => _codes[initiative];

    public int NumberOf(string code) => _numbers.TryGetValue(code, out var number)
        ? number
        : throw new ArgumentException($"The problem has no initiative {code}.", nameof(code));

    public string[] CodesOf(IEnumerable<int> initiatives) => [.. initiatives.Order().Select(CodeOf)];

    public string[] CodesOf(bool[] set) => CodesOf(Numbers(j => set[j]));

    public bool[] SetOf(IEnumerable<int> initiatives)
    {
        var set = new bool[Count];
        foreach (var j in initiatives)
        {
            set[j] = true;
        }

        return set;
    }

    /// <summary>The must-dos, these, and all they need, ascending.</summary>
    public int[] Forced(params int[] more) => [.. Numbers(j => Mandatory[j]).Concat(more).SelectMany(j => With[j]).Distinct().Order()];

    /// <summary>Need points removed. Always summed in the same order, so that equal sets have equal values to the last bit.</summary>
    public double Value(bool[] set)
    {
        var value = 0.0;
        for (var j = 0; j < set.Length; j++)
        {
            value += set[j] ? Plain[j] : 0;
        }

        foreach (var pool in Pools)
        {
            value += pool.Worth * pool.Removed(set);
        }

        return value;
    }

    /// <summary>Whether a set keeps every rule: budgets, must-dos, vetoes, prerequisites and exclusions.</summary>
    public bool IsFeasible(bool[] set)
    {
        for (var j = 0; j < set.Length; j++)
        {
            if (set[j]
                ? IsBarred[j] || !Array.TrueForAll(Prerequisites[j], p => set[p])
                : Mandatory[j])
            {
                return false;
            }
        }

        return Array.TrueForAll(GroupMembers, members => members.Count(j => set[j]) <= 1)
            && Enumerable.Range(0, Rounds).All(r => Enumerable.Range(0, Count).Sum(j => set[j] ? Cost(j, r) : 0) <= Budgets[r]);
    }

    /// <summary>Need points an initiative removes when nothing else is selected.</summary>
    public double ValueAlone(int initiative)
    {
        var value = Plain[initiative];
        foreach (var (k, levels) in Uplifts[initiative])
        {
            value += Pools[k].Worth * levels;
        }

        return value;
    }

    public long CostOf(bool[] set)
    {
        var cost = 0L;
        for (var j = 0; j < set.Length; j++)
        {
            cost += set[j] ? TotalCosts[j] : 0;
        }

        return cost;
    }

    /// <summary>Orders selections of equal cost and size: cost before number of initiatives, as one whole number.</summary>
    public double PriceOf(int initiative) => ((double)TotalCosts[initiative] * (Count + 1)) + 1;

    public double PriceOf(bool[] set)
    {
        var price = 0.0;
        for (var j = 0; j < set.Length; j++)
        {
            price += set[j] ? PriceOf(j) : 0;
        }

        return price;
    }

    /// <summary>
    /// The tie rule: negative when the first is preferred – lower cost, then fewer initiatives, then the smaller list of codes.
    /// </summary>
    public int Compare(bool[] first, bool[] second)
    {
        var byPrice = PriceOf(first).CompareTo(PriceOf(second));
        if (byPrice != 0)
        {
            return byPrice;
        }

        for (var j = 0; j < first.Length; j++)
        {
            if (first[j] != second[j])
            {
                return first[j] ? -1 : 1;
            }
        }

        return 0;
    }

    /// <summary>Whether neither the initiative nor any that needs it removes any need.</summary>
    public bool IsUseless(int initiative) => Array.TrueForAll(Needing[initiative], j => Plain[j] == 0 && Uplifts[j].Length == 0);

    /// <summary>Whether the set pays for an initiative it could leave out without losing value or breaking a rule.</summary>
    public bool HasIdle(bool[] set, double value)
    {
        var rest = (bool[])set.Clone();
        for (var j = 0; j < set.Length; j++)
        {
            if (set[j] && !IsForced[j] && !Array.Exists(Dependents[j], d => set[d]))
            {
                rest[j] = false;
                if (Tolerance.AtLeast(Value(rest), value))
                {
                    return true;
                }

                rest[j] = true;
            }
        }

        return false;
    }

    public long CostOf(IEnumerable<int> set, int round) => set.Sum(j => Cost(j, round));

    private int[] Numbers(Func<int, bool> which) => [.. Enumerable.Range(0, Count).Where(which)];

    private bool ExcludesItself(int[] set) => set.Where(j => Group[j] >= 0).GroupBy(j => Group[j]).Any(group => group.Count() > 1);

    private double[] PlainValues(IEnumerable<Pool> pools)
    {
        var values = new double[Count];
        foreach (var pool in pools.Where(pool => !pool.CanOverflow))
        {
            for (var i = 0; i < pool.Members.Length; i++)
            {
                values[pool.Members[i]] += pool.Worth * pool.Levels[i];
            }
        }

        return values;
    }

    private (int Pool, double Levels)[][] UpliftsByInitiative()
    {
        var uplifts = Enumerable.Range(0, Count).Select(_ => new List<(int, double)>()).ToArray();
        for (var k = 0; k < Pools.Length; k++)
        {
            for (var i = 0; i < Pools[k].Members.Length; i++)
            {
                uplifts[Pools[k].Members[i]].Add((k, Pools[k].Levels[i]));
            }
        }

        return [.. uplifts.Select(list => list.ToArray())];
    }

    private static Candidate Checked(Candidate candidate, int rounds) => candidate.Costs.Count == rounds && candidate.Costs.All(cost => cost >= 0)
        ? candidate
        : throw new ArgumentException($"{candidate.Code} must have one cost of 0 or more for each of the {rounds} rounds.", nameof(candidate));

    private static int[] Reachable(int start, int[][] next)
    {
        var seen = new HashSet<int> { start };
        var open = new Stack<int>([start]);
        while (open.TryPop(out var node))
        {
            foreach (var follower in next[node].Where(seen.Add))
            {
                open.Push(follower);
            }
        }

        return [.. seen.Order()];
    }
}
