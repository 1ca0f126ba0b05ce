using System.Text.Json.Serialization;
using OperatingModel.Domain.Assessments;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Whether the business units use the scales as they are meant (F24).</summary>
internal static class AssessmentIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new(
            "scaleUse",
            "Share of top scores in each business unit and what it says about the use of the scales.",
            analyses => Indicator.ByCode(analyses.ScaleUse, unit => unit.BusinessUnit, Use))
        {
            Figures = analyses => analyses.ScaleUse
                .Select(unit => new OpenFigure(unit.BusinessUnit, () => unit.Explain(analyses.Model))),
        },
    ];

    private static ScaleUse Use(ScaleDiscipline unit) => new(unit.Count, unit.TopShare, unit.TargetTopShare, unit.DistinctImportance, unit.Warnings);

    // With too few assessments nothing but their number is reported.
    private sealed record ScaleUse(
        int N,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? TopShare,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? TargetTopShare,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? DistinctImportance,
        IReadOnlyList<ScaleWarning> Warnings);
}
