using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Priorities, what makes up the first one, and the need (F5).</summary>
internal static class PriorityIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new("priorities", model => model.Cube.Priorities.Items.Select(Figures)),
        new("contributionsOfRank1", ContributionsOfLeader),
        new("totalNeed", model => model.Cube.Priorities.TotalNeed),
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

    private static object ContributionsOfLeader(ModelSnapshot model)
    {
        var leader = model.Cube.Priorities.Ranked.FirstOrDefault();
        return new
        {
            ByStage = ByCode(leader is null ? [] : model.Cube.PriorityByStage(leader.Node)),
            ByBusinessUnit = ByCode(leader is null ? [] : model.Cube.PriorityByUnit(leader.Node)),
        };
    }

    private static SortedDictionary<string, double> ByCode(IReadOnlyList<Contribution> parts) => Indicator.ByCode(parts, part => part.Code, part => part.Amount);
}
