using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Changes;

/// <summary>A step of a change and where its role stands.</summary>
public sealed record PlacedStep(ChangeStep Step, Position Position, bool IsVetoGate);

/// <summary>The hand-over from one step to the next (F12).</summary>
/// <param name="HandOffs">τ: 1 sequential, 2 reciprocal (there and back), 0 pooled or inside one unit.</param>
/// <param name="ModeFactor">μ, 0..1: the larger one of the two positions; 0 without a hand-off.</param>
/// <param name="Friction">φ, 1..5 across a border, 0 inside one unit.</param>
/// <param name="WaitDays">Response days of the receiver, and of the sender too when reciprocal.</param>
public sealed record StepTransfer(PlacedStep From, PlacedStep To, int HandOffs, double ModeFactor, Friction Friction, double WaitDays)
{
    /// <summary>τ · μ · φ.</summary>
    public double Load => HandOffs * ModeFactor * Friction.Points;

    /// <summary>The load if every mode but Embedded left all friction.</summary>
    public double WorstCaseLoad =>
        HandOffs * ModeFactors.WorstCase.Between(From.Position.Mode, To.Position.Mode) * Friction.Points;

    /// <summary>E.g. <c>3-4</c>.</summary>
    public string Link => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{From.Step.Order}-{To.Step.Order}");
}

/// <summary>The path of a customer change in one design, with its figures (F12).</summary>
/// <param name="HandOffs">Times work is handed across a border, per change.</param>
/// <param name="Crossings">Links that cross a border with a transfer.</param>
/// <param name="UnitsInvolved">Distinct units and teams on the path.</param>
/// <param name="Load">Sum of τ · μ · φ, in points per change.</param>
/// <param name="CoordinationIndex">Load ÷ the most it could be, 0..1.</param>
/// <param name="TouchDays">Working days of actual work.</param>
/// <param name="WaitDays">Working days of waiting for an answer.</param>
/// <param name="FlowEfficiency">Touch ÷ lead time, 0..1; null when there are no days at all.</param>
/// <param name="VetoGates">Steps whose role may stop the change, in every design.</param>
/// <param name="WorstCaseLoad">Load with every mode but Embedded at factor 1.</param>
/// <param name="WorstCaseIndex">Coordination index of the worst case.</param>
public sealed record ChangePath(
    int HandOffs,
    int Crossings,
    int UnitsInvolved,
    double Load,
    double CoordinationIndex,
    double TouchDays,
    double WaitDays,
    double? FlowEfficiency,
    int VetoGates,
    double WorstCaseLoad,
    double WorstCaseIndex,
    IReadOnlyList<PlacedStep> Steps,
    IReadOnlyList<StepTransfer> Transfers)
{
    /// <summary>Touch and wait, in working days.</summary>
    public double LeadTimeDays => TouchDays + WaitDays;

    public Explanation Explain(string change) => new(
        $"Coordination load of {change}",
        "Sum over the borders crossed: hand-offs times mode factor times friction.",
        Load,
        new FigureUnit("points a change", 2),
        [
            .. Transfers.Where(t => t.HandOffs > 0).Select(t => new ExplanationTerm(
                $"{t.From.Step.Name} → {t.To.Step.Name}",
                [],
                t.Load,
                $"{t.From.Position.Unit.Name} → {t.To.Position.Unit.Name}, {t.Friction.InWords}")
            {
                Formula = Formula.Of("hand-offs", t.HandOffs) * Formula.Of("mode", t.ModeFactor, FigureUnit.Plain)
                    * Formula.Of("friction", t.Friction.Points),
            }),
        ],
        [
            "Mode factors and friction points are conventions; nobody has measured them.",
            $"Worst case, every mode but Embedded counted in full: {FigureText.Of(WorstCaseLoad, 2)} points, "
                + $"index {FigureText.Of(WorstCaseIndex, 2)} of 1.",
            "Response days are averages; a pool near its full load answers far more slowly.",
        ],
        [.. Transfers.Where(t => t.Load > 0).OrderByDescending(t => t.Load).Take(3).Select(t =>
            $"With both roles of {t.From.Step.Name} → {t.To.Step.Name} in one team the load would be {FigureText.Of(Load - t.Load, 2)}.")])
    {
        Inputs = [ModelInput.OfSetting(nameof(ModelSettings.ModePlatform), "mode factors")],
    };
}
