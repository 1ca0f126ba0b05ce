using OperatingModel.Exchange.Excel;

namespace OperatingModel.Exchange.Tests.Excel;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("_x000D_", "_x005F_x000D_")]
    [InlineData("_x0041_x0042_", "_x005F_x0041_x005F_x0042_")]
    [InlineData("_X0041_", "_X0041_")]
    [InlineData("_x41_", "_x41_")]
    [InlineData("snake_case", "snake_case")]
    public void What_looks_like_an_escape_stays_text(string text, string written)
    {
        CellText.Of(text).ShouldBe(written);
        RawWorkbook.Decoded(written).ShouldBe(text);
    }

    [Fact]
    public void A_text_as_long_as_a_cell_may_be_stays_whole() => CellText.Of(new string('x', 32_767)).ShouldBe(new string('x', 32_767));

    [Fact]
    public void A_longer_text_is_cut_with_an_ellipsis()
    {
        CellText.Of(new string('x', 40_000)).ShouldBe(new string('x', 32_766) + "…");
        CellText.Of(new string('x', 32_765) + "🦊 and more").ShouldBe(new string('x', 32_765) + "…");
        CellText.Of(new string('x', 32_764) + "🦊 and more").ShouldBe(new string('x', 32_764) + "🦊…");
    }
}
