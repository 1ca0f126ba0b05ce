using OperatingModel.Domain.Capabilities;
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
        new("scenario-change-row", "scenarioChanges HEAT", Add(new ScenarioChange("HEAT", null, null))),
        new("scenario-change-row", "scenarioChanges HEAT · scenarios · SPONSOR", Choice("HEAT", null, Row<Scenario>("SPONSOR"))),
        new("scenario-change-row", "scenarioChanges HEAT · capabilities · C1.2",
            Choice("HEAT", Row<Capability>("C1.1"), Row<Capability>("C1.2"))),
        new("scenario-change-row", "scenarioChanges HEAT · capabilities · C1.1",
            Choice("HEAT", Row<Capability>("C1.1"), Row<Capability>("C1.1") with { Name = "" })),
        new("scenario-current-changes", "scenarios CURRENT",
            Choice("CURRENT", Row<Capability>("C1.1"), Row<Capability>("C1.1") with { Name = "Mine" })),
        new("scenario-change-row", "scenarioChanges HEAT · capabilities · C1.2",
            Choice("HEAT", Row<Scenario>("SPONSOR"), Row<Capability>("C1.2"))),
        new("scenario-baseline-depth", "scenarios D20",
            [.. Enumerable.Range(0, 21).Select(i => Add(new Scenario(
                $"D{i:00}", ScenarioKind.Alternative, $"Deep {i}", i == 0 ? "CURRENT" : $"D{i - 1:00}", null, null, null)))]),
        new("scenario-conflicts", "scenarios HEAT",
            Choice("HEAT", Row<Capability>("C1.1") with { Name = "Before" }, Row<Capability>("C1.1") with { Name = "Mine" }))
        {
            OnlyAsWhole = true,
        },
        new("scenario-without-decisions", "scenarios HEAT", Scenario("HEAT", s => s with { DecisionSet = "NONE" })),
    ];

    private static RowChange Choice(string scenario, ModelRow? before, ModelRow? after) =>
        Add(new ScenarioChange(scenario, RowValue.Of(before), RowValue.Of(after)));

    private static T Row<T>(string code) where T : ModelRow => Airline.Table<T>().Find(code)!;

    private static RowChange Scenario(string code, Func<Scenario, Scenario> change) => Change(code, change);
}
