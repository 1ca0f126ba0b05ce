using OperatingModel.Domain.Scenarios;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class ScenarioBreaches
{
    public static Breach[] All { get; } =
    [
        new("scenario-current", "scenarios SPONSOR", Scenario("SPONSOR", s => s with { Kind = ScenarioKind.Current })),
        new("scenario-current", "scenarios", Scenario("CURRENT", s => s with { Kind = ScenarioKind.Alternative })),
        new("scenario-baseline-cycle", "scenarios CURRENT", Scenario("CURRENT", s => s with { Baseline = "HEAT" })),
        new("scenario-team-design", "scenarios HEAT", Scenario("HEAT", s => s with { TeamDesign = "Teams:T-PRE,T-NONE" })),
        new("scenario-team-design", "scenarios HEAT", Scenario("HEAT", s => s with { TeamDesign = "Everybody" })),
        new("scenario-without-decisions", "scenarios HEAT", Scenario("HEAT", s => s with { DecisionSet = "NONE" })),
    ];

    private static RowChange Scenario(string code, Func<Scenario, Scenario> change) => Change(code, change);
}
