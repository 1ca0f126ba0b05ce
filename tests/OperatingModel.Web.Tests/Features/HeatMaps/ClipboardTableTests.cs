using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Tests.Features.HeatMaps;

public sealed class ClipboardTableTests
{
    [Theory]
    [InlineData("1\t2\r\n3\t4", "1|2/3|4")]
    [InlineData("1\t2\r\n3\t4\r\n", "1|2/3|4")]
    [InlineData("1\n2\n", "1/2")]
    [InlineData("\"a\tb\"\t2", "a\tb|2")]
    [InlineData("\"say \"\"yes\"\"\"\t2", "say \"yes\"|2")]
    [InlineData("\"two\r\nlines\"\t2\r\n3\t4", "two\r\nlines|2/3|4")]
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
            ClipboardTable.Read(text).ShouldBe(table.Select(row => (IReadOnlyList<string>)row), new SameCells());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_to_its_end() =>
        Prop.ForAll(Gen.Elements('"', '\t', '\r', '\n', 'x').ArrayOf().ToArbitrary(), letters => ClipboardTable.Read(new string(letters)).Count.ShouldBeLessThanOrEqualTo(letters.Length + 1))
            .QuickCheckThrowOnFailure();

    private static string Written(string cell) => cell.AsSpan().IndexOfAny("\"\t\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private sealed class SameCells : IEqualityComparer<IReadOnlyList<string>>
    {
        public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => x!.SequenceEqual(y!);

        public int GetHashCode(IReadOnlyList<string> row) => row.Count;
    }
}
