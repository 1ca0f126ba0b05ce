namespace OperatingModel.Domain.Organisation;

/// <summary>Two goals that act on each other.</summary>
/// <param name="Rating">−3..+3, not 0.</param>
/// <param name="Effect">Product of the weights times rating ÷ 3: negative pulls against, positive pulls along.</param>
public sealed record GoalPair(string Kpi, string Other, int Rating, double Effect);

/// <summary>What the goals of two sides do to each other (F13). Conflict and support stand beside each other; a net figure would hide both.</summary>
/// <param name="Conflict">0..1.</param>
/// <param name="Support">0..1; conflict and support sum to at most 1.</param>
/// <param name="Pairs">The pairs behind it, the strongest conflict first, then by codes.</param>
public sealed record GoalPull(double Conflict, double Support, IReadOnlyList<GoalPair> Pairs)
{
    internal static GoalPull Of(List<GoalPair> pairs)
    {
        GoalPair[] sorted = [.. pairs.OrderBy(p => p.Effect).ThenBy(p => p.Kpi, StringComparer.Ordinal).ThenBy(p => p.Other, StringComparer.Ordinal)];
        return new GoalPull(
            Math.Clamp(-sorted.Where(p => p.Effect < 0).Sum(p => p.Effect), 0, 1),
            Math.Clamp(sorted.Where(p => p.Effect > 0).Sum(p => p.Effect), 0, 1),
            sorted);
    }
}
