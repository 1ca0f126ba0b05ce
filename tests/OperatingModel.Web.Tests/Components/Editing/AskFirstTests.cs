using Bunit;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Tests.Components.Editing;

public sealed class AskFirstTests
{
    [Theory]
    [InlineData("Leave out", true)]
    [InlineData("Cancel", false)]
    public async Task A_button_answers_and_closes_the_question(string button, bool yes)
    {
        await using var context = new MudContext();
        var asked = Ask(context);
        var dialog = context.Dialogs.Find("[role=dialog]");
        dialog.GetAttribute("aria-modal").ShouldBe("true");
        context.Dialogs.Find($"#{dialog.GetAttribute("aria-labelledby")}").TextContent.ShouldBe("Leave Regional out?");
        dialog.TextContent.ShouldContain("Regional gets weight 0.");

        await context.Dialogs.FindAll(".mud-dialog-actions button").Single(each => each.TextContent == button).ClickAsync(new());
        (await asked).ShouldBe(yes);
        context.Dialogs.WaitForAssertion(() => context.Dialogs.FindAll("[role=dialog]").ShouldBeEmpty());
    }

    [Fact]
    public async Task Escape_answers_no()
    {
        await using var context = new MudContext();
        var asked = Ask(context);
        await context.PressAsync("Escape");
        (await asked).ShouldBeFalse();
        context.Dialogs.WaitForAssertion(() => context.Dialogs.FindAll("[role=dialog]").ShouldBeEmpty());
    }

    [Fact]
    public async Task A_second_question_replaces_the_first()
    {
        await using var context = new MudContext();
        var ask = context.Render<AskFirst>();
        var first = ask.InvokeAsync(() => ask.Instance.AskAsync("First?", "", "Do it"));
        context.Dialogs.WaitForElement("[role=dialog]");
        var second = ask.InvokeAsync(() => ask.Instance.AskAsync("Second?", "", "Do it"));
        (await first).ShouldBeFalse();
        context.Dialogs.WaitForElement("[role=dialog]");
        await context.Dialogs.Find(".mud-dialog-actions .primary").ClickAsync(new());
        (await second).ShouldBeTrue();
    }

    private static Task<bool> Ask(MudContext context)
    {
        var ask = context.Render<AskFirst>();
        var asked = ask.InvokeAsync(() => ask.Instance.AskAsync("Leave Regional out?", "Regional gets weight 0.", "Leave out"));
        context.Dialogs.WaitForElement("[role=dialog]");
        return asked;
    }
}
