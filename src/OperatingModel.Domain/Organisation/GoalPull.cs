using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Workspaces;

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
    private static readonly FigureUnit Unit = new("of 1", 3);

    /// <param name="title">Whose goals they are, e.g. <c>Goal conflict of Sales and IT</c>.</param>
    public Explanation ExplainConflict(string title, ModelSnapshot? model = null) => new(
        title,
        "Sum over pairs of goals that pull against each other: weight times weight times points against, divided by 3.",
        Conflict,
        Unit,
        [.. Pairs.Where(p => p.Effect < 0).Select(p => Term(model, p, "against"))],
        [
            $"Support is {FigureText.Of(Support, 3)} of 1; it is never set off against the conflict.",
            "The influence of one metric on another is a claim with a reason; it can be disputed.",
        ],
        [
            .. Pairs.Where(p => p.Effect < 0).Take(3).Select(p =>
                $"Without {Name(model, p.Kpi)} against {Name(model, p.Other)} the conflict would be {FigureText.Of(Conflict + p.Effect, 3)}."),
        ]);

    /// <param name="title">Whose goals they are, e.g. <c>Goal support of Sales and IT</c>.</param>
    public Explanation ExplainSupport(string title, ModelSnapshot? model = null) => new(
        title,
        "Sum over pairs of goals that pull along: weight times weight times points for, divided by 3.",
        Support,
        Unit,
        [.. Pairs.Where(p => p.Effect > 0).Select(p => Term(model, p, "with"))],
        [$"Conflict is {FigureText.Of(Conflict, 3)} of 1; support does not make up for it."],
        []);

    private static ExplanationTerm Term(ModelSnapshot? model, GoalPair p, string joint) => new(
        $"{Name(model, p.Kpi)} {joint} {Name(model, p.Other)}",
        [ModelInput.Of<Kpi>(model, p.Kpi), ModelInput.Of<Kpi>(model, p.Other)],
        Math.Abs(p.Effect),
        $"rating {(p.Rating > 0 ? "+" : "−")}{Math.Abs(p.Rating)}")
    {
        Formula = Formula.Of("product of the weights", Math.Abs(p.Effect / p.Rating) * 3, new FigureUnit("", 3)) * Math.Abs(p.Rating) / 3,
    };

    private static string Name(ModelSnapshot? model, string kpi) => ModelInput.NameOf<Kpi>(model, kpi);

    internal static GoalPull Of(List<GoalPair> pairs)
    {
        GoalPair[] sorted = [.. pairs.OrderBy(p => p.Effect).ThenBy(p => p.Kpi, StringComparer.Ordinal).ThenBy(p => p.Other, StringComparer.Ordinal)];
        return new GoalPull(
            Math.Clamp(-sorted.Where(p => p.Effect < 0).Sum(p => p.Effect), 0, 1),
            Math.Clamp(sorted.Where(p => p.Effect > 0).Sum(p => p.Effect), 0, 1),
            sorted);
    }
}
