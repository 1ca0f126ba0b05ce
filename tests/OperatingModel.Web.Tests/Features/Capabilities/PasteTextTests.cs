using System.Text;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Capabilities.Lists;
using OperatingModel.Domain.Editing;
using OperatingModel.Exchange.Pasting;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.Capabilities;

namespace OperatingModel.Web.Tests.Features.Capabilities;

/// <summary>From the text on the clipboard to the tree.</summary>
public sealed class PasteTextTests
{
    [Theory]
    [InlineData("Customer\n\t\"Handle\nclaims\"\n\tAnswer questions", "Customer/-Handle claims/-Answer questions")]
    [InlineData("\"Best \"\"in class\"\" offer\"", "Best \"in class\" offer")]
    [InlineData("\"Best\" offer\n5\" wide", "\"Best\" offer/5\" wide")]
    [InlineData("Customer\t\t\r\n\tClaims\t\r\n\r\n\t\tReceive\r\n", "Customer/-Claims/--Receive")]
    [InlineData("\ufeffCustomer\r  Claims\r", "Customer/-Claims")]
    public void A_text_becomes_a_tree(string text, string tree) => Written(ListReader.Read(ClipboardTable.Rows(text))).ShouldBe(tree);

    [Theory]
    [InlineData("Visa checks\n\n Health papers \r\n", "Visa checks/Health papers")]
    [InlineData("- Visa\u200b checks\n- Health papers", "Visa checks/Health papers")]
    [InlineData("1. Anna\n2. Ben\n3. Cho", "Anna/Ben/Cho")]
    [InlineData("Anna\tBen > Cho", "Anna")]
    public void A_text_of_names_is_one_name_a_line(string text, string names) => string.Join('/', ClipboardTable.Names(text)).ShouldBe(names);

    [Fact]
    public void A_line_break_in_a_cell_does_not_move_the_numbers_of_the_lines() =>
        ListReader.Read(ClipboardTable.Rows("\"a\nb\"\nc\n\nd")).Entries.Select(entry => entry.Line).ShouldBe([1, 3, 5]);

    [Fact]
    public void A_megabyte_of_open_quotation_marks_is_read_to_its_end() =>
        ClipboardTable.Rows(string.Concat(Enumerable.Repeat("\"\"\"a\t", 200_000))).ShouldHaveSingleItem().Cells.Count.ShouldBe(200_001);

    [Fact]
    public void The_words_say_what_will_be_added_and_where()
    {
        var model = SampleModels.Airline(new DateOnly(2026, 1, 1));
        var there = model.Capabilities[0];
        var list = ListReader.Read(ClipboardTable.Rows($"Cargo\n\tLoad\n{there.Name}\n{new string('x', 300)}"));
        var paste = CapabilityPaste.Of(model, Place.After(there.Code), list, takesCodes: false);
        PasteWords.Summary(model, paste, list).ShouldBe(
            $"Adds 2 capabilities behind {there.Name} ({there.Code}), read by indentation; 1 is there already and left out; 1 cannot be added.");
        PasteWords.Button(paste).ShouldBe("Add 2 capabilities, leave out 2 lines");
        PasteWords.Problems(paste).ShouldHaveSingleItem().Line.ShouldBe(4);
    }

    [Fact]
    public void Ids_and_names_of_a_real_model_become_a_tree()
    {
        // Columns of the file as a sheet would put them on the clipboard: code, parent and name.
        var rows = Csv("catalogue/capabilities.csv").Where(row => row.Count > 2).ToList();
        var read = ListReader.Read(ClipboardTable.Rows(string.Join('\n', rows.Select(row => string.Join('\t', row.Take(3).Select(Cell))))));
        read.Shape.ShouldBe(ListShape.ParentColumn);
        read.Entries.Count.ShouldBe(rows.Count - 1);
        read.Entries.GroupBy(entry => entry.Level).Select(level => (level.Key, level.Count())).Order().ShouldBe([(1, 318), (2, 1_983), (3, 6_959)]);

        // Without the parents the codes tell the same.
        var outline = ListReader.Read(ClipboardTable.Rows(string.Join('\n', rows.Select(row => $"{Cell(row[0])}\t{Cell(row[2])}"))));
        outline.Entries.Select(entry => (entry.Level, entry.Name, entry.Code))
            .ShouldBe(read.Entries.Select(entry => (entry.Level, entry.Name, entry.Code)));
    }

    [Theory]
    [InlineData("investment_management_capabilities.csv", "Investment management")]
    [InlineData("information_security_capabilities.csv", "Information security")]
    [InlineData("ai_model_risk_management_capabilities.csv", "AI Model Risk Management")]
    public void Ids_and_labels_are_codes_and_names(string file, string first)
    {
        var rows = Csv($"capabilities/{file}").Where(row => row.Count > 3).ToList();
        var read = ListReader.Read(ClipboardTable.Rows(string.Join('\n', rows.Select(row => $"{row[0]}\t{Cell(row[3])}"))));
        read.Entries.Count.ShouldBe(rows.Count - 1);
        read.Entries[0].ShouldBe(new ListEntry(2, -1, 1, first, rows[1][0]));
        read.HasCodeColumn.ShouldBeTrue();
    }

    private static string Written(ReadList list) => string.Join('/', list.Entries.Select(entry => $"{new string('-', entry.Level - 1)}{entry.Name}"));

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny("\"\t\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static List<IReadOnlyList<string>> Csv(string name)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "data", name);
        Assert.SkipUnless(File.Exists(path), $"The real file {name} is not beside the repository (looked for ../shared/data/{name}).");
        List<IReadOnlyList<string>> rows = [];
        List<string> row = [];
        var (cell, isQuoted) = (new StringBuilder(), false);
        foreach (var c in File.ReadAllText(path))
        {
            if (c == '"')
            {
                // A doubled mark closes and opens again.
                cell.Append(!isQuoted && cell.Length > 0 ? "\"" : "");
                isQuoted = !isQuoted;
            }
            else if (isQuoted || c is not (',' or '\r' or '\n'))
            {
                cell.Append(c);
            }
            else if (c != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
        }

        return rows;
    }
}
