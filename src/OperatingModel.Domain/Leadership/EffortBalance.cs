using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Leadership;

/// <summary>Where IT time goes today and in the target (F16).</summary>
/// <param name="Similarity">Of today's effort to the target's.</param>
/// <param name="ArchitectureAndOfficeNow">Share of today's effort in architecture and the office of the CIO, 0..1; null without effort.</param>
/// <param name="ArchitectureAndOfficeTarget">The same in the target.</param>
public sealed record EffortBalance(MixSimilarity Similarity, double? ArchitectureAndOfficeNow, double? ArchitectureAndOfficeTarget)
{
    public static EffortBalance Compute(ModelSnapshot snapshot)
    {
        var effort = snapshot.Table<Effort>();
        return new EffortBalance(
            MixSimilarity.Of(effort.ToDictionary(e => e.Category.ToString(), e => e.CurrentFte), effort.ToDictionary(e => e.Category.ToString(), e => e.TargetFte)),
            ArchitectureAndOffice(effort, e => e.CurrentFte),
            ArchitectureAndOffice(effort, e => e.TargetFte));
    }

    /// <summary>The plain sentence about architecture and the office of the CIO.</summary>
    public string Sentence =>
        $"Architecture and the office of the CIO take {Share(ArchitectureAndOfficeNow)} of IT effort today and {Share(ArchitectureAndOfficeTarget)} in the target.";

    public Explanation Explain() => Similarity.Explain("IT effort") with { Remarks = [Sentence, .. Similarity.Explain("IT effort").Remarks] };

    private static double? ArchitectureAndOffice(Table<Effort> effort, Func<Effort, double> fte) =>
        effort.Sum(fte) is var total and > 0
            ? effort.Where(e => e.Category is EffortCategory.Architecture or EffortCategory.CioOffice).Sum(fte) / total
            : null;

    private static string Share(double? share) => share is { } known ? FigureText.Percent(known) : "an unknown part";
}
