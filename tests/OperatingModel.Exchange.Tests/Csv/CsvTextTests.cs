using OperatingModel.Exchange.Csv;

namespace OperatingModel.Exchange.Tests.Csv;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\nx")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠1")]
    [InlineData("  =1")]
    [InlineData("\u200B=1")]
    [InlineData("\"=1")]
    [InlineData("'=1")]
    [InlineData("'\tx")]
    [InlineData("=cmd|'/c calc'!A1")]
    public void A_start_that_could_be_a_formula_gets_an_apostrophe(string text) => CsvText.Of(text).ShouldBe($"'{text}");

    [Theory]
    [InlineData("")]
    [InlineData("Book & pay")]
    [InlineData("a=b")]
    [InlineData("Check-in")]
    [InlineData("'quoted'")]
    [InlineData("e-mail; phone")]
    [InlineData("two\nlines")]
    public void Ordinary_text_stays_as_it_is(string text) => CsvText.Of(text).ShouldBe(text);

    [Theory]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("x;=1", "x;'=1")]
    [InlineData("x\t@A1", "x\t'@A1")]
    [InlineData("x\n+1", "x\n'+1")]
    [InlineData("x; \"-1", "x;' \"-1")]
    [InlineData("\r=1", "'\n'=1")]
    public void A_start_after_what_separates_cells_elsewhere_gets_an_apostrophe_too(string text, string safe) => CsvText.Of(text).ShouldBe(safe);

    [Fact]
    public void A_control_character_does_not_hide_a_formula() => CsvText.Of("\0=1").ShouldBe("'\uFFFD=1");
}
