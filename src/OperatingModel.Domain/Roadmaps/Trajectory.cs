using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Roadmaps;

/// <summary>Need left at one time.</summary>
/// <param name="Quarter">Null for the start, before the first quarter.</param>
/// <param name="NeedPoints">Need points of all known cells, 0 or more.</param>
/// <param name="EnterpriseHeat">Need left ÷ 10 ÷ known mass, 0..100; null when nothing is known.</param>
/// <param name="Finished">Initiatives finished in this quarter, in ordinal order.</param>
public sealed record TrajectoryPoint(Quarter? Quarter, double NeedPoints, double? EnterpriseHeat, IReadOnlyList<string> Finished);

/// <summary>
/// How need falls as initiatives finish (F20): for each known cell the gap less the expected levels of what is finished by then.
/// Never rises; start minus end is the value of the scheduled initiatives as a portfolio (F10).
/// </summary>
public sealed record Trajectory(IReadOnlyList<TrajectoryPoint> Points)
{
    /// <summary>The start and every quarter of the plan, with what the target scenario approves.</summary>
    public static Trajectory Of(ModelSnapshot model) => Of(model, PlannedLifts.OfTarget(model));

    public static Trajectory Of(ModelSnapshot model, PlannedLifts lifts) =>
        Of([.. model.Cube.CellsOf().Select(cell => PortfolioProblem.CellOf(model.Cube, cell))], lifts, [.. model.Meta.Quarters]);

    public static Trajectory Of(IReadOnlyList<PortfolioCell> cells, PlannedLifts lifts, IReadOnlyList<Quarter> quarters)
    {
        var start = cells.Sum(cell => cell.Need);
        var mass = cells.Sum(cell => cell.Gap is null ? 0 : cell.Mass);
        var touched = cells
            .Where(cell =>
                cell.Need > 0 && lifts.All.Any(lift => lift.Uplifts.Any(u => u.Capability == cell.Capability && u.BusinessUnit == cell.BusinessUnit)))
            .ToArray();
        TrajectoryPoint PointAt(Quarter? quarter, double removed) =>
            new(quarter, start - removed, mass > 0 ? (start - removed) / 10 / mass : null, FinishedIn(lifts, quarter, quarters));

        return new Trajectory([PointAt(null, 0), .. quarters.Select(quarter => PointAt(quarter, RemovedBy(quarter, touched, lifts)))]);
    }

    /// <summary>Explains the need left at the end: the start and what each quarter removed.</summary>
    public Explanation Explain(ModelSnapshot? model = null)
    {
        var (start, end) = (Points[0].NeedPoints, Points[^1].NeedPoints);
        return new Explanation(
            "Need left at the end of the plan",
            "Need points at the start less what the initiatives finished until then remove.",
            end,
            new FigureUnit("need points", 1),
            [
                new ExplanationTerm("Start", [], start),
                .. Points.Zip(Points.Skip(1)).Where(pair => pair.Second.NeedPoints < pair.First.NeedPoints).Select(pair => new ExplanationTerm(
                    pair.Second.Quarter!.Value.ToString(),
                    [.. pair.Second.Finished.Select(code => ModelInput.Of<Initiative>(model, code))],
                    pair.Second.NeedPoints - pair.First.NeedPoints,
                    $"finished: {ModelInput.NamesOf<Initiative>(model, pair.Second.Finished)}")),
            ],
            ["Missing cells are left out: unknown is not zero.", "Importance and gap count as they are, whatever the exponents of heat."],
            [])
        {
            Formula = Formula.Of("start", start, FigureUnit.Points) - Formula.Of("removed", start - end, FigureUnit.Points),
        };
    }

    private static double RemovedBy(Quarter quarter, PortfolioCell[] cells, PlannedLifts lifts)
    {
        var removed = 0.0;
        foreach (var cell in cells)
        {
            removed += cell.WorthOfLevel * Math.Min(cell.Gap ?? 0, lifts.LevelsBy(quarter, cell.Capability, cell.BusinessUnit));
        }

        return removed;
    }

    // What was finished before the plan begins shows in its first quarter.
    private static string[] FinishedIn(PlannedLifts lifts, Quarter? quarter, IReadOnlyList<Quarter> quarters) => quarter is { } q
        ? [.. lifts.All.Where(lift => lift.FinishedIn == q || (q == quarters[0] && lift.FinishedIn < q)).Select(lift => lift.Initiative)]
        : [];
}
