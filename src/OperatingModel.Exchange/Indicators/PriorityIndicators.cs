using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Priorities, what makes up the first one, and the need (F5).</summary>
internal static class PriorityIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        Indicator.OfCube("priorities", cube => cube.Priorities.Items.Select(Figures)),
        Indicator.OfCube("contributionsOfRank1", ContributionsOfLeader),
        Indicator.OfCube("totalNeed", cube => cube.Priorities.TotalNeed),
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
