using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Exchange.Excel;
using OperatingModel.Exchange.Priorities;
using OperatingModel.Exchange.Tables;
using OperatingModel.Exchange.Tests.Excel;

namespace OperatingModel.Exchange.Tests.Priorities;

public sealed class PrioritiesXlsxTests
{
    private static readonly PriorityExport Airline = Exports.Airline.Export();
    private static readonly RawWorkbook AirlineBook = Read(Airline);

    [Fact]
    public void The_headers_are_in_words() =>
        Sheet(AirlineBook)
            .Rows[0]
            .Select(cell => cell.Text)
            .ShouldBe([
                "Rank",
                "Best rank",
                "Worst rank",
                "Code",
                "Capability",
                "Level 1 code",
                "Level 1",
                "Priority",
                "Priority, lowest",
                "Priority, highest",
                "Share of need",
                "Cumulative share",
                "Need points",
                "Reach",
                "Heat",
                "Band",
                "Peak",
                "Hidden hot spot",
                "Coverage",
                "Confidence",
                "Trust",
                "Objectives",
                "Owner team code",
                "Owner team",
                "Oldest assessment",
                "Stage: Inspire",
                "Stage: Search & compare",
                "Stage: Book & pay",
                "Stage: Pre-flight preparation",
                "Stage: Check-in & bag drop",
                "Stage: Lounge & boarding",
                "Stage: In flight",
                "Stage: Arrival & baggage reclaim",
                "Stage: Post-flight care & loyalty",
                "Stage: Enabling services",
                "Unit: Mainline",
                "Unit: Low-cost",
                "Unit: Regional",
                "Unit: Holidays",
                "Gaping holes",
                "Weak technology",
                "Not yet assessed",
            ]);

    [Fact]
    public void Every_cell_holds_its_figure_with_every_digit()
    {
        ShouldEqualFigures(Airline, AirlineBook);
        var unknown = Exports.WithUnknown.Export();
        ShouldEqualFigures(unknown, Read(unknown));
    }

