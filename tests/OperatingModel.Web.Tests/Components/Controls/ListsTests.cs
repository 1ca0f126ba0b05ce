using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class ListsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(25, 25)]
    [InlineData(200, 200)]
    [InlineData(1_434, 6)]
    public void A_list_that_is_not_long_stands_in_the_page_whole_so_that_it_is_printed_whole(int rows, int kept) =>
        Lists.Overscan(rows).ShouldBe(kept);
}
