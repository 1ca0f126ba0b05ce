using System.Text.RegularExpressions;
using OperatingModel.Application;

namespace OperatingModel.Web.Tests.Components;

public sealed partial class MudClothesTests
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_value_that_MudBlazor_asks_for_is_given_by_our_style_sheet()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        using var browser = new HttpClient { BaseAddress = server.Address };
        var theirs = await browser.GetStringAsync(new Uri("_content/MudBlazor/MudBlazor.min.css", UriKind.Relative), Cancel);
        var ours = await browser.GetStringAsync(new Uri("css/mudblazor.css", UriKind.Relative), Cancel);
        // A value with a fallback may be missing.
        var asked = Asked().Matches(theirs).Select(match => match.Groups[1].Value).Distinct().ToList();
        asked.Count.ShouldBeGreaterThan(100);
        var given = Given().Matches(theirs + ours).Select(match => match.Groups[1].Value).ToHashSet();
        asked.Where(name => !given.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_style_sheet_comes_first_and_in_a_layer_under_ours()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        using var browser = new HttpClient { BaseAddress = server.Address };
        var page = await browser.GetStringAsync(new Uri("/models", UriKind.Relative), Cancel);
        var theirs = Import().Match(page);
        theirs.Success.ShouldBeTrue();
        theirs.Index.ShouldBeLessThan(page.IndexOf("rel=\"stylesheet\"", StringComparison.Ordinal));
        using var sheet = await browser.GetAsync(new Uri(theirs.Groups[1].Value, UriKind.Relative), Cancel);
        sheet.IsSuccessStatusCode.ShouldBeTrue();
    }

    [GeneratedRegex(@"var\((--mud-[\w-]+)\)")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(--mud-[\w-]+)\s*:")]
    private static partial Regex Given();

    [GeneratedRegex(@"@import url\(([^)]+MudBlazor[^)]+)\) layer\(mud\)")]
    private static partial Regex Import();
}
