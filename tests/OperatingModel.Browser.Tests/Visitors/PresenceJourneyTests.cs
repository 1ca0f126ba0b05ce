using OperatingModel.Application;
using OperatingModel.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace OperatingModel.Browser.Tests.Visitors;

public sealed class PresenceJourneyTests(Browsers browsers)
{
    [Fact]
    public async Task Whose_browser_is_gone_is_not_here_any_more()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        var model = await server.SampleAsync();
        await using var anna = await browsers.NewUserAsync();
        List<string> errors = [];
        var page = await anna.NewWindowAsync(errors);
        await page.GotoAsync(server.HeatMap(model));
        var presence = page.Locator(".presence");
        await Expect(presence).ToHaveAttributeAsync("title", "You are here");
        await using (var ben = await browsers.NewUserAsync())
        {
            var other = await ben.NewPageAsync();
            await other.GotoAsync(server.Priorities(model));
            await Expect(presence).ToHaveAttributeAsync("title", "You (2 windows) are here");

            // A browser that is killed says no farewell.
            await other.EvaluateAsync("() => { navigator.sendBeacon = () => true; }");
        }

        await Expect(presence).ToHaveAttributeAsync("title", "You are here");
        errors.ShouldBeEmpty();
    }
}
