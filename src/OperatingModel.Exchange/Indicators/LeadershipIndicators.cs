using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Where IT time goes, and how the CIO leads (F16, F21).</summary>
internal static class LeadershipIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new("effort", "How alike today's IT effort and the target are, category by category.", model => Mix(EffortBalance.Compute(model).Similarity))
        {
            Figures = model => [new OpenFigure("", EffortBalance.Compute(model).Explain)],
        },
        new("architectureAndOfficeShare", "Share of IT effort in architecture and the office of the CIO, today and in the target.", ArchitectureAndOffice)
        {
            Figures = model =>
            [
                new OpenFigure("current", EffortBalance.Compute(model).ExplainArchitectureAndOfficeNow),
                new OpenFigure("target", EffortBalance.Compute(model).ExplainArchitectureAndOfficeTarget),
            ],
        },
        new("cio", "Leaning of the CIO to each way of leading, 0..100, and whether it is clear.", Affinity)
        {
            Figures = model => [new OpenFigure("", CioAffinity.Compute(model).Explain)],
        },
    ];

    internal static object Mix(MixSimilarity mix) => new { mix.Index, mix.Rows };

    private static object ArchitectureAndOffice(ModelSnapshot model)
    {
        var balance = EffortBalance.Compute(model);
        return new { Current = balance.ArchitectureAndOfficeNow, Target = balance.ArchitectureAndOfficeTarget };
    }

    private static object Affinity(ModelSnapshot model)
    {
        var cio = CioAffinity.Compute(model);
        return new
        {
            Affinity = Indicator.ByCode(cio.Affinities, affinity => affinity.Archetype.ToString(), affinity => affinity.Score),
            cio.Lead,
            cio.Margin,
            Ambiguous = cio.Margin is null ? (bool?)null : cio.IsAmbiguous,
        };
    }
}
