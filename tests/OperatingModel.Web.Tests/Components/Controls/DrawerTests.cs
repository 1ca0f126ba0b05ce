using Bunit;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class DrawerTests
{
    [Fact]
    public async Task A_drawer_that_can_be_closed_says_so_to_the_browser()
    {
        await using var context = new BunitContext();
        var closed = 0;
        var drawer = context.Render<Drawer>(given =>
            given.Add(one => one.Label, "Why?").Add(one => one.OnClose, () => closed++).AddChildContent("<p>Because</p>"));
        drawer.Find("aside.drawer[aria-label='Why?'][tabindex='-1'] drawer-close > [data-shortcut=close]").Click();
        closed.ShouldBe(1);
        drawer.Find(".drawer-body > p").TextContent.ShouldBe("Because");
    }

    [Fact]
    public async Task What_is_gone_is_told_and_its_content_is_not_asked_for()
    {
        await using var context = new BunitContext();
        var drawer = context.Render<Drawer>(given => given
            .Add(one => one.Label, "Stage").Add(one => one.Code, "S1").Add(one => one.Gone, "It was deleted.")
            .Add(one => one.ChildContent, _ => throw new InvalidOperationException("There is nothing to show.")));
        drawer.Find(".drawer-head").TextContent.Trim().ShouldStartWith("S1");
        drawer.Find("h2").TextContent.ShouldBe("No longer there");
        drawer.Find(".drawer-body > .notice").TextContent.ShouldBe("It was deleted.");
    }

    [Fact]
    public async Task A_drawer_that_stays_has_nothing_to_close()
    {
        await using var context = new BunitContext();
        var drawer = context.Render<Drawer>(given => given.Add(one => one.Label, "What stands out").Add(one => one.Class, "by-itself"));
        drawer.FindAll("drawer-close").ShouldBeEmpty();
        drawer.Find("aside").ClassList.ShouldContain("by-itself");
    }
}
