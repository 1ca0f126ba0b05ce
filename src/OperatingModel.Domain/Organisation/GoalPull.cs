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
    /// <param name="title">Whose goals they are, e.g. <c>Goal conflict of Sales and IT</c>.</param>
    public Explanation ExplainConflict(string title) => new(
        title,
        $"Sum over pairs of goals that pull against each other: weight × weight × points against ÷ 3 = {FigureText.Of(Conflict, 3)}",
        Conflict,
        [.. Pairs.Where(p => p.Effect < 0).Select(p => new ExplanationTerm($"{p.Kpi} against {p.Other}", [p.Kpi, p.Other], -p.Effect, $"rating {p.Rating}"))],
        [
            $"Support is {FigureText.Of(Support, 3)}; it is never set off against the conflict.",
            "The influence of one metric on another is a claim with a reason; it can be disputed.",
        ],
        [.. Pairs.Where(p => p.Effect < 0).Take(3).Select(p => $"Without {p.Kpi} against {p.Other} the conflict would be {FigureText.Of(Conflict + p.Effect, 3)}.")]);

    /// <param name="title">Whose goals they are, e.g. <c>Goal support of Sales and IT</c>.</param>
    public Explanation ExplainSupport(string title) => new(
        title,
        $"Sum over pairs of goals that pull along: weight × weight × points for ÷ 3 = {FigureText.Of(Support, 3)}",
        Support,
        [.. Pairs.Where(p => p.Effect > 0).Select(p => new ExplanationTerm($"{p.Kpi} with {p.Other}", [p.Kpi, p.Other], p.Effect, $"rating +{p.Rating}"))],
        [$"Conflict is {FigureText.Of(Conflict, 3)}; support does not make up for it."],
        []);

    internal static GoalPull Of(List<GoalPair> pairs)
    {
        GoalPair[] sorted = [.. pairs.OrderBy(p => p.Effect).ThenBy(p => p.Kpi, StringComparer.Ordinal).ThenBy(p => p.Other, StringComparer.Ordinal)];
        return new GoalPull(
            Math.Clamp(-sorted.Where(p => p.Effect < 0).Sum(p => p.Effect), 0, 1),
            Math.Clamp(sorted.Where(p => p.Effect > 0).Sum(p => p.Effect), 0, 1),
            sorted);
    }
}
