using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Pasting;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Components.Grid;
using OperatingModel.Web.Features.Assessments.Sheet;

namespace OperatingModel.Web.Tests.Features.Assessments.Sheet;

/// <summary>A block is placed by what it names; only where it names nothing does position count.</summary>
public sealed class NamedPasteTests
{
    // Parent 1 Customer over 1.1 and 1.2, parent 2 Money over 2.1 to 2.3, units A and B; nothing is scored.
    private static readonly ModelSnapshot Small = NewModels.Empty("Bank", "BANK", new DateOnly(2026, 1, 1)).With(
        [
            .. new[]
            {
                Node("1", null, "Customer"), Node("1.1", "1", "Sell"), Node("1.2", "1", "Serve"),
                Node("2", null, "Money"), Node("2.1", "2", "Plan"), Node("2.2", "2", "Collect"), Node("2.3", "2", "Café & crème"),
            }.Select(RowChange.Add),
            .. new[] { new BusinessUnit("A", "Retail", null, null), new BusinessUnit("B", "Firmenkunden", null, null) }.Select(RowChange.Add),
        ],
        1);

    [Theory]
    [InlineData("1.1", "A", "1\n2\n\n3\n4\n5", "1.1 A 1, 1.2 A 2, 2.1 A 3, 2.2 A 4, 2.3 A 5")]
    [InlineData("1", "A", "\n1\n2", "1.1 A 1, 1.2 A 2")]
    [InlineData("1.1", "A", "1\n2\n5\n3", "1.1 A 1, 1.2 A 2, 2.1 A 3")]
    [InlineData("2", "B", "5", "")]
    public void Lines_without_names_keep_their_place_over_every_row_shown(string row, string column, string text, string wanted) =>
        Set(ScoredFigure.Current, text, row, column).ShouldBe(wanted);

    [Fact]
    public void A_line_that_meets_a_parent_is_passed_over_with_a_word_and_may_be_said_to_belong_to_the_next_leaf()
    {
        var block = Of(ScoredFigure.Current, new GridPaste("1.1", "A", "1\n2\n5\n3")).Block;
        block.Notes.Single().ShouldBe("1 line stands at a capability that is made up of others, and is passed over: row 3, Money (2).");
        block.MeetsParents.ShouldBeTrue();
        Words(Of(ScoredFigure.Current, new GridPaste("1.1", "A", "1\n2\n5\n3") { SkipsParents = true }))
            .ShouldBe("1.1 A 1, 1.2 A 2, 2.1 A 5, 2.2 A 3");
    }

    [Fact]
    public void Rows_left_out_by_a_filter_take_no_values_of_those_shown()
    {
        var model = Small.With([RowChange.Add(Score("1.1", "A")), RowChange.Add(Score("1.1", "B"))], 3);
        Words(Of(ScoredFigure.Current, new GridPaste("1.2", "A", "1\n\n3\n4\n5"), model, "&only=missing"))
            .ShouldBe("1.2 A 1, 2.1 A 3, 2.2 A 4, 2.3 A 5");
    }

    [Theory]
    [InlineData("1.1\t4\n1.2\t3")]
    [InlineData("Sell\t4\nServe\t3")]
    [InlineData("SERVE\t3\nsell\t4")]
    [InlineData("1.1\tSell\t4\n1.2\tServe\t3")]
    [InlineData("Sell\t1.1\t4\nServe\t1.2\t3")]
    [InlineData("1.1 Sell\t4\n1.2 · Serve\t3")]
    [InlineData("Customer\tSell\t4\n\tServe\t3")]
    [InlineData("Customer\tSell\t4\nCustomer\tServe\t3")]
    [InlineData("Customer\n1.1\t4\n1.2\t3")]
    [InlineData("Code\tRetail\n1.1\t4\n1.2\t3")]
    [InlineData("\tretail\nSell\t4\nServe\t3")]
    [InlineData("Capability\tFirmenkunden\t\"RETAIL\"\nServe\t\t3\nSell\t\t4")]
    [InlineData("Capability\tRetail\t2025\nSell\t4\t1\nServe\t3\t1")]
    [InlineData("Scores 2026\n\nCapability\tOwner\tA\nServe\tMr Smith\t3\nSell\t\t4")]
    public void Codes_and_names_in_the_first_columns_and_units_above_place_the_values(string text) =>
        Set(ScoredFigure.Current, text, "2.1", "A").Split(", ").ShouldBe(["1.1 A 4", "1.2 A 3"], ignoreOrder: true);

