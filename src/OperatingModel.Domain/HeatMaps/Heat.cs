namespace OperatingModel.Domain.HeatMaps;

/// <summary>Heat of one cell: strategic importance times performance gap, 0..100 (F3).</summary>
public static class Heat
{
    /// <summary>100 · (importance/5)^alpha · (gap/5)^gamma; with both exponents 1 that is 4 · importance · gap.</summary>
    public static double Of(int importance, int current, int target, double alpha = 1, double gamma = 1)
    {
        var gap = Gap(current, target);
        if (gap == 0)
        {
            return 0;
        }

        // Whole numbers stay exact with the usual exponents, so that equal cells have equal heat.
        return alpha == 1 && gamma == 1
            ? 4 * importance * gap
            : 100 * Math.Pow(importance / 5.0, alpha) * Math.Pow(gap / 5.0, gamma);
    }

    /// <summary>Levels missing, 0..5.</summary>
    public static int Gap(int current, int target) => Math.Max(0, target - current);

    /// <summary>Levels above the target, 0..5: over-served when positive.</summary>
    public static int Surplus(int current, int target) => Math.Max(0, current - target);
}
