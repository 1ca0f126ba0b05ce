using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Technology;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class CapabilityBreaches
{
    public static Breach[] All { get; } =
    [
        new("capability-cycle", "capabilities X", New("X", "X")),
        new("capability-cycle", "capabilities X", New("X", "Y"), RowChange.Add(Row("Y", "X") with { Position = 1001 })),
        new(
            "capability-too-deep",
            "capabilities X7",
            [
                .. Enumerable.Range(1, 7).Select(i => RowChange.Add(Row($"X{i}", i == 1 ? null : $"X{i - 1}") with { Position = 1000 + i })),
                .. Used("X7"),
            ]),
        new("capability-without-stage", "capabilities X", New("X", "C1"), Used("X")[1]),
        new(
            "capability-without-stage",
            "capabilities C1.1",
            [.. Airline.StageLinks.Where(link => link.Capability == "C1.1").Select(RowChange.Remove)]),
        new("parent-with-leaf-values", "capabilities C1", Change<Capability>("C1", capability => capability with { Weight = 2 })),
        new("parent-with-leaf-values", "capabilities C1", Change<Capability>("C1", capability => capability with { OwnerTeam = "T-PRE" })),
        new("parent-with-leaf-values", "capabilities C1", Change<Capability>("C1", capability => capability with { Standardisation = 3 })),
        new("parent-with-leaf-values", "capabilities C1", Change<Capability>("C1", capability => capability with { Integration = 3 })),
        new(
            "capability-without-objective",
            "capabilities C1.1",
            [.. Airline.Table<CapabilityObjective>().Where(row => row.Capability == "C1.1").Select(RowChange.Remove)]),
        new("stage-link-on-parent", "stageLinks INSPIRE · C1", Add(new StageLink("INSPIRE", "C1", LinkStrength.Minor))),
        new("not-applicable-on-parent", "notApplicable C1 · HOL", Add(new NotApplicable("C1", "HOL", "Why not"))),
        new("assessment-on-parent", "assessments C1 · HOL", Add(Assessed("C1", "HOL"))),
        new("support-on-parent", "applicationSupports A01 · C1 · HOL", Add(new ApplicationSupport("A01", "C1", "HOL"))),
        new("uplift-on-parent", "uplifts I16 · C1 · HOL", Add(new Uplift("I16", "C1", "HOL", 1))),
        new("cost-allocation-on-parent", "costAllocations I16 · C1 · HOL", Add(new CostAllocation("I16", "C1", "HOL", 10))),
        new(
            "assessment-on-parent",
            "assessments X · HOL",
            [New("X", null), Add(Assessed("X", "HOL")), RowChange.Add(Row("Y", "X") with { Position = 1001 }), .. Used("Y")]),
        new(
            "not-applicable-without-reason",
            "notApplicable C2.1 · HOL",
            Change<NotApplicable>(RowKey.Of("C2.1", "HOL"), exception => exception with { Reason = " " })),
        new("assessment-not-applicable", "assessments C2.1 · HOL", Add(Assessed("C2.1", "HOL"))),
        new("assessment-not-applicable", "assessments C6.1 · MAIN", Add(new NotApplicable("C6.1", "MAIN", "Outsourced")))
        {
            Besides = ["support-not-applicable"],
        },
        new("support-not-applicable", "applicationSupports A01 · C2.1 · HOL", Add(new ApplicationSupport("A01", "C2.1", "HOL"))),
        new("uplift-not-applicable", "uplifts I16 · C2.1 · HOL", Add(new Uplift("I16", "C2.1", "HOL", 1))),
        new("cost-allocation-not-applicable", "costAllocations I16 · C2.1 · HOL", Add(new CostAllocation("I16", "C2.1", "HOL", 10))),
    ];

    private static Capability Row(string code, string? parent) => new(code, parent, "New", null, null, null, null);

    private static RowChange New(string code, string? parent) => Add(Row(code, parent));

    // What keeps a new leaf from being told about: a stage and an objective.
    private static RowChange[] Used(string leaf) =>
        [Add(new StageLink("INSPIRE", leaf, LinkStrength.Minor)), Add(new CapabilityObjective(leaf, "O1"))];

    private static Assessment Assessed(string capability, string unit) =>
        new(capability, unit, null, 3, 3, 4, Confidence.High, new DateOnly(2025, 11, 1), null);
}