    [Theory]
    [InlineData("Capability\tRetail\t\t\tFirmenkunden\t\t\n\tImportance\tNow\tWanted\tImportance\tNow\tWanted\nSell\t4\t2\t4\t5\t1\t3")]
    [InlineData(
        "Capability\tRetail\t\t\tFirmenkunden\t\t\n\tWanted\tCurrent\tImportance\tMaturity wanted\tMaturity now\tImportance\nSell\t4\t2\t4\t3\t1\t5")]
    [InlineData("Capability\tRetail\t\t\tFirmenkunden\t\t\nSell\t4\t2\t4\t5\t1\t3")]
    [InlineData("Capability\tA\tA\tA\tB\tB\tB\nSell\t4\t2\t4\t5\t1\t3")]
    [InlineData("Capability\tB importance\tB now\tB – target\tImportance (Retail)\tCurrent (Retail)\tTarget (Retail)\nSell\t5\t1\t3\t4\t2\t4")]
    [InlineData("\tImportance\tNow\tTarget\tImportance\tNow\tTarget\nSell\t4\t2\t4\t5\t1\t3")]
    [InlineData("Sell\t4\t2\t4\t5\t1\t3")]
    [InlineData("\tImportance\t\tNow\t\tTarget\t\n\tA\tB\tA\tB\tA\tB\nSell\t4\t5\t2\t1\t4\t3")]
    public void Three_columns_for_each_unit_are_importance_now_and_wanted(string text) =>
        Words(Of(ScoredFigure.All, new GridPaste("2.1", "A", text))).Split(", ").ShouldBe(["1.1 A 4 · 2→4", "1.1 B 5 · 1→3"], ignoreOrder: true);

    [Fact]
    public void Figures_that_are_named_are_set_also_where_another_one_is_shown()
    {
        var preview = Of(ScoredFigure.Importance, new GridPaste("1.1", "A", "\tA\t\t\n\tImportance\tNow\tWanted\nSell\t4\t2\t4"));
        preview.Block.Cells.Single().After.ShouldBe(new(4, 2, 4));
        preview
            .Words(Small, preview.Block.Cells[0])
            .ShouldBe(new PastedWords("Sell", "1.1", "Retail", "importance –, now –, target –", "importance 4, now 2, target 4"));
    }

    [Theory]
    [InlineData("1.1\tServe\t4", "The code is that of Sell (1.1), but “Serve” is the name of Serve (1.2).")]
    [InlineData("1.1\tSell\t4\n1.9\tServe\t3", "No capability has the code “1.9”.")]
    [InlineData("Sell\t4\nSail\t3", "No capability is called “Sail”.")]
    [InlineData("\tRetail\tWholesale\nSell\t4\t3", "No business unit is called “Wholesale”.")]
    [InlineData("Wholesale\tOther\n4\t3", "No business unit is called “Wholesale”.")]
    [InlineData("Sell\t4\nSell\t5", "The block says “4” and “5” for one cell; neither is taken.")]
    [InlineData("\tA\tA\nSell\t4\tn/a", "The block says “4” and “n/a” for one cell; neither is taken.")]
    [InlineData("Money\tSell\t4", "“Sell” is not below “Money” here.")]
    public void What_is_named_wrongly_or_twice_is_reported_and_not_placed(string text, string reason)
    {
        var block = Of(ScoredFigure.Current, new GridPaste("1.1", "A", text)).Block;
        block.Unread.Select(cell => cell.Reason).ShouldContain(reason);
        block.Cells.ShouldAllBe(cell => cell.After.Current == 4 && cell.Capability == "1.1");
    }

    [Fact]
    public void Names_of_which_none_is_known_leave_all_values_where_they_are()
    {
        var block = Of(ScoredFigure.Current, new GridPaste("1.1", "A", "Acquire\t4\nRetain\t3")).Block;
        block.Cells.ShouldBeEmpty();
        block.Refused!.ShouldStartWith("Column 1 of the block looks like names (“Acquire” …), but no capability has such a name.");
    }

    [Fact]
    public void A_name_that_differs_from_that_of_the_code_is_pointed_out() =>
        Of(ScoredFigure.Current, new GridPaste("1.1", "A", "1.1\tSelling\t4\n1.2\tServe\t3"))
            .Block.ShouldSatisfyAllConditions(
                block => block.Cells.Count.ShouldBe(2),
                block =>
                    block
                        .Notes.Single()
                        .ShouldBe("1 line was placed by the code, though the name differs: row 1, 1.1 is “Sell” here, “Selling” in the block."));

