using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Homogeneity;

/// <summary>How alike the business units run one capability (F7, F8). Alike is not good: four units at level 1 are; show it beside heat.</summary>
/// <param name="Practices">Units where it applies and that are assessed in general, in ordinal order.</param>
/// <param name="Homogeneity">0..1; null with fewer than two such units. Every unit is one voice, whatever its size.</param>
/// <param name="TechnologyHomogeneity">0..1; null with fewer than two units or without any live application.</param>
/// <param name="Required">Homogeneity the quadrant asks for; null when it asks for none.</param>
/// <param name="Shortfall">Required minus actual homogeneity, 0 or more; null when homogeneity is.</param>
/// <param name="Reference">The unit to learn from; null when there is none.</param>
/// <param name="Reach">Customer-value reach of the capability (F2), its weight in the standardisation index.</param>
public sealed record CapabilityHomogeneity(
    Capability Capability,
    IReadOnlyList<UnitPractice> Practices,
    double? Homogeneity,
    double? TechnologyHomogeneity,
    Quadrant Quadrant,
    double? Required,
    double? Shortfall,
    ReferencePractice? Reference,
    double Reach)
{
    /// <summary>Mean distance from the median level; null without a unit.</summary>
    public double? MeanDistance => Practices.Count == 0 ? null : Practices.Average(practice => (double)DistanceOf(practice));

    /// <summary>Median level of the units, of two middle ones the lower; null without a unit.</summary>
    public int? Median => Practices.Count == 0 ? null : Dispersion.MedianOf(Practices.Select(practice => practice.Current));

    public Explanation Explain(ModelSnapshot? model = null)
    {
        var title = $"Homogeneity of {Capability.Name}";
        if (Homogeneity is not { } alike)
        {
            return Explanation.Unknown(title, "Fewer than two units are assessed: unknown.", FigureUnit.Index) with { Inputs = [Input] };
        }

        return new Explanation(
            title,
            "1 less twice the mean distance of the units from their median level, as a share of the 5 levels"
                + (Practices.Count % 2 == 0 ? "." : " and of the most that an odd number of units can reach."),
            alike,
            FigureUnit.Index,
            [
                new ExplanationTerm("All units alike", [Input], 1),
                .. Practices.Select(practice => Term(model, practice)),
            ],
            [
                "Alike is not good: units can be alike at a low level. Look at heat beside it.",
                .. Practices.Count is 2 or 3 ? ["Two or three units give coarse values."] : (string[])[],
                Required is { } required
                    ? $"{EnumWords.Label(Quadrant)} asks for {FigureText.Of(required, 2)}; {FigureText.Of(Shortfall, 2)} short."
                    : $"{EnumWords.Label(Quadrant)} asks for no common way.",
                .. Quadrant.AsksForSharedTechnology() ? [$"Technology homogeneity is {FigureText.Of(TechnologyHomogeneity, 2)} of 1."] : (string[])[],
            ],
            Reference is { } reference
                ?
                [
                    $"Copying {ModelInput.NameOf<BusinessUnit>(model, reference.Unit)} (level {reference.Level}) would take "
                        + $"{reference.LevelSteps} level steps and remove {FigureText.Of(reference.HeatRemoved)} heat.",
                ]
                : [])
        {
            Formula = 1 - (2 * Formula.Of("mean distance", MeanDistance ?? 0, FigureUnit.Plain) / Most),
        };
    }

    private ModelInput Input => ModelInput.Of<Capability>(Capability.Code, Capability.Name);

    // Levels on the scale; with an odd number of units not even the most unlike ones reach it.
    private Formula Most => Practices.Count % 2 == 0
        ? Dispersion.TopLevel
        : Formula.Of("levels", Dispersion.TopLevel) * Formula.Of("most", Dispersion.MostOf(Practices.Count), FigureUnit.Plain);

    private ExplanationTerm Term(ModelSnapshot? model, UnitPractice practice)
    {
        var name = ModelInput.NameOf<BusinessUnit>(model, practice.Unit);
        return new ExplanationTerm(
            name,
            [ModelInput.OfAssessment(Capability.Code, practice.Unit, null, name)],
            -2.0 * DistanceOf(practice) / (Dispersion.TopLevel * Practices.Count * Dispersion.MostOf(Practices.Count)),
            $"level {practice.Current}, {DistanceOf(practice)} from the median {Median}");
    }

    private int DistanceOf(UnitPractice practice) => Math.Abs(practice.Current - Median!.Value);
}
