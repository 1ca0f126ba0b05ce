using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Leadership;

/// <summary>Where IT time goes today and in the target (F16).</summary>
/// <param name="Similarity">Of today's effort to the target's.</param>
/// <param name="ArchitectureAndOfficeNow">Share of today's effort in architecture and the office of the CIO, 0..1; null without effort.</param>
/// <param name="ArchitectureAndOfficeTarget">The same in the target.</param>
/// <param name="Effort">By category.</param>
public sealed record EffortBalance(
    MixSimilarity Similarity, double? ArchitectureAndOfficeNow, double? ArchitectureAndOfficeTarget, IReadOnlyList<Effort> Effort)
{
    public static EffortBalance Compute(ModelSnapshot snapshot)
    {
        var effort = snapshot.Table<Effort>();
        return new EffortBalance(
            MixSimilarity.Of(
                effort.ToDictionary(e => e.Category.ToString(), e => e.CurrentFte),
                effort.ToDictionary(e => e.Category.ToString(), e => e.TargetFte)),
            ArchitectureAndOffice(effort, e => e.CurrentFte),
            ArchitectureAndOffice(effort, e => e.TargetFte),
            effort);
    }

    /// <summary>The plain sentence about architecture and the office of the CIO.</summary>
    public string Sentence =>
        $"Architecture and the office of the CIO take {Share(ArchitectureAndOfficeNow)} of IT effort today and "
            + $"{Share(ArchitectureAndOfficeTarget)} in the target.";

    public Explanation Explain()
    {
        var similarity = Similarity.Explain("IT effort");
        return similarity with
        {
            Terms = [.. similarity.Terms.Select(Named)],
            Remarks = [Sentence, .. similarity.Remarks],
        };
    }

    public Explanation ExplainArchitectureAndOfficeNow() => ExplainArchitectureAndOffice("today", ArchitectureAndOfficeNow, e => e.CurrentFte);

    public Explanation ExplainArchitectureAndOfficeTarget() =>
        ExplainArchitectureAndOffice("in the target", ArchitectureAndOfficeTarget, e => e.TargetFte);

    private ExplanationTerm Named(ExplanationTerm term) => Effort.FirstOrDefault(e => EnumWords.Label(e.Category) == term.Label) is { } row
        ? term with { Note = $"{FigureText.Of(row.CurrentFte, 2)} FTE now, {FigureText.Of(row.TargetFte, 2)} in the target" }
        : term;

    private Explanation ExplainArchitectureAndOffice(string when, double? share, Func<Effort, double> fte)
    {
        var title = $"Architecture and the office of the CIO, {when}";
        var all = Effort.Sum(fte);
        return share is not { } known
            ? Explanation.Unknown(title, "No effort is given: unknown.", FigureUnit.Share)
            : new Explanation(
                title,
                "Their people divided by all people of IT.",
                known,
                FigureUnit.Share,
                [
                    .. Effort.Where(IsArchitectureOrOffice).Select(e => new ExplanationTerm(EnumWords.Label(e.Category), [], fte(e) / all)
                    {
                        Formula = Formula.Of("FTE", fte(e), FigureUnit.Fte) / Formula.Of("all", all, FigureUnit.Fte),
                    }),
                ],
                [Sentence],
                [])
            {
                Formula = Formula.Of("FTE", Effort.Where(IsArchitectureOrOffice).Sum(fte), FigureUnit.Fte) / Formula.Of("all", all, FigureUnit.Fte),
            };
    }

    private static double? ArchitectureAndOffice(Table<Effort> effort, Func<Effort, double> fte) =>
        effort.Sum(fte) is var total and > 0 ? effort.Where(IsArchitectureOrOffice).Sum(fte) / total : null;

    private static bool IsArchitectureOrOffice(Effort effort) => effort.Category is EffortCategory.Architecture or EffortCategory.CioOffice;

    private static string Share(double? share) => share is { } known ? FigureText.Percent(known) : "an unknown part";
}
