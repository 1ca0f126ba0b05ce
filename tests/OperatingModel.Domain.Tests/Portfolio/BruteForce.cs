using OperatingModel.Domain.Portfolio;

namespace OperatingModel.Domain.Tests.Portfolio;

/// <summary>Looks at every set of initiatives, straight from the definition (F10). For up to 16 of them.</summary>
internal sealed class BruteForce
{
    private readonly PortfolioProblem _problem;
    private readonly Candidate[] _candidates;
    private readonly int[] _needs;
    private readonly int _must;
    private readonly int _barred;

    public BruteForce(PortfolioProblem problem)
    {
        _problem = problem;
        _candidates = [.. problem.Candidates.OrderBy(c => c.Code, StringComparer.Ordinal)];
        var bit = _candidates.Select((c, j) => (c.Code, Bit: 1 << j)).ToDictionary(pair => pair.Code, pair => pair.Bit);
        _needs = [.. _candidates.Select(c => c.Prerequisites.Sum(p => bit.GetValueOrDefault(p, 1 << 30)))];
        _must = _candidates.Sum(c => c.Mandatory ? bit[c.Code] : 0);
        _barred = _candidates.Sum(c => c.Vetoed ? bit[c.Code] : 0);
    }

    /// <summary>Every set that keeps all rules, with its value.</summary>
    public IEnumerable<(int Set, double Value)> Feasible(int forced = 0, int excluded = 0)
    {
        for (var set = 0; set < 1 << _candidates.Length; set++)
        {
            if ((set & (_must | forced)) == (_must | forced) && (set & (_barred | excluded)) == 0 && Keeps(set))
            {
                yield return (set, ValueOf(set));
            }
        }
    }

    /// <summary>The best set by the tie rule; null when no set keeps all rules.</summary>
    public int? Best(int forced = 0, int excluded = 0)
    {
        var feasible = Feasible(forced, excluded).ToArray();
        return feasible.Length == 0 ? null : InTieOrder(feasible.Where(f => f.Value >= feasible.Max(g => g.Value) - 1e-9).Select(f => f.Set)).First();
    }

    public IEnumerable<int> InTieOrder(IEnumerable<int> sets) =>
        sets.OrderBy(CostOf).ThenBy(set => CodesOf(set).Length).ThenBy(CodesOf, Comparer<string[]>.Create(CompareLists));

    public int SetOf(IEnumerable<string> codes) => codes.Sum(code => 1 << Array.FindIndex(_candidates, c => c.Code == code));

    public string[] CodesOf(int set) => [.. _candidates.Where((_, j) => (set >> j & 1) == 1).Select(c => c.Code)];

    public long CostOf(int set) => _candidates.Where((_, j) => (set >> j & 1) == 1).Sum(c => c.TotalCost);

    public bool IsMust(int j) => (_must >> j & 1) == 1;

    public double ValueOf(int set)
    {
        var value = 0.0;
        foreach (var cell in _problem.Cells)
        {
            var levels = 0.0;
            for (var j = 0; j < _candidates.Length && cell.Gap is not null; j++)
            {
                if ((set >> j & 1) == 1)
                {
                    foreach (var uplift in _candidates[j].Uplifts)
                    {
                        levels +=
                            uplift.Capability == cell.Capability && uplift.BusinessUnit == cell.BusinessUnit
                                ? _candidates[j].SuccessProbability * uplift.Levels
                                : 0;
                    }
                }
            }

            value += 10 * cell.Mass * 100 * (cell.Importance / 5.0) * (Math.Min(cell.Gap ?? 0, levels) / 5);
        }

        return value;
    }

    private bool Keeps(int set)
    {
        var groups = new HashSet<string>();
        for (var j = 0; j < _candidates.Length; j++)
        {
            if ((set >> j & 1) == 1
                && ((_needs[j] & ~set) != 0 || (_candidates[j].ExclusionGroup is { } group && !groups.Add(group))))
            {
                return false;
            }
        }

        for (var r = 0; r < _problem.Rounds.Count; r++)
        {
            var cost = 0L;
            for (var j = 0; j < _candidates.Length; j++)
            {
                cost += (set >> j & 1) == 1 ? _candidates[j].Costs[r] : 0;
            }

            if (cost > _problem.Rounds[r].Budget)
            {
                return false;
            }
        }

        return true;
    }

    private static int CompareLists(string[] first, string[] second)
    {
        for (var i = 0; i < Math.Min(first.Length, second.Length); i++)
        {
            if (string.CompareOrdinal(first[i], second[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return first.Length.CompareTo(second.Length);
    }
}
