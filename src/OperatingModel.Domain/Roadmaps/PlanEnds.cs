using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Roadmaps;

/// <summary>When initiatives are finished by the plan: at the latest end of their items. What is not on the plan is never finished.</summary>
public static class PlanEnds
{
    public static IReadOnlyDictionary<string, Quarter> Of(ModelSnapshot model) => model.Table<RoadmapItem>()
        .Where(item => item is { Kind: RoadmapItemKind.Initiative, Initiative: not null })
        .GroupBy(item => item.Initiative!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Max(item => item.End), StringComparer.Ordinal);
}
