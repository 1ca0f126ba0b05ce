namespace OperatingModel.Domain.Portfolio.Search;

/// <summary>
/// Cells of one capability instance with the same gap. Lifts of several initiatives add up until the gap is closed.
/// </summary>
/// <param name="Worth">Need points of one level, above 0.</param>
/// <param name="Gap">Levels to the target, at least 1.</param>
/// <param name="Members">The initiatives that lift it, ascending.</param>
/// <param name="Levels">Expected levels of each member, p · levels, at most the gap.</param>
internal sealed record Pool(double Worth, double Gap, int[] Members, double[] Levels)
{
    /// <summary>True when some selection could lift beyond the target; otherwise lifts simply add up.</summary>
    public bool CanOverflow { get; } = Levels.Sum() > Gap + 1e-12;

    /// <summary>The pools of a problem in the order of its cells; those nobody lifts are left out.</summary>
    /// <param name="candidates">In the order in which they are numbered.</param>
    public static IReadOnlyList<Pool> Of(IReadOnlyList<PortfolioCell> cells, Candidate[] candidates)
    {
        var lifters = LiftersOf(candidates);
        return [.. cells
            .Where(cell => cell.Need > 0 && lifters.ContainsKey((cell.Capability, cell.BusinessUnit)))
            .GroupBy(cell => (Instance: (cell.Capability, cell.BusinessUnit), Gap: (double)cell.Gap!.Value))
            .Select(group => new Pool(
                group.Sum(cell => cell.WorthOfLevel),
                group.Key.Gap,
                [.. lifters[group.Key.Instance].Select(l => l.Initiative)],
                [.. lifters[group.Key.Instance].Select(l => Math.Min(l.Levels, group.Key.Gap))]))];
    }

    /// <summary>Levels of the gap that the set closes.</summary>
    public double Removed(bool[] set)
    {
        var levels = 0.0;
        for (var i = 0; i < Members.Length; i++)
        {
            levels += set[Members[i]] ? Levels[i] : 0;
        }

        return Math.Min(levels, Gap);
    }

    /// <summary>By capability instance: who lifts it and by how much, ascending.</summary>
    private static Dictionary<(string, string), List<(int Initiative, double Levels)>> LiftersOf(Candidate[] candidates)
    {
        var lifters = new Dictionary<(string, string), List<(int Initiative, double Levels)>>();
        for (var j = 0; j < candidates.Length; j++)
        {
            foreach (var uplift in candidates[j].Uplifts)
            {
                var key = (uplift.Capability, uplift.BusinessUnit);
                if (!lifters.TryGetValue(key, out var list))
                {
                    lifters[key] = list = [];
                }

                var levels = candidates[j].SuccessProbability * uplift.Levels;
                if (list.Count > 0 && list[^1].Initiative == j)
                {
                    list[^1] = (j, list[^1].Levels + levels);
                }
                else
                {
                    list.Add((j, levels));
                }
            }
        }

        return lifters;
    }
}
