using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Where IT time goes, and how the CIO leads (F16, F21).</summary>
internal static class LeadershipIndicators
{
    public static IEnumerable<Indicator> All =>
        [
            new("effort", "How alike today's IT effort and the target are, category by category.", analyses =>
                Mix(analyses.Effort.Similarity))
            {
                Figures = analyses => [new OpenFigure("", analyses.Effort.Explain)],
            },
            new(
                "architectureAndOfficeShare",
                "Share of IT effort in architecture and the office of the CIO, today and in the target.",
                ArchitectureAndOffice)
            {
                Figures = analyses =>
                    [
                        new OpenFigure("current", analyses.Effort.ExplainArchitectureAndOfficeNow),
                        new OpenFigure("target", analyses.Effort.ExplainArchitectureAndOfficeTarget),
                    ],
            },
            new("cio", "Leaning of the CIO to each way of leading, 0..100, and whether it is clear.", Affinity)
            {
                Figures = analyses => [new OpenFigure("", CioAffinity.Compute(analyses.Model).Explain)],
            },
        ];

    internal static object Mix(MixSimilarity mix) => new { mix.Index, mix.Rows };

    private static object ArchitectureAndOffice(ModelAnalyses analyses) =>
        new { Current = analyses.Effort.ArchitectureAndOfficeNow, Target = analyses.Effort.ArchitectureAndOfficeTarget };

    private static object Affinity(ModelAnalyses analyses)
    {
        var cio = CioAffinity.Compute(analyses.Model);
        return new
        {
            Affinity = Indicator.ByCode(cio.Affinities, affinity => affinity.Archetype.ToString(), affinity => affinity.Score),
            cio.Lead,
            cio.Margin,
            Ambiguous = cio.Margin is null ? (bool?)null : cio.IsAmbiguous,
        };
    }
}
