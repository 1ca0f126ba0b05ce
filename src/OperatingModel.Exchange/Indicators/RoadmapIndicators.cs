using OperatingModel.Domain;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>How need falls along the plan (F20).</summary>
internal static class RoadmapIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new(
            "trajectory",
            "Need points and enterprise heat left at the start and after each quarter, as the initiatives of the target scenario are finished.",
            analyses => analyses.Trajectory.Points.Select(point => new { Quarter = NameOf(point), point.NeedPoints, point.EnterpriseHeat }))
        {
            Figures = analyses => analyses.Trajectory.Points.Select((point, i) => new OpenFigure(NameOf(point), () => Explain(analyses, i))),
        },
    ];

    private static string NameOf(TrajectoryPoint point) => point.Quarter?.ToString() ?? "start";

    private static Explanation Explain(ModelAnalyses analyses, int place) =>
        new Trajectory([.. analyses.Trajectory.Points.Take(place + 1)]).Explain(analyses.Model) with
        {
            Title = place == 0 ? "Need at the start" : $"Need left after {NameOf(analyses.Trajectory.Points[place])}",
        };
}
