using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>Four figures for every score code, side by side.</summary>
internal static class ScoreTable
{
    /// <summary>Applicable, known, heat, quality: what heat roll-ups are made of.</summary>
    public static double[] OfHeat(HeatWeights weights, ModelSettings settings)
    {
        var table = Of(code => (1, 1, HeatOf(code, weights), QualityOf(ScoreCode.ConfidenceOf(code), settings)));
        table[ScoreCode.Missing * 4] = 1;
        return table;
    }

    /// <summary>Importance, current, target, gap: what mean scores are made of.</summary>
    public static double[] OfScores() => Of(code => (
        ScoreCode.Importance(code),
        ScoreCode.Current(code),
        ScoreCode.Target(code),
        Heat.Gap(ScoreCode.Current(code), ScoreCode.Target(code))));

    private static double HeatOf(ushort code, HeatWeights weights) =>
        Heat.Of(ScoreCode.Importance(code), ScoreCode.Current(code), ScoreCode.Target(code), weights.Alpha, weights.Gamma);

    private static double QualityOf(Confidence confidence, ModelSettings settings) => confidence switch
    {
        Confidence.High => settings.ConfidenceHigh,
        Confidence.Medium => settings.ConfidenceMedium,
        _ => settings.ConfidenceLow,
    };

    private static double[] Of(Func<ushort, (double, double, double, double)> figures)
    {
        var table = new double[ScoreCode.Count * 4];
        for (ushort code = 0; ScoreCode.IsKnown(code); code++)
        {
            (table[code * 4], table[(code * 4) + 1], table[(code * 4) + 2], table[(code * 4) + 3]) = figures(code);
        }

        return table;
    }
}
