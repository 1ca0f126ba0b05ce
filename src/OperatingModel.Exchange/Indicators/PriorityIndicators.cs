using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Priorities, what makes up the first one, and the need (F5).</summary>
internal static class PriorityIndicators
{
    public static IEnumerable<Indicator> All =>
        [
            Indicator.OfCube(
                "priorities",
                "How urgently each capability needs attention, 0..1000, the most urgent first.",
                cube => cube.Priorities.Items.Select(Figures),
                cube => cube.Priorities.Items.Select(leaf => new OpenFigure(leaf.Code, () => cube.ExplainPriority(leaf.Node)))),
            Indicator.OfCube(
                "contributionsOfRank1",
                "What the priority of the first capability is made of, by stage and by business unit.",
                ContributionsOfLeader,
                cube => cube.Priorities.Ranked.Take(1).Select(leaf => new OpenFigure("", () => cube.ExplainPriority(leaf.Node)))),
            Indicator.OfCube(
                "totalNeed",
                "Need points of all capabilities together: size weight times priority.",
                cube => cube.Priorities.TotalNeed,
                cube => [new OpenFigure("", cube.Priorities.ExplainTotalNeed)]),
        ];

    private static object Figures(Priority priority) => new
    {
        priority.Rank,
        priority.Code,
        priority.Name,
        Priority = priority.Value,
        priority.Low,
        priority.High,
        priority.Reach,
        priority.Heat,
        priority.Peak,
        priority.Coverage,
        priority.Band,
        RankInterval = new[] { priority.BestRank, priority.WorstRank },
    };

    private static object ContributionsOfLeader(HeatCube cube)
    {
        var leader = cube.Priorities.Ranked.FirstOrDefault();
        return new
        {
            ByStage = ByCode(leader is null ? [] : cube.PriorityByStage(leader.Node)),
            ByBusinessUnit = ByCode(leader is null ? [] : cube.PriorityByUnit(leader.Node)),
        };
    }

    private static SortedDictionary<string, double> ByCode(IReadOnlyList<Contribution> parts) =>
        Indicator.ByCode(parts, part => part.Code, part => part.Amount);
}
