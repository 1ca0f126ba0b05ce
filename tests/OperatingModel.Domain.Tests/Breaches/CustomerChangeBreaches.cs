using OperatingModel.Domain.Changes;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class CustomerChangeBreaches
{
    public static Breach[] All { get; } =
    [
        new("change-step-count", "customerChanges X", Add(Change("T-PRE")), Add(Step(1, null))),
        new(
            "change-step-count",
            "customerChanges X",
            [
                Add(Change("T-PRE")),
                .. Enumerable.Range(1, 41).Select(i => RowChange.Add(Step(i, i < 41 ? StepLink.Pooled : null) with { Position = 100 + i })),
            ]),
        new(
            "change-step-order",
            "customerChanges X",
            Add(Change("T-PRE")),
            Add(Step(1, StepLink.Pooled)),
            RowChange.Add(Step(3, null) with { Position = 101 })),
        new("change-step-link", "changeSteps CH2 · 6", Change<ChangeStep>(RowKey.Of("CH2", "6"), step => step with { LinkToNext = StepLink.Pooled })),
        new("change-step-link", "changeSteps CH2 · 2", Change<ChangeStep>(RowKey.Of("CH2", "2"), step => step with { LinkToNext = null })),
        new("change-without-lead-team", "customerChanges CH2", Change<CustomerChange>("CH2", change => change with { LeadTeam = null })),
    ];

    private static CustomerChange Change(string team) => new("X", "New", null, team, 1);

    private static ChangeStep Step(int order, StepLink? link) => new("X", order, "Step", "PM", 1, link);
}
