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
    [InlineData("P", "to the beginning")]
    [InlineData("P.1", "to the beginning of P")]
    [InlineData("P.2", "after P.1")]
    [InlineData("Q", "after P")]
    [InlineData("gone", null)]
    public void A_capability_stands_after_the_sibling_above_or_first_below_its_parent(string code, string? place) =>
        (Shifts.PlaceOf(Models.Mini().Tree, code)?.Words(other => other)).ShouldBe(place);
}
