using Bunit;
using Microsoft.AspNetCore.Components.Web;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class ChoiceBoxTests
{
    private static readonly KeyValuePair<string, string>[] Few =
        [new("", "All business units"), new("MAIN", "Mainline"), new("CAR", "Fret aérien"), new("HOL", "Holidays & tours")];

    private static readonly KeyValuePair<string, string>[] Units =
        [.. Few, .. Enumerable.Range(1, 9).Select(station => KeyValuePair.Create($"S{station}", $"Station {station}"))];

    [Fact]
    public async Task A_short_list_is_chosen_from_as_the_browser_does_it()
    {
        await using var context = new MudContext();
        List<string> chosen = [];
        var box = Render(context, "MAIN", chosen, Few);
        var list = box.Find("select");
        list.GetAttribute("aria-label").ShouldBe("Business unit");
        list.GetAttribute("value").ShouldBe("MAIN");
        box.FindAll("option").Select(option => option.TextContent).ShouldBe(Few.Select(choice => choice.Value));

        await list.ChangeAsync("MAIN");
        await list.ChangeAsync("");
        chosen.ShouldBe([""]);
    }

    [Theory]
    [InlineData("aerien", "CAR")]
    [InlineData("tours HOLI", "HOL")]
    public async Task Letters_of_a_name_find_it_whatever_their_order_case_and_accents(string typed, string found)
    {
        await using var context = new MudContext();
        List<string> chosen = [];
        var box = Render(context, "MAIN", chosen);
        var field = box.Find("input[role=combobox]");
        field.GetAttribute("aria-label").ShouldBe("Business unit");
        field.GetAttribute("value").ShouldBe("Mainline");

        await field.InputAsync(new() { Value = typed });
        context.Popovers.WaitForAssertion(() => context.Popovers.FindAll("[role=option]").Count.ShouldBe(1));
        await box.Find("input[role=combobox]").KeyUpAsync(new KeyboardEventArgs { Key = "Enter" });
        box.WaitForAssertion(() => chosen.ShouldBe([found]));
    }

    [Fact]
    public async Task Arrows_choose_from_the_whole_list()
    {
        await using var context = new MudContext();
        List<string> chosen = [];
        var box = Render(context, "", chosen);
        await box.Find("input[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });
        context.Popovers.WaitForAssertion(() => context.Popovers.FindAll("[role=option]").Count.ShouldBe(Units.Length));
        await box.Find("input[role=combobox]").KeyDownAsync(new KeyboardEventArgs { Key = "ArrowDown" });
        await box.Find("input[role=combobox]").KeyUpAsync(new KeyboardEventArgs { Key = "Enter" });
        box.WaitForAssertion(() => chosen.ShouldBe(["MAIN"]));
    }

    [Fact]
    public async Task What_is_not_in_the_list_changes_nothing()
    {
        await using var context = new MudContext();
        List<string> chosen = [];
        var box = Render(context, "MAIN", chosen);
        await box.Find("input[role=combobox]").InputAsync(new() { Value = "zzz" });
        context.Popovers.WaitForAssertion(() => context.Popovers.Markup.ShouldContain("Nothing is called that."));
        await box.Find("input[role=combobox]").KeyUpAsync(new KeyboardEventArgs { Key = "Escape" });
        box.WaitForAssertion(() => box.Find("input[role=combobox]").GetAttribute("value").ShouldBe("Mainline"));
        chosen.ShouldBeEmpty();
    }

    private static IRenderedComponent<ChoiceBox> Render(
        MudContext context, string value, List<string> chosen, KeyValuePair<string, string>[]? choices = null) =>
        context.Render<ChoiceBox>(box => box
            .Add(part => part.Label, "Business unit").Add(part => part.Choices, choices ?? Units)
            .Add(part => part.Value, value).Add(part => part.OnChosen, chosen.Add));
}
