using Bunit;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class DropMenuTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_menu_is_there_once_its_button_was_used_by_a_click_or_a_key(bool byKey)
    {
        await using var context = new MudContext();
        List<bool> opened = [];
        var menu = context.Render<DropMenu>(part => part.Add(one => one.Button, "<span>Export</span>").Add(one => one.OnOpenChanged, opened.Add)
            .AddChildContent<MudMenuItem>(item => item.AddChildContent("Spreadsheet")));
        menu.FindComponents<MudMenu>().ShouldBeEmpty();
        var button = menu.Find("[role=button][aria-haspopup=menu][aria-expanded=false][tabindex='0']");

        await (byKey ? button.KeyDownAsync(new KeyboardEventArgs { Key = "Enter" }) : button.ClickAsync(new()));

        context.Popovers.WaitForAssertion(() => context.Popovers.Find("[role=menuitem]").TextContent.ShouldBe("Spreadsheet"));
        menu.Find("[role=button]").GetAttribute("aria-expanded").ShouldBe("true");
        opened.ShouldBe([true]);
    }

    [Fact]
    public async Task Escape_closes_the_menu_while_the_button_has_the_focus()
    {
        await using var context = new MudContext();
        var menu = context.Render<DropMenu>(part => part.Add(one => one.Button, "<span>Export</span>")
            .AddChildContent<MudMenuItem>(item => item.AddChildContent("Spreadsheet")));
        menu.Find("[role=button][aria-haspopup=menu]").TextContent.Trim().ShouldBe("Export");
        await menu.Find(".button").ClickAsync(new());
        context.Popovers.WaitForAssertion(() => context.Popovers.Find("[role=menuitem]").TextContent.ShouldBe("Spreadsheet"));
        await menu.Find("[role=button]").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });
        menu.WaitForAssertion(() => menu.Find("[role=button]").GetAttribute("aria-expanded").ShouldBe("false"));
    }
}
