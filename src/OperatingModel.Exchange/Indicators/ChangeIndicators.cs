using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>What customer changes go through today and in the team design (F12).</summary>
internal static class ChangeIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new(
            "changes",
            "Hand-offs, coordination and lead time of each customer change, in today's organisation and with all teams.",
            analyses => Indicator.ByCode(analyses.Changes.Changes, change => change.Change.Code, Paths))
        {
            Figures = analyses => analyses.Changes.Changes.Select(change => new OpenFigure(
                change.Change.Code,
                () => change.Before.Explain($"{change.Change.Name}, today"),
                () => change.After.Explain($"{change.Change.Name}, with the teams"))),
        },
        new("handoffsPerYear", "Hand-offs of all customer changes in a year, today and with all teams.", HandOffsPerYear)
        {
            Figures = analyses => [new OpenFigure("", analyses.Changes.ExplainHandOffs)],
        },
    ];

    private static object Paths(ChangeComparison change) => new
    {
        Before = Path(change.Before),
        After = Path(change.After),
        AfterAllModesFullWeight = new { Load = change.After.WorstCaseLoad, CoordinationIndex = change.After.WorstCaseIndex },
    };

    private static object Path(ChangePath path) => new
    {
        Handoffs = path.HandOffs,
        path.Crossings,
        Units = path.UnitsInvolved,
        path.Load,
        path.CoordinationIndex,
        path.TouchDays,
        path.WaitDays,
        path.LeadTimeDays,
        path.FlowEfficiency,
        path.VetoGates,
    };

    private static object HandOffsPerYear(ModelAnalyses analyses)
    {
        var simulation = analyses.Changes;
        return new { Before = simulation.Before.HandOffs, After = simulation.After.HandOffs };
    }
}
