using OperatingModel.Domain.Teams;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class TeamBreaches
{
    private static readonly Allocation Shared = Airline.Table<Allocation>().First(allocation => allocation.Person == "DA1");

    public static Breach[] All { get; } =
    [
        new(
            "required-role-without-mode",
            "requiredRoles T-PRE · PM",
            Change<RequiredRole>(RowKey.Of("T-PRE", "PM"), role => role with { Modes = ParticipationModes.None })),
        new(
            "interaction-with-itself",
            "interactions T-PRE · T-PRE · Facilitating",
            Add(new Interaction("T-PRE", "T-PRE", InteractionMode.Facilitating))),
        new(
            "allocation-without-provider",
            "allocations T-PRE · QA · Shared",
            Add(new Allocation("T-PRE", "QA", 0.1, ParticipationMode.Shared, null, null))),
        new(
            "allocation-in-other-role",
            $"allocations {Shared.Team} · QA · Shared · {Shared.Provider} · DA1",
            RowChange.Remove(Shared),
            Add(Shared with { Role = "QA" })),
        new(
            "allocation-in-other-role",
            "allocations T-SEC · SEC · Embedded · SE3",
            Add(new Person("SE3", "New", "QA", null, 1)),
            Add(new Allocation("T-SEC", "SEC", 0.5, ParticipationMode.Embedded, null, "SE3"))),
    ];
}
