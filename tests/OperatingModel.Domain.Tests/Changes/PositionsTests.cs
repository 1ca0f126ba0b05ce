using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Tests.Changes;

public sealed class PositionsTests
{
    private static readonly ModelRow[] Rows =
    [
        new OrganisationUnit("IT", "IT", OrganisationUnitKind.Silo, null, null, null, null, null, null),
        new Role("DATA", "Data specialist", null, ParticipationMode.Shared, "IT"),
        NewTeam("T"),
        NewTeam("A"),
        NewTeam("B"),
    ];

    [Fact]
    public void Of_several_allocations_the_closest_mode_wins()
    {
        PositionIn(Shared("A"), Guided("B"), Platform("B")).ShouldBe(("B", ParticipationMode.Platform));
        PositionIn(Guided("B"), Shared("A")).ShouldBe(("A", ParticipationMode.Shared));
        PositionIn(Shared("A"), new Allocation("T", "DATA", 1, ParticipationMode.Embedded, null, null)).ShouldBe(("T", ParticipationMode.Embedded));
    }

    [Fact]
    public void Of_two_in_the_same_mode_the_first_in_the_list_wins()
    {
        PositionIn(Shared("A"), Shared("B")).ShouldBe(("A", ParticipationMode.Shared));
        PositionIn(Shared("B"), Shared("A")).ShouldBe(("B", ParticipationMode.Shared));
    }

    [Fact]
    public void Without_an_allocation_the_role_is_at_home()
    {
        PositionIn().ShouldBe(("IT", ParticipationMode.External));
        Positions.Of(Models.Of(Rows), TeamDesign.AllTeams).Of("NOBODY", "T").Unit.ShouldBe(DesignUnit.UnknownHomeOf("NOBODY"));
    }

    private static (string Unit, ParticipationMode Mode) PositionIn(params ModelRow[] allocations)
    {
        var position = Positions.Of(Models.Of([.. Rows, .. allocations]), TeamDesign.AllTeams).Of("DATA", "T");
        return (position.Unit.Code, position.Mode);
    }

    private static Allocation Shared(string provider) => new("T", "DATA", 0.5, ParticipationMode.Shared, provider, null);

    private static Allocation Guided(string provider) => new("T", "DATA", 0.5, ParticipationMode.Guiding, provider, null);

    private static Allocation Platform(string provider) => new("T", "DATA", 0.5, ParticipationMode.Platform, provider, null);

    private static Team NewTeam(string code) => new(code, code, TeamType.StreamAligned, null, null, null, null, null);
}
