using System.Globalization;
using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Strategy;
using OperatingModel.Exchange.Priorities;
using OperatingModel.Exchange.Tables;
using OperatingModel.Exchange.Tests.Csv;

namespace OperatingModel.Exchange.Tests.Priorities;

public sealed class PrioritiesCsvTests
{
    [Fact]
    public void The_header_names_are_stable() =>
        Records(Exports.Airline.Export())[0]
            .ShouldBe([
                "rank",
                "rankBest",
                "rankWorst",
                "code",
                "capability",
                "level1Code",
                "level1",
                "priority",
                "priorityLow",
                "priorityHigh",
                "needShare",
                "needShareCumulative",
                "need",
                "reach",
                "heat",
                "band",
                "peak",
                "hiddenHotSpot",
                "coverage",
                "confidence",
                "trust",
                "objectives",
                "ownerTeamCode",
                "ownerTeam",
                "oldestAssessment",
                "priorityByStage.INSPIRE",
                "priorityByStage.SEARCH",
                "priorityByStage.BOOK",
                "priorityByStage.PREP",
                "priorityByStage.CHECKIN",
                "priorityByStage.BOARD",
                "priorityByStage.FLY",
                "priorityByStage.ARRIVE",
                "priorityByStage.CARE",
                "priorityByStage.ENABLE",
                "priorityByUnit.MAIN",
                "priorityByUnit.LCC",
                "priorityByUnit.REG",
                "priorityByUnit.HOL",
                "gapingHoles",
                "weakTechnology",
                "notAssessed",
                "model",
                "asOf",
                "exportedAt",
                "weights",
                "filter",
                "lineAfter",
            ]);

