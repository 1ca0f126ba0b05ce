using Bunit;
using OperatingModel.Exchange.Pasting;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Tests.Components.Grid;

public sealed class PastePanelTests
{
    [Fact]
    public async Task What_will_be_set_stands_before_what_cannot_be_read_which_is_grouped_by_its_reason()
    {
        await using var context = new BunitContext();
        List<UnreadCell> unread =
        [
            .. Enumerable.Range(1, 33).Select(line => new UnreadCell(line, 2, "Sell (1.1) · Retail", "x", "Not a number.")),
            new(40, 3, "", "y", "No business unit is called “Z”."),
        ];
        var panel = Render(context, new PasteBlock<string>(["Sell", "Serve"], unread, 0, 0, null, [], false));
        panel.Markup.IndexOf("<table", StringComparison.Ordinal).ShouldBeInRange(0, panel.Markup.IndexOf("<details", StringComparison.Ordinal));
        panel
            .FindAll("tbody td")
            .Select(cell => cell.TextContent.Trim())
            .ShouldBe(["Sell 1.1", "Retail", "before", "Sell", "Serve 1.1", "Retail", "before", "Serve"]);
        panel.FindAll("summary").Select(group => group.TextContent).ShouldBe(["33 cells: Not a number.", "1 cell: No business unit is called “Z”."]);
        panel.FindAll("li").Count.ShouldBe(34);
        panel.Find("li").TextContent.ShouldContain("Row 1, column 2");
        panel.Find(".foot .primary").TextContent.ShouldBe("Set 2 cells");
    }

    [Fact]
    public async Task Where_lines_met_rows_that_sum_up_others_the_block_can_be_laid_over_the_others_alone()
    {
        await using var context = new BunitContext();
        var asked = 0;
        var panel = Render(
            context,
            new PasteBlock<string>(["Sell"], [], 0, 0, null, ["1 line stands at a capability that is made up of others"], true),
            () => asked++);
        panel.Find(".notice button").Click();
        asked.ShouldBe(1);
    }

    private static IRenderedComponent<PastePanel<string>> Render(BunitContext context, PasteBlock<string> block, Action? onParents = null) =>
        context.Render<PastePanel<string>>(panel => panel
            .Add(part => part.Block, block)
            .Add(part => part.Thing, "score")
            .Add(part => part.Things, "scores")
            .Add(part => part.ColumnWord, "Unit")
            .Add(part => part.Words, cell => new PastedWords(cell, "1.1", "Retail", "before", cell))
            .Add(part => part.OnParents, onParents ?? (() => { })));
}
