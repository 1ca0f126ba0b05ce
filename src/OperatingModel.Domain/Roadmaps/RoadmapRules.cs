namespace OperatingModel.Domain.Roadmaps;

/// <summary>Rules of a single bar on the plan; whether the plan can be kept is an analysis (F20).</summary>
internal static class RoadmapRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Error("roadmap-quarters", Quarters),
        ModelRule.Warning("roadmap-item-without-initiative", WithoutInitiative),
    ];

    private static void Quarters(RuleCheck check)
    {
        foreach (var item in check.Rows<RoadmapItem>().Where(item => item.End < item.Start))
        {
            check.Report(item, nameof(RoadmapItem.End),
                $"{item.Code} ends in {item.End}, before it starts in {item.Start}; put the quarters in order.");
        }
    }

    private static void WithoutInitiative(RuleCheck check)
    {
        foreach (var item in check.Rows<RoadmapItem>().Where(item => item is { Kind: RoadmapItemKind.Initiative, Initiative: null }))
        {
            check.Report(item, nameof(RoadmapItem.Initiative),
                $"{item.Code} is planned as an initiative but names none; name it, or choose another kind.");
        }
    }
}
