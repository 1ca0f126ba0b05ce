using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Domain.Tests.Capabilities;

public sealed class ShiftTests
{
    // P with P.1 and P.2, then Q.
    [Theory]
    [InlineData("P", Shift.Up, null)]
    [InlineData("P", Shift.Down, "after Q")]
    [InlineData("P", Shift.In, null)]
    [InlineData("P", Shift.Out, null)]
    [InlineData("P.1", Shift.Up, null)]
    [InlineData("P.1", Shift.Down, "after P.2")]
    [InlineData("P.1", Shift.Out, "after P")]
    [InlineData("P.2", Shift.Up, "before P.1")]
    [InlineData("P.2", Shift.Down, null)]
    [InlineData("P.2", Shift.In, "to the end of P.1")]
    [InlineData("Q", Shift.Up, "before P")]
    [InlineData("Q", Shift.In, "to the end of P")]
    [InlineData("gone", Shift.Up, null)]
    public void A_move_by_one_place_leads_beside_or_below_a_neighbour(string code, Shift shift, string? place) =>
        (Shifts.PlaceOf(Models.Mini().Tree, code, shift)?.Words(other => other)).ShouldBe(place);

    [Theory]
    [InlineData("Q", "P, Q")]
    [InlineData("P.2", "P.1, P.2")]
    [InlineData("gone", "")]
    public void The_siblings_of_a_capability_come_in_order(string code, string siblings) =>
        string.Join(", ", Shifts.SiblingsOf(Models.Mini().Tree, code)).ShouldBe(siblings);
}
