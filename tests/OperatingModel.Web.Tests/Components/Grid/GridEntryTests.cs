using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Tests.Components.Grid;

public sealed class GridEntryTests
{
    private static readonly string[] Rows = ["A", "B", "C"];
    private static readonly string[] Columns = ["1", "2"];

    [Fact]
    public void A_block_is_all_cells_between_its_corners() =>
        new GridEntry("4", "B", "1", "C", "2").Cells(Rows, Columns).ShouldBe([("B", "1"), ("B", "2"), ("C", "1"), ("C", "2")]);

    [Theory]
    [InlineData("X", "1", "C", "2")]
    [InlineData("B", "1", "A", "2")]
    [InlineData("A", "1", "C", "9")]
    public void A_corner_that_is_no_longer_there_makes_no_block(string fromRow, string fromColumn, string toRow, string toColumn) =>
        new GridEntry("4", fromRow, fromColumn, toRow, toColumn).Cells(Rows, Columns).ShouldBeEmpty();
}
