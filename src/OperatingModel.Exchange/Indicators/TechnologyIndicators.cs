using OperatingModel.Domain.Technology;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Where technology fails an important capability (F23).</summary>
internal static class TechnologyIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new("technologyHoles", model => EnablementMap.Of(model).Holes
            .Select(hole => new { hole.Capability, hole.BusinessUnit, Flag = hole.Hole, Enablement = hole.Value })),
    ];
}
