using System.Globalization;
using Bunit;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class DayFieldTests
{
    private static readonly DateOnly Stored = new(2026, 3, 31);

    [Theory]
    [InlineData("en-GB", "31 Mar 2026", "2026-05-17", "2026-05-17")]
    [InlineData("en-GB", "31 Mar 2026", "17/05/2026", "2026-05-17")]
    [InlineData("en-US", "Mar 31, 2026", "May 17, 2026", "2026-05-17")]
    [InlineData("de-DE", "31. März 2026", "17.5.2026", "2026-05-17")]
    [InlineData("de-DE", "31. März 2026", "", null)]
    public async Task A_day_is_shown_as_the_language_writes_it_and_typed_so_or_as_in_files(string culture, string shown, string typed, string? day)
    {
        using var language = new Language(culture);
        await using var context = new MudContext();
        List<DateOnly?> changed = [];
        var field = Render(context, changed);
        field.Find("input").GetAttribute("value").ShouldBe(shown);
        await field.Find("input").ChangeAsync(new() { Value = typed });
        changed.ShouldBe([day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)]);
    }

    [Fact]
    public async Task What_is_no_date_changes_nothing_and_says_so()
    {
        using var language = new Language("en-US");
        await using var context = new MudContext();
        List<DateOnly?> changed = [];
        var field = Render(context, changed);
        await field.Find("input").ChangeAsync(new() { Value = "the ides of March" });
        changed.ShouldBeEmpty();
        field.Markup.ShouldContain("“the ides of March” is not a date; write it like Mar 31, 2026.");
        await field.Find("input").ChangeAsync(new() { Value = "2026-05-17" });
        field.Markup.ShouldNotContain("is not a date");

        await field.Find("input").ChangeAsync(new() { Value = "17.17.2026" });
        field.Find("input").GetAttribute("aria-invalid").ShouldBe("true");
        await field.Find("input").ChangeAsync(new() { Value = "" });
        field.Markup.ShouldNotContain("is not a date");
        changed.ShouldBe([new DateOnly(2026, 5, 17), null]);
    }

    [Theory]
    [InlineData("de-DE", "Mo")]
    [InlineData("en-US", "Sun")]
    public async Task The_week_begins_as_the_language_has_it(string culture, string first)
    {
        using var language = new Language(culture);
        await using var context = new MudContext();
        var field = Render(context, []);
        await field.Find("button[aria-label='Open the calendar']").ClickAsync(new());
        context.Popovers.WaitForAssertion(() => context.Popovers.FindAll(".mud-day-label")[0].TextContent.ShouldBe(first));
    }

    private static IRenderedComponent<DayField> Render(MudContext context, List<DateOnly?> changed) => context.Render<DayField>(field => field
        .Add(part => part.Label, "As of").Add(part => part.Value, Stored).Add(part => part.OnChanged, changed.Add));

    private sealed class Language : IDisposable
    {
        private readonly CultureInfo _before = CultureInfo.CurrentCulture;

        public Language(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

        public void Dispose() => CultureInfo.CurrentCulture = _before;
    }
}