    [Fact]
    public void The_first_row_of_the_airline_stands_as_expected()
    {
        var objectives = Exports.Airline.Table<StrategicObjective>().Where(o => o.Code is "O3" or "O4").Select(o => $"{o.Name} ({o.Code})");
        string.Join('|', Records(Exports.Airline.Export())[1]).ShouldBe(
            "1|1|1|C4.3|Disruption notification & rebooking|C4|Journey preparation|119.9925925926|119.9925925926|119.9925925926|"
            + "0.1156362443|0.1156362443|119.9925925926|0.2833333333|42.3503267974|Hot|60|false|1|0.8166666667|High|"
            + $"{string.Join(", ", objectives)}|T-PRE|Pre-flight experience|2025-10-15|"
            + "|||66.1422222222||11.0237037037||42.8266666667|||84.3555555556|10.5777777778|17|8.0592592593|Holidays (HOL), Regional (REG)||"
            + "|Meridel Air Group (fictional) (AIRLINE), revision 0|2025-12-01|2026-03-01T09:30:15Z|own||");
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void What_is_read_back_equals_the_figures_whatever_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            ShouldEqualFigures(Exports.WithUnknown.Export());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Unknown_figures_are_empty_and_never_zero()
    {
        var records = Records(Exports.WithUnknown.Export());
        var unknown = records.Single(record => record[3] == "C3.2");
        foreach (var name in new[]
            {
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
                "oldestAssessment",
                "priorityByStage.BOOK",
                "priorityByUnit.MAIN",
            })
        {
            unknown[Array.IndexOf(records[0], name)].ShouldBe("", name);
        }

        unknown[Array.IndexOf(records[0], "coverage")].ShouldBe("0");
        unknown[Array.IndexOf(records[0], "notAssessed")]
            .Split(", ")
            .ShouldBe(["Mainline (MAIN)", "Low-cost (LCC)", "Regional (REG)", "Holidays (HOL)"], ignoreOrder: true);
    }

    [Fact]
    public void The_file_begins_with_a_byte_order_mark_and_its_lines_end_as_rfc_4180_says()
    {
        var bytes = Exports.Named("a", "Zürich 🦊").Export().Bytes(Plain);
        bytes[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        var text = Encoding.UTF8.GetString(bytes);
        text.Split("\r\n").Length.ShouldBe(4); // header, two rows, nothing after the last line end
        text.ShouldEndWith("\r\n");
        text.ShouldContain("Zürich 🦊");
    }

    [Fact]
    public void An_empty_model_gives_the_header_alone() => Records(Exports.Of().Export()).Count.ShouldBe(1);

    [Fact]
    public void The_same_content_gives_the_same_bytes() =>
        Exports.Airline.Export().Bytes(Plain).ShouldBe(Exports.Airline.Export().Bytes(Plain));

    [Fact]
    public void Hostile_names_come_back_as_they_were_and_start_no_formula() =>
        Prop.ForAll(HostileTexts.Names, names =>
            {
                var export = Exports.Named(names).Export();
                ShouldEqualFigures(export);
                int[] texts = [.. Enumerable.Range(0, export.Columns.Count).Where(c => export.Columns[c].Kind is ColumnKind.Text or ColumnKind.List)];
                Records(export)
                    .SelectMany((record, i) => i == 0 ? record : texts.Select(c => record[c]))
                    .SelectMany(SpreadsheetCells.Of)
                    .ShouldAllBe(cell => !SpreadsheetCells.StartsFormula(cell));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_german_file_has_the_same_cells_parted_by_semicolons_with_decimal_commas()
    {
        var export = Exports.WithUnknown.Export();
        var german = Records(export, (e, stream) => PrioritiesCsv.Write(e, stream, CultureInfo.GetCultureInfo("de-DE")), ';');
        var plain = Records(export);
        german.Count.ShouldBe(plain.Count);
        var numbers = export.Columns.Select(column => column.Kind is ColumnKind.Number or ColumnKind.Percent).ToList();
        for (var r = 0; r < plain.Count; r++)
        {
            german[r].ShouldBe(plain[r].Select((field, c) => r > 0 && c < numbers.Count && numbers[c] ? field.Replace('.', ',') : field));
        }

        german[1].ShouldContain("119,9925925926");
    }

    [Fact]
    public void A_part_of_the_ranking_says_so_in_every_row()
    {
        var whatIf = HeatWeights.Of(Exports.Airline).WithStagePoints("BOOK", 60);
        var records = Records(Exports.Airline.Export(whatIf, Exports.Customers));
        string Field(int row, string column) => records[row][Array.IndexOf(records[0], column)];
        records.Count.ShouldBe(
            Exports.Airline.Cube.Priorities.Items.Count(item => item.Name.Contains("Customer", StringComparison.OrdinalIgnoreCase)) + 1);
        records.Count.ShouldBeGreaterThan(1);
        for (var row = 1; row < records.Count; row++)
        {
            (Field(row, "weights"), Field(row, "filter"), Field(row, "lineAfter")).ShouldBe(("what-if", "Customer", "5"));
            Field(row, "aboveLine").ShouldBe(int.Parse(Field(row, "rank"), CultureInfo.InvariantCulture) <= 5 ? "true" : "false");
        }
    }

    private static void Plain(PriorityExport export, Stream stream) => PrioritiesCsv.Write(export, stream, CultureInfo.InvariantCulture);

    private static void ShouldEqualFigures(PriorityExport export)
    {
        var records = Records(export);
        var rows = export.Rows().ToList();
        records.Count.ShouldBe(rows.Count + 1);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var c = 0; c < export.Columns.Count; c++)
            {
                ShouldEqual(records[i + 1][c], export.Columns[c], export.Columns[c].ValueOf(rows[i]).Content);
            }
        }
    }

    private static void ShouldEqual(string field, TableColumn<PriorityRow> of, object? content)
    {
        var column = of.Path;
        switch (content)
        {
            case double number:
                double.Parse(field, CultureInfo.InvariantCulture).ShouldBe(number, 1e-10, column);
                break;
            case int whole:
                field.ShouldBe(whole.ToString(CultureInfo.InvariantCulture), column);
                break;
            case bool answer:
                bool.Parse(field).ShouldBe(answer, column);
                break;
            case DateOnly day:
                DateOnly.ParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(day, column);
                break;
            case IReadOnlyList<string> texts:
                SpreadsheetCells.Unguarded(field).ShouldBe(PlainText.Clean(of.Joined(texts)), column);
                break;
            default:
                SpreadsheetCells.Unguarded(field).ShouldBe(PlainText.Clean((string?)content ?? ""), column);
                break;
        }
    }

    private static List<string[]> Records(PriorityExport export, Action<PriorityExport, Stream>? write = null, char separator = ',')
    {
        using var csv = CsvReader.Create(
            new MemoryStream(export.Bytes(write ?? Plain)), CsvReaderOptions.Default with { HasHeader = false, Separator = separator });
        var records = new List<string[]>();
        while (csv.Read())
        {
            records.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return records;
    }
}
