namespace OperatingModel.Domain.Homogeneity;

/// <summary>How far units use the same systems: mean overlap of their sets of live applications over all pairs of units (F7; Jaccard 1901).</summary>
public static class TechnologyOverlap
{
    /// <summary>0..1; pairs without any application are skipped; null when no pair is left.</summary>
    /// <param name="applications">By unit: its live applications as distinct numbers in ascending order.</param>
    public static double? Of(IReadOnlyList<IReadOnlyList<int>> applications)
    {
        var (sum, pairs) = (0.0, 0);
        for (var one = 0; one < applications.Count; one++)
        {
            for (var other = one + 1; other < applications.Count; other++)
            {
                var common = Common(applications[one], applications[other]);
                var either = applications[one].Count + applications[other].Count - common;
                if (either > 0)
                {
                    sum += (double)common / either;
                    pairs++;
                }
            }
        }

        return pairs > 0 ? sum / pairs : null;
    }

    private static int Common(IReadOnlyList<int> one, IReadOnlyList<int> other)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < one.Count && j < other.Count)
        {
            var order = one[i].CompareTo(other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common;
    }
}