    [Fact]
    public void Another_library_reads_the_same_figures()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(Airline.Bytes(PrioritiesXlsx.Write)), isEditable: false);
        var cells = book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            .ToList();
        cells.ShouldAllBe(cell => cell.CellFormula == null);
        var priorities = cells
            .Where(cell => cell.CellReference!.Value!.StartsWith('H') && cell.CellValue is not null)
            .Select(cell => double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture));
        priorities.ShouldBe(Exports.Airline.Cube.Priorities.Items.Select(item => item.Value!.Value));
    }

    [Fact]
    public void The_file_follows_the_schema()
    {
        var validator = new OpenXmlValidator(FileFormatVersions.Microsoft365);
        foreach (var export in new[] { Airline, Exports.WithUnknown.Export(), Exports.Of().Export() })
        {
            using var book = SpreadsheetDocument.Open(new MemoryStream(export.Bytes(PrioritiesXlsx.Write)), isEditable: false);
            validator
                .Validate(book, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Path?.XPath}: {error.Description}")
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public void Unknown_cells_are_empty_and_hatched_and_never_zero()
    {
        var export = Exports.WithUnknown.Export();
        var sheet = Sheet(Read(export));
        var row = sheet.Rows.Count;
        string[] unknown =
        [
            "rank",
            "priority",
            "needShare",
            "needShareCumulative",
            "need",
            "heat",
            "band",
            "peak",
            "hiddenHotSpot",
            "confidence",
            "trust",
        ];
        foreach (var (column, i) in export.Columns.Select((column, i) => (column, i)))
        {
            var cell = sheet[$"{SheetWriter.LettersOf(i + 1)}{row}"];
            if (unknown.Contains(column.Path) || (column.Group is not null && cell is not null))
            {
                cell!.IsEmpty.ShouldBeTrue(column.Path);
                cell.Style.Pattern.ShouldBe("lightUp", column.Path);
            }
            else
            {
                (cell?.Style.Pattern).ShouldNotBe("lightUp", column.Path);
            }
        }

        // A stage it does not serve is not unknown: there is no cell.
        sheet[$"{LettersOf(export, "priorityByStage.INSPIRE")}{row}"].ShouldBeNull();
        sheet[$"{LettersOf(export, "priorityByStage.BOOK")}{row}"].ShouldNotBeNull();
    }

    [Fact]
    public void Heat_and_peak_have_the_colour_of_their_band()
    {
        var bands = HeatBands.Of(Exports.Airline.Settings);
        var items = Exports.Airline.Cube.Priorities.Items;
        for (var i = 0; i < items.Count; i++)
        {
            ShouldBeShaded(Cell("heat", i), items[i].Band!.Value);
            ShouldBeShaded(Cell("band", i), items[i].Band!.Value);
            ShouldBeShaded(Cell("peak", i), bands.BandOf(items[i].Peak!.Value));
            Cell("priority", i).Style.Pattern.ShouldBe("none");
        }

        items.Select(item => item.Band).Distinct().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Numbers_have_the_format_of_their_kind()
    {
        Cell("rank", 0).Style.Format.ShouldBe("0");
        Cell("priority", 0).Style.Format.ShouldBe("#,##0.0");
        Cell("needShare", 0).Style.Format.ShouldBe("0.0%");
        Cell("oldestAssessment", 0).Style.Format.ShouldBe("yyyy\\-mm\\-dd");
        Cell("priorityByStage.PREP", 0).Style.Format.ShouldBe("#,##0.0");
        Cell("capability", 0).Style.Format.ShouldBe("@");
        Cell("oldestAssessment", 0).Value.ShouldBe(new DateTime(2025, 10, 15, 0, 0, 0, DateTimeKind.Unspecified).ToOADate());
    }

    [Fact]
    public void Header_and_names_stay_in_sight_and_every_column_can_be_filtered()
    {
        var pane = Sheet(AirlineBook).Element("pane");
        pane.Attributes().ToDictionary(attribute => attribute.Name.LocalName, attribute => attribute.Value).ShouldBe(new Dictionary<string, string>
        {
            ["xSplit"] = "5",
            ["ySplit"] = "1",
            ["topLeftCell"] = "F2",
            ["activePane"] = "bottomRight",
            ["state"] = "frozen",
        }, ignoreOrder: true);
        ((string?)Sheet(AirlineBook).Element("autoFilter").Attribute("ref")).ShouldBe("A1:AP31");
        Sheet(AirlineBook).Part.Descendants().Where(element => element.Name.LocalName == "col").Count().ShouldBe(Airline.Columns.Count);
        AirlineBook.Part("xl/workbook.xml").Descendants().Where(element => element.Name.LocalName == "definedName").Select(name => name.Value)
            .ShouldBe(["'Priorities'!$A$1:$AP$31", "'Priorities'!$A:$E,'Priorities'!$1:$1"]);
    }

    [Fact]
    public void The_header_is_high_enough_for_its_longest_text() => // "Stage: Arrival / & baggage / reclaim"
        ((double?)Sheet(AirlineBook).Part.Descendants().First(element => element.Name.LocalName == "row").Attribute("ht")).ShouldBe(3 * 13.5);

    [Fact]
    public void The_legend_says_what_the_figures_rest_on()
    {
        var legend = AirlineBook["Legend"];
        string Beside(string label) =>
            legend.Rows.First(row => row.Length > 1 && row[0].Text == label)[1] is var cell ? cell.Text ?? cell.Number! : "";
        Beside("Model").ShouldBe("Meridel Air Group (fictional)");
        Beside("Model code").ShouldBe("AIRLINE");
        Beside("Revision").ShouldBe("0");
        Beside("As-of date").ShouldBe(new DateTime(2025, 12, 1, 0, 0, 0, DateTimeKind.Unspecified).ToOADate().ToString(CultureInfo.InvariantCulture));
        Beside("Exported at (UTC)").ShouldBe("2026-03-01T09:30:15Z");
        Beside("Exported by").ShouldBe("Ada Example");
        Beside("Weights").ShouldBe("The model's own.");
        Beside("Filter").ShouldBe("None: all 30 capabilities are listed.");
        Beside("Line after").ShouldBe("No line was drawn.");
        var rows = legend.Rows.Select(row => string.Join('|', row.Select(cell => cell.Text ?? cell.Number))).ToList();
        rows.ShouldContain("Exponent of importance α|How strongly importance counts (F3)|1");
        rows.ShouldContain("Critical link|Points; only the ratios count (F2)|9");
        rows.ShouldContain("Business units|What weighs them|Revenue");
        rows.ShouldContain("BOOK|Book & pay|VC|10|0.1");
        rows.ShouldContain(row => row.StartsWith("MAIN|Mainline|5200|0.57", StringComparison.Ordinal));
        rows.ShouldContain("O1|Grow direct and extras revenue");
        rows.ShouldContain(row => row.Contains("Unknown is not zero"));
        foreach (var column in Airline.Columns)
        {
            rows.ShouldContain($"{column.Header}|{column.Path}|{column.Description}");
        }
    }

    [Fact]
    public void The_legend_shows_the_bands_in_their_colours()
    {
        foreach (var band in Enum.GetValues<HeatBand>())
        {
            var row = AirlineBook["Legend"].Rows.First(cells => cells.Length == 2 && cells[0].Text == band.ToString());
            ShouldBeShaded(row[0], band);
        }

        AirlineBook["Legend"].Rows.Count(row => row.Any(cell => cell.Style.Pattern == "lightUp")).ShouldBe(1);
    }

    [Fact]
    public void The_legend_sets_the_models_own_weights_beside_those_tried_out()
    {
        var weights = HeatWeights.Of(Exports.Airline).WithStagePoints("BOOK", 60).WithUnitWeight("LCC", 1) with { Alpha = 2 };
        var rows = Read(Exports.Airline.Export(weights))["Legend"]
            .Rows.Select(row => string.Join('|', row.Select(cell => cell.Text ?? cell.Number)))
            .ToList();
        rows.ShouldContain(row => row.StartsWith("Weights|Tried out for this export", StringComparison.Ordinal));
        rows.ShouldContain("Exponent of importance α|How strongly importance counts (F3)|2|1");
        rows.ShouldContain("Business units|What weighs them|By hand|Revenue");
        rows.ShouldContain(row =>
            row.StartsWith("BOOK|Book & pay|VC|60|0.4", StringComparison.Ordinal) && row.EndsWith("|10", StringComparison.Ordinal));
        rows.ShouldContain(row => row.StartsWith("LCC|Low-cost|1|", StringComparison.Ordinal) && row.EndsWith("|2100", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_of_a_what_if_is_called_so_and_says_where_the_line_is()
    {
        var book = Read(Exports.Airline.Export(HeatWeights.Of(Exports.Airline).WithStagePoints("BOOK", 60), Exports.Customers));
        var part = book["Priorities (what-if)"];
        var (rank, above) = (
            Array.FindIndex(part.Rows[0], cell => cell.Text == "Rank"),
            Array.FindIndex(part.Rows[0], cell => cell.Text == "Above the line"));
        part.Rows.Skip(1).ShouldAllBe(row => row[above].Text == (row[rank].Value <= 5 ? "Yes" : "No"));
        var legend = book["Legend"].Rows.Select(row => string.Join('|', row.Select(cell => cell.Text ?? cell.Number))).ToList();
        legend[0].ShouldBe("Funding priorities, a what-if");
        legend.ShouldContain($"Filter|“Customer”: {part.Rows.Count - 1} of 30 capabilities are listed; ranks and shares are those among all.");
        legend.ShouldContain("Line after|Rank 5: 5 of all stand above it; under it nothing is funded.");
        book.Part("docProps/core.xml").Root!.Elements().First(element => element.Name.LocalName == "title").Value
            .ShouldBe("Funding priorities, a what-if: Meridel Air Group (fictional)");
    }

    [Fact]
    public void No_word_of_a_header_is_broken()
    {
        var model = Exports.Of(
            new ValueChain("CH", "Chain"),
            new Stage("S", "CH", "Schadenbearbeitungsabwicklung", 1, StageKind.Primary, 10, null),
            new BusinessUnit("BU1", "Firmenkunden", 100, null),
            new Capability("C", null, "Vertrieb", null, null, null, null),
            new StageLink("S", "C", LinkStrength.Critical));
        var export = model.Export();
        var widths = Sheet(Read(export)).Part.Descendants().Where(element => element.Name.LocalName == "col")
            .Select(column => (double)column.Attribute("width")!).ToList();
        foreach (var (column, width) in export.Columns.Zip(widths))
        {
            // Bold letters are wider than the zeros in which a width counts, and a cell has a margin.
            column.Header.Split(' ').Max(word => word.Length).ShouldBeLessThan((int)width, column.Header);
        }
    }

    [Fact]
    public void Units_and_objectives_go_by_their_names_before_their_codes()
    {
        var holes = Sheet(AirlineBook)[$"{LettersOf(Airline, "gapingHoles")}2"]!;
        holes.Text.ShouldBe("Holidays (HOL), Regional (REG)");
        Sheet(AirlineBook)[$"{LettersOf(Airline, "objectives")}2"]!.Text!.ShouldEndWith("(O4)");
    }

    [Fact]
    public void The_legend_names_what_is_not_listed() =>
        Read(Exports.WithUnknown.Export())["Legend"]
            .Rows.ShouldContain(row => row.Length == 2 && row[0].Text == "Not listed" && row[1].Text!.EndsWith(": X", StringComparison.Ordinal));

    [Fact]
    public void The_file_says_what_it_is()
    {
        var core = AirlineBook.Part("docProps/core.xml").Root!;
        core.Elements().ToDictionary(element => element.Name.LocalName, element => element.Value).ShouldBe(new Dictionary<string, string>
        {
            ["title"] = "Funding priorities: Meridel Air Group (fictional)",
            ["subject"] = "AIRLINE, revision 0, as of 2025-12-01",
            ["creator"] = "Ada Example",
            ["created"] = "2026-03-01T09:30:15Z",
            ["modified"] = "2026-03-01T09:30:15Z",
        }, ignoreOrder: true);
    }

    [Fact]
    public void The_same_content_and_moment_give_the_same_bytes()
    {
        Exports.Airline.Export().Bytes(PrioritiesXlsx.Write).ShouldBe(Airline.Bytes(PrioritiesXlsx.Write));
        new PriorityExport(Exports.Airline, HeatWeights.Of(Exports.Airline), Exports.Moment.AddSeconds(1), "Ada Example")
            .Bytes(PrioritiesXlsx.Write)
            .ShouldNotBe(Airline.Bytes(PrioritiesXlsx.Write));
    }

    [Fact]
    public void Exports_at_the_same_time_do_not_disturb_each_other()
    {
        var expected = Airline.Bytes(PrioritiesXlsx.Write);
        Enumerable
            .Range(0, 16)
            .AsParallel()
            .WithDegreeOfParallelism(8)
            .Select(_ => Airline.Bytes(PrioritiesXlsx.Write))
            .ShouldAllBe(bytes => bytes.SequenceEqual(expected));
    }

    [Fact]
    public void An_empty_model_gives_a_header_and_a_legend()
    {
        var book = Read(Exports.Of().Export());
        Sheet(book).Rows.Count.ShouldBe(1);
        book["Legend"].Rows.ShouldNotBeEmpty();
    }

    [Fact]
    public void Hostile_names_are_texts_and_nothing_else() => Prop.ForAll(HostileTexts.Names, names =>
    {
        var export = Exports.Named(names).Export();
        var book = Read(export);
        book.Elements("f").ShouldBeEmpty();
        book.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row).ShouldAllBe(cell => cell.Type == null || cell.Type == "inlineStr");
        ShouldEqualFigures(export, book);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static RawWorkbook Read(PriorityExport export) => new(export.Bytes(PrioritiesXlsx.Write));

    private static RawSheet Sheet(RawWorkbook book) => book[PrioritiesXlsx.SheetName];

    private static string LettersOf(PriorityExport export, string column) =>
        SheetWriter.LettersOf(export.Columns.Select((c, i) => (c.Path, i)).Single(c => c.Path == column).i + 1);

    private static RawCell Cell(string column, int row) => Sheet(AirlineBook)[$"{LettersOf(Airline, column)}{row + 2}"]!;

    private static void ShouldBeShaded(RawCell cell, HeatBand band)
    {
        var (fill, ink) = band switch
        {
            HeatBand.None => ("FFF1F5F9", "FF0F172A"),
            HeatBand.Cool => ("FFFDE8C4", "FF0F172A"),
            HeatBand.Warm => ("FFFDBB6B", "FF0F172A"),
            HeatBand.Hot => ("FFEA6A2F", "FF0F172A"),
            _ => ("FFA50F2D", "FFFFFFFF"),
        };
        (cell.Style.Pattern, cell.Style.Fill, cell.Style.Ink).ShouldBe(("solid", fill, ink), cell.Reference);
    }

    private static void ShouldEqualFigures(PriorityExport export, RawWorkbook book)
    {
        var (sheet, rows) = (Sheet(book), export.Rows().ToList());
        sheet.Rows.Count.ShouldBe(rows.Count + 1);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var c = 0; c < export.Columns.Count; c++)
            {
                var cell = sheet[$"{SheetWriter.LettersOf(c + 1)}{i + 2}"];
                var value = export.Columns[c].ValueOf(rows[i]);
                (cell is null).ShouldBe(value == TableValue.Nothing, export.Columns[c].Path);
                ShouldEqual(cell, value.Content, export.Columns[c]);
            }
        }
    }

    private static void ShouldEqual(RawCell? cell, object? content, TableColumn<PriorityRow> of)
    {
        var column = of.Path;
        switch (content)
        {
            case null:
                (cell?.IsEmpty ?? true).ShouldBeTrue(column);
                break;
            case double number:
                cell!.Value.ShouldBe(number, column);
                break;
            case int whole:
                cell!.Value.ShouldBe(whole, column);
                break;
            case bool answer:
                cell!.Text.ShouldBe(answer ? "Yes" : "No", column);
                break;
            case DateOnly day:
                DateTime.FromOADate(cell!.Value).ShouldBe(day.ToDateTime(default), column);
                break;
            case IReadOnlyList<string> texts:
                RawWorkbook.Decoded(cell!.Text!).ShouldBe(Expected(of.Joined(texts)), column);
                break;
            default:
                RawWorkbook.Decoded(cell!.Text!).ShouldBe(Expected((string)content), column);
                break;
        }
    }

    private static string Expected(string text) => PlainText.Clean(text) is { Length: > 32_767 } longer
        ? longer[..(char.IsHighSurrogate(longer[32_765]) ? 32_765 : 32_766)] + "…"
        : PlainText.Clean(text);
}
