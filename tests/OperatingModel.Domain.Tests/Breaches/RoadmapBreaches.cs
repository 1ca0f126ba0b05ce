using OperatingModel.Domain.Roadmaps;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class RoadmapBreaches
{
    public static Breach[] All { get; } =
    [
        new("roadmap-quarters", "roadmapItems R03", Change<RoadmapItem>("R03", item => item with { End = Quarter.Parse("2025-Q4") })),
        new("roadmap-item-without-initiative", "roadmapItems R03", Change<RoadmapItem>("R03", item => item with { Initiative = null })),
    ];
}
