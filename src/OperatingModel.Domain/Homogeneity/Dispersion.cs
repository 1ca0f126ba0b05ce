namespace OperatingModel.Domain.Homogeneity;

/// <summary>How far apart ordered judgements lie (Leik 1966), and how alike that makes them (F7).</summary>
public static class Dispersion
{
    /// <summary>Highest level of the maturity scale 0..5.</summary>
    public const int TopLevel = 5;

    /// <summary>
    /// Leik's D: 2 · Σ d ÷ (categories − 1), where d is the cumulative share up to a category, or what is left of 1 when that is
    /// less. 0 when all are in one category, 1 when they are split between the two ends.
    /// </summary>
    /// <param name="frequencies">Judgements per category, in order of the categories; at least two categories and one judgement.</param>
    public static double Of(IReadOnlyList<int> frequencies)
    {
        var total = (double)frequencies.Sum();
        var (below, sum) = (0.0, 0.0);
        for (var category = 0; category < frequencies.Count - 1; category++)
        {
            below += frequencies[category];
            sum += Math.Min(below, total - below) / total;
        }

        return 2 * sum / (frequencies.Count - 1);
    }

    /// <summary>The most D can be: 1, or (n − 1) ÷ n for an odd number of judgements, which cannot be split in half.</summary>
    public static double MostOf(int count) => count % 2 == 0 ? 1 : (count - 1.0) / count;

    /// <summary>1 when all levels are equal, 0 when they are as far apart as they can be; null with fewer than two.</summary>
    /// <param name="levels">Each 0..5; one per unit, whatever its size.</param>
    public static double? HomogeneityOf(IReadOnlyCollection<int> levels)
    {
        if (levels.Count < 2)
        {
            return null;
        }

        var frequencies = new int[TopLevel + 1];
        foreach (var level in levels)
        {
            frequencies[level]++;
        }

        return Math.Clamp(1 - (Of(frequencies) / MostOf(levels.Count)), 0, 1);
    }

    /// <summary>The middle level; of two middle ones the lower.</summary>
    public static int MedianOf(IEnumerable<int> levels)
    {
        int[] sorted = [.. levels.Order()];
        return sorted[(sorted.Length - 1) / 2];
    }
}
