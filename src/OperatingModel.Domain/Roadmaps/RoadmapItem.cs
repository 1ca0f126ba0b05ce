using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Roadmaps;

/// <summary>What a bar on the plan stands for.</summary>
public enum RoadmapItemKind
{
    Initiative,
    Enabler,
    OrgChange,
    Training,
    Decommission,
}

/// <summary>A bar on the plan, from the first day of its start quarter to the last day of its end quarter.</summary>
public sealed record RoadmapItem(
    [property: Code] string Code,
    RoadmapItemKind Kind,
    [property: Text(200)] string Title,
    [property: Ref(typeof(Initiative))] string? Initiative,
    [property: Ref(typeof(Team))] string? Team,
    Quarter Start,
    Quarter End) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}
