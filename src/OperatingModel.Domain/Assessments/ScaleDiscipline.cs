using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Assessments;

/// <summary>Signs that a unit does not use the scales as they are meant, in the order they are reported.</summary>
public enum ScaleWarning
{
    /// <summary>Too many capabilities are rated most important.</summary>
    ImportanceInflation,

    /// <summary>Too many targets are at the top.</summary>
    TargetInflation,

    /// <summary>Nearly everything is rated equally important.</summary>
    StraightLining,
}

/// <summary>How one business unit uses the scales (F24). Advice, never a block.</summary>
/// <param name="Count">Its general assessments.</param>
/// <param name="TopShare">Share of importance 5, 0..1; null with fewer than ten assessments.</param>
/// <param name="TargetTopShare">Share of target 5, 0..1; null with fewer than ten.</param>
/// <param name="DistinctImportance">Importance values in use, 1..5; null with fewer than ten.</param>
public sealed record ScaleDiscipline(
    string BusinessUnit,
    int Count,
    double? TopShare,
    double? TargetTopShare,
    int? DistinctImportance,
    IReadOnlyList<ScaleWarning> Warnings)
{
    private const int Enough = 10;
    private const int Top = 5;
    private const int FewValues = 2;

    /// <summary>All units in scope, in ordinal order of codes.</summary>
    public static IReadOnlyList<ScaleDiscipline> Compute(ModelSnapshot snapshot)
    {
        var (basis, limit) = (snapshot.Settings.BusinessUnitWeightBasis, snapshot.Settings.InflationShare);
        var general = snapshot.Assessments.Where(assessment => assessment.Stage is null).ToLookup(assessment => assessment.BusinessUnit);
        return
        [
            .. snapshot.BusinessUnits.Where(unit => unit.WeightOn(basis) > 0)
                .OrderBy(unit => unit.Code, StringComparer.Ordinal)
                .Select(unit => Of(unit.Code, [.. general[unit.Code]], limit)),
        ];
    }

    /// <param name="assessments">The general assessments of the unit.</param>
    /// <param name="inflationShare">Share of top scores above which the unit is warned, 0..1.</param>
    public static ScaleDiscipline Of(string businessUnit, IReadOnlyList<Assessment> assessments, double inflationShare)
    {
        if (assessments.Count < Enough)
        {
            return new ScaleDiscipline(businessUnit, assessments.Count, null, null, null, []);
        }

        var top = (double)assessments.Count(a => a.Importance == Top) / assessments.Count;
        var targetTop = (double)assessments.Count(a => a.Target == Top) / assessments.Count;
        var distinct = assessments.Select(a => a.Importance).Distinct().Count();
        (ScaleWarning Warning, bool Applies)[] warnings =
        [
            (ScaleWarning.ImportanceInflation, Tolerance.Greater(top, inflationShare)),
            (ScaleWarning.TargetInflation, Tolerance.Greater(targetTop, inflationShare)),
            (ScaleWarning.StraightLining, distinct <= FewValues),
        ];
        return new ScaleDiscipline(
            businessUnit,
            assessments.Count,
            top,
            targetTop,
            distinct,
            [.. warnings.Where(w => w.Applies).Select(w => w.Warning)]);
    }

    public Explanation Explain(ModelSnapshot? model = null)
    {
        var unit = ModelInput.Of<BusinessUnit>(model, BusinessUnit);
        return TopShare is not { } share
            ? Explanation.Unknown(
                $"Scale discipline of {unit.Name}", $"Only {Count} assessments; from {Enough} on the scales are checked.", FigureUnit.Share)
            : new Explanation(
                $"Scale discipline of {unit.Name}",
                $"Share of the assessed capabilities that are rated most important, {Top} of {Top}.",
                share,
                FigureUnit.Share,
                [new ExplanationTerm($"Importance {Top}", [unit], share)],
                [
                    $"Targets of {Top}: {FigureText.Percent(TargetTopShare!.Value)}; {DistinctImportance} different values of importance in use.",
                    "Advice, never a block: some units do carry more of what decides.",
                ],
                [.. Warnings.Select(Remedy)])
            {
                Formula = Formula.Of("most important", (long)Math.Round(share * Count)) / Formula.Of("assessed", Count),
            };
    }

    private static string Remedy(ScaleWarning warning) => warning switch
    {
        ScaleWarning.ImportanceInflation => "Keep importance 5 for what decides whether a board objective is met.",
        ScaleWarning.TargetInflation => "Keep target 5 for what should be a reference for the industry.",
        _ => "Use more of the scale of importance; nearly equal values order nothing.",
    };
}
