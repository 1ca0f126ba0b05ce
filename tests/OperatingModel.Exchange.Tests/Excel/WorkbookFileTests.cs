using System.IO.Compression;
using OperatingModel.Exchange.Excel;

namespace OperatingModel.Exchange.Tests.Excel;

public sealed class WorkbookFileTests
{
    private static readonly WorkbookProperties Properties = new(
        "Title",
        "Subject",
        "Creator",
        new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(52, "AZ")]
    [InlineData(53, "BA")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16_384, "XFD")]
    public void Columns_have_letters(int column, string letters) => SheetWriter.LettersOf(column).ShouldBe(letters);

    [Theory]
    [InlineData("")]
    [InlineData("a name of more than 31 characters")]
    [InlineData("a/b")]
    [InlineData("a[b]")]
    [InlineData("a:b")]
    [InlineData("a*b")]
    [InlineData("a?b")]
    [InlineData("a\\b")]
    [InlineData("'a")]
    public void A_name_that_excel_does_not_take_is_refused(string name) => Should.Throw<ArgumentException>(() => Written(name, _ => { }));

    [Fact]
    public void Cells_know_their_place_also_after_gaps()
    {
        var sheet = Written("S", cells =>
        {
            cells.BeginRow();
            cells.Skip();
            cells.Text("b", 0);
            cells.Skip();
            cells.Number(-1.5, 0);
            cells.EndRow();
            cells.BeginRow();
            cells.EndRow();
            cells.BeginRow();
            cells.Whole(3, 0);
            cells.EndRow();
        })["S"];
        (sheet["A1"], sheet["B1"]!.Text, sheet["C1"], sheet["D1"]!.Number, sheet["A3"]!.Number).ShouldBe((null, "b", null, "-1.5", "3"));
    }

    [Theory]
    [InlineData("1900-03-01", "61", null)]
    [InlineData("2025-12-01", "45992", null)]
    [InlineData("9999-12-31", "2958465", null)]
    [InlineData("1900-02-28", null, "1900-02-28")] // Excel counts a 29th of February 1900
    [InlineData("0001-01-01", null, "0001-01-01")]
    public void Days_that_excel_counts_wrongly_are_texts(string day, string? number, string? text)
    {
        var cell = Written("S", cells =>
        {
            cells.BeginRow();
            cells.Date(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), 0);
            cells.EndRow();
        })["S"]["A1"]!;
        (cell.Number, cell.Text).ShouldBe((number, text));
    }

    [Fact]
    public void Equal_styles_are_stored_once()
    {
        var styles = new StyleBook();
        styles.Of(CellStyle.Default).ShouldBe(0);
        styles.Of(CellStyle.Text with { Fill = "AABBCC" }).ShouldBe(1);
        styles.Of(CellStyle.Text with { Fill = "AABBCC" }).ShouldBe(1);
        styles.Of(CellStyle.Text).ShouldBe(2);
    }

    // The clock must not get into the file by the back door.
    [Fact]
    public void Entries_of_the_zip_carry_no_time_of_writing()
    {
        using var stream = new MemoryStream();
        WorkbookFile.Write(stream, Properties, new WorkbookSheet("S", new SheetLayout([10]), _ => { }));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980);
    }

    // Responses cannot be rewound.
    [Fact]
    public void A_stream_that_only_goes_forward_is_enough()
    {
        using var forward = new ForwardStream();
        WorkbookFile.Write(forward, Properties, new WorkbookSheet("S", new SheetLayout([10]), cells =>
        {
            cells.BeginRow();
            cells.Text("x", 0);
            cells.EndRow();
        }));
        new RawWorkbook(forward.ToArray())["S"]["A1"]!.Text.ShouldBe("x");
    }

    private static RawWorkbook Written(string name, Action<SheetWriter> write)
    {
        using var stream = new MemoryStream();
        WorkbookFile.Write(stream, Properties, new WorkbookSheet(name, new SheetLayout([10]), write));
        return new RawWorkbook(stream.ToArray());
    }

    private sealed class ForwardStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }
    }
}
