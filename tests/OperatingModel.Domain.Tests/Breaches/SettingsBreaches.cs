using OperatingModel.Domain.Workspaces;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class SettingsBreaches
{
    public static Breach[] All { get; } =
    [
        new("settings-bands", "settings", Settings(s => s with { HotFrom = 10 })),
        new("settings-order", "settings", Settings(s => s with { ConfidenceLow = 0.7 })),
        new("settings-order", "settings", Settings(s => s with { ContributionSupporting = 10 })),
        new("settings-order", "settings", Settings(s => s with { TrustMediumCoverage = 0.9 })),
        new("settings-order", "settings", Settings(s => s with { DomainComplex = 0 })),
        new("settings-mix", "settings", Settings(s => s with { InnovationCore = 0, InnovationAdjacent = 0, InnovationTransformational = 0 })),
        new("settings-mix", "settings", Settings(s => s with { InvestmentRun = 0, InvestmentGrow = 0, InvestmentTransform = 0 })),
        new("planning-horizon", "meta", Change<ModelMeta>("meta", meta => meta with { FirstQuarter = Quarter.Parse("9999-Q2") })),
    ];

    private static RowChange Settings(Func<ModelSettings, ModelSettings> change) => Change("settings", change);
}