    [Theory]
    [InlineData("4", "1.1 A 4, 1.1 B 4, 1.2 A 4, 1.2 B 4")]
    [InlineData("4\t3", "1.1 A 4, 1.1 B 3, 1.2 A 4, 1.2 B 3")]
    [InlineData("4\n3", "1.1 A 4, 1.1 B 4, 1.2 A 3, 1.2 B 3")]
    [InlineData("4\n3\n", "1.1 A 4, 1.1 B 4, 1.2 A 3, 1.2 B 3")]
    [InlineData("4\t3\t2", "1.1 A 4, 1.1 B 3, 1.2 A 4, 1.2 B 3")]
    public void One_value_fills_the_cells_chosen_together_and_a_block_that_divides_them_repeats(string text, string wanted) =>
        Words(Of(ScoredFigure.Current, new GridPaste("1.1", "A", text, "1.2", "B"))).Split(", ").Order().ShouldBe(wanted.Split(", "));

    [Fact]
    public void A_value_fills_a_range_over_parents_without_a_word()
    {
        var preview = Of(ScoredFigure.Current, new GridPaste("1", "A", "4", "2.3", "A"));
        Words(preview).ShouldBe("1.1 A 4, 1.2 A 4, 2.1 A 4, 2.2 A 4, 2.3 A 4");
        preview.Block.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void The_rows_and_columns_of_a_named_block_may_stand_in_any_order()
    {
        var airline = SampleModels.Airline(new DateOnly(2026, 1, 1));
        string[] figures = ["Importance", "Now", "Wanted"];
        var random = new Random(11);
        for (var round = 0; round < 100; round++)
        {
            var leaves = airline.Tree.Leaves.Select(leaf => airline.Tree[leaf]).Where(_ => random.Next(3) > 0).ToList();
            var columns = airline.BusinessUnits.SelectMany(_ => figures, (unit, figure) => (unit, figure)).ToList();
            var values = leaves
                .SelectMany(_ => columns, (leaf, column) => (leaf.Code, column))
                .ToDictionary(
                    cell => cell,
                    _ =>
                        random.Next(8) switch
                        {
                            0 => "",
                            1 => "7",
                            _ => $"{random.Next(1, 6)}",
                        });
            var results = Enumerable
                .Range(0, 2)
                .Select(_ =>
                {
                    var (lines, heads) = (Shuffled(leaves, random), Shuffled(columns, random));
                    var text = string.Join(
                        '\n',
                        [
                            "Code\tName\t" + string.Join('\t', heads.Select(head => head.unit.Name)),
                            "\t\t" + string.Join('\t', heads.Select(head => head.figure)),
                            .. lines.Select(leaf =>
                                $"{leaf.Code}\t{leaf.Name}\t" + string.Join('\t', heads.Select(head => values[(leaf.Code, head)]))),
                        ]);
                    var block = Of(ScoredFigure.All, new GridPaste("C1.1", "MAIN", text), airline).Block;
                    block.Outside.ShouldBe(0);
                    return block.Cells.OrderBy(cell => cell.Key.Text, StringComparer.Ordinal).ToList();
                })
                .ToList();
            results[0].Count.ShouldBeGreaterThan(0);
            results[1].ShouldBe(results[0]);
        }
    }

    private static Capability Node(string code, string? parent, string name) => new(code, parent, name, null, null, null, null);

    private static T[] Shuffled<T>(IEnumerable<T> items, Random random)
    {
        T[] all = [.. items];
        random.Shuffle(all);
        return all;
    }

    private static string Set(ScoredFigure figure, string text, string row, string column) => Words(Of(figure, new GridPaste(row, column, text)));

    private static string Words(PastePreview preview) =>
        string.Join(", ", preview.Block.Cells.Select(cell => $"{cell.Capability} {cell.Unit} {ScoreScale.TextOf(preview.Figure, cell.After)}"));

    private static PastePreview Of(ScoredFigure figure, GridPaste paste, ModelSnapshot? model = null, string filter = "")
    {
        var picture = ScorePicture.Of(model ?? Small, ScoreSheetView.Parse($"?figure={figure}{filter}"), ScoreScale.Of(figure, Small.Settings), []);
        return PastePreview.Of(model ?? Small, figure, [], picture, paste);
    }

    private static Assessment Score(string capability, string unit) => new(capability, unit, null, 3, 3, 3, Confidence.Medium, Small.AsOf, null);
}
