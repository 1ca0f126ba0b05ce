using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Exchange.Pasting;

namespace OperatingModel.Exchange.Tests.Pasting;

public sealed class ClipboardTableTests
{
    [Theory]
    [InlineData("1\t2\r\n3\t4", "1|2/3|4")]
    [InlineData("1\t2\r\n3\t4\r\n", "1|2/3|4")]
    [InlineData("1\n2\n", "1/2")]
    [InlineData("1\r2\r", "1/2")]
    [InlineData("\"a\tb\"\t2", "a b|2")]
    [InlineData("\"say \"\"yes\"\"\"\t2", "say \"yes\"|2")]
    [InlineData("\"two\r\nlines\"\t2\r\n3\t4", "two lines|2/3|4")]
    [InlineData("\"two \n  lines\"\t2", "two lines|2")]
    [InlineData("\"a \n\tb\"", "a b")]
    [InlineData("soft\u000bbreak\u2028here", "soft break here")]
    [InlineData("\ufeff\"a\tb\"\t2", "a b|2")]
    [InlineData("4\u200b\t\u20602\u00ad\t\u200e1", "4|2|1")]
    [InlineData("\u00a04\u00a0\t\u202f2\u2007", "4|2")]
    [InlineData("\u0645\u06cc\u200c\u0634\u0648\u062f", "\u0645\u06cc\u200c\u0634\u0648\u062f")]
    [InlineData("1\t\t3", "1||3")]
    [InlineData("1\t", "1|")]
    [InlineData("\n1", "/1")]
    [InlineData(" 4 ", "4")]
    [InlineData("\"open", "\"open")]
    [InlineData("5\" wide\t2", "5\" wide|2")]
    [InlineData("\"5\" wide\t2", "\"5\" wide|2")]
    public void Cells_are_read_as_a_spreadsheet_wrote_them(string text, string cells) =>
        string.Join('/', ClipboardTable.Read(text).Select(row => string.Join('|', row))).ShouldBe(cells);

    [Fact]
    public void Nothing_is_no_cells() => ClipboardTable.Read("").ShouldBeEmpty();

    [Fact]
    public void What_a_spreadsheet_would_write_comes_back() =>
        Prop.ForAll(Gen.Elements("", "4", "4 2 4", "a\"b", "tab\there", "line\nend", "\"").ArrayOf(3).ArrayOf(4).ToArbitrary(), table =>
        {
            var text = string.Join("\r\n", table.Select(row => string.Join('\t', row.Select(Written))));
            ClipboardTable.Read(text).ShouldBe(table.Select(row => (IReadOnlyList<string>)[.. row.Select(OnOneLine)]), new SameCells());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_to_its_end() =>
        Prop.ForAll(Gen.Elements('"', '\t', '\r', '\n', 'x').ArrayOf().ToArbitrary(), letters =>
                ClipboardTable.Read(new string(letters)).Count.ShouldBeLessThanOrEqualTo(letters.Length + 1))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_row_knows_the_line_it_begins_on_and_keeps_its_indentation() =>
        ClipboardTable.Rows("\ufeffA\n\"two\nlines\"\t2\n\n  B\t \"C\"").Select(row => $"{row.Line}:{string.Join('|', row.Cells)}")
            .ShouldBe(["1:A", "2:two lines|2", "4:", "5:  B| \"C\""]);

    private static string OnOneLine(string cell) => cell.Replace('\t', ' ').Replace('\n', ' ');

    private static string Written(string cell) =>
        cell.AsSpan().IndexOfAny("\"\t\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private sealed class SameCells : IEqualityComparer<IReadOnlyList<string>>
    {
        public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => x!.SequenceEqual(y!);

        public int GetHashCode(IReadOnlyList<string> row) => row.Count;
    }
}
