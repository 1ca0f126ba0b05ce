using OperatingModel.Domain.Leadership;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Where IT time goes, and how the CIO leads (F16, F21).</summary>
internal static class LeadershipIndicators
{
    public static IEnumerable<Indicator> All =>
        [
            new("effort", "How alike today's IT effort and the target are, category by category.", analyses =>
                Mix(EffortBalance.Compute(analyses.Model).Similarity))
            {
                Figures = analyses => [new OpenFigure("", EffortBalance.Compute(analyses.Model).Explain)],
            },
            new(
                "architectureAndOfficeShare",
                "Share of IT effort in architecture and the office of the CIO, today and in the target.",
                ArchitectureAndOffice)
            {
                Figures = analyses =>
                    [
                        new OpenFigure("current", EffortBalance.Compute(analyses.Model).ExplainArchitectureAndOfficeNow),
                        new OpenFigure("target", EffortBalance.Compute(analyses.Model).ExplainArchitectureAndOfficeTarget),
                    ],
            },
            new("cio", "Leaning of the CIO to each way of leading, 0..100, and whether it is clear.", Affinity)
            {
                Figures = analyses => [new OpenFigure("", CioAffinity.Compute(analyses.Model).Explain)],
            },
        ];

    internal static object Mix(MixSimilarity mix) => new { mix.Index, mix.Rows };

    private static object ArchitectureAndOffice(ModelAnalyses analyses)
    {
        var balance = EffortBalance.Compute(analyses.Model);
        return new { Current = balance.ArchitectureAndOfficeNow, Target = balance.ArchitectureAndOfficeTarget };
    }

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
