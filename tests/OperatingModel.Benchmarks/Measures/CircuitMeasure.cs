using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Web;
using OperatingModel.Web.Features.HeatMaps;
using OperatingModel.Web.Setup;

namespace OperatingModel.Benchmarks.Measures;

/// <summary>
/// What an open window costs the server (G8) and how much is sent to it (G10): real circuits in a real browser, an empty page against
/// the map of 1,500 capabilities × 60 business units with all branches open.
/// </summary>
internal sealed class CircuitMeasure(Report report)
{
    private const int Windows = 12;
    private const double LargestPush = 100;
    private const double Allowed = 3;

    public async Task RunAsync()
    {
        var model = Enterprise.Of(EnterpriseSize.Million).Model;
        var picture = MapPicture.Of(model, model.Cube, HeatMapView.Default with { Columns = MapColumns.Units, Level = 6 });
        var push = picture.Cells().Length;
        report.Goal("G10", $"KB of a full push of {picture.Rows.Count} × {picture.Columns.Count} cells", push / 1000.0, LargestPush, atLeast: false);

        var directory = Directory.CreateTempSubdirectory("operatingmodel-circuits-").FullName;
        await using var app = WebHost.Build(["--urls", "http://127.0.0.1:0", "--Serilog:MinimumLevel:Default=Warning", "--OperatingModel:Storage:DataDirectory", directory]);
        await WebHost.PrepareAsync(app);
        await app.StartAsync();
        var id = (await app.Services.GetRequiredService<ModelCatalog>().CreateAsync(model, CurrentUser.Local, Guid.NewGuid())).Id;
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        var map = new Uri(address, Urls.HeatMap(id, "?cols=Units&level=6")).ToString();
        var empty = new Uri(address, "/not-found").ToString();

        // Once each before measuring: what all windows share does not count.
        await (await OpenAsync(browser, map, 1)).DisposeAsync();
        await (await OpenAsync(browser, empty, 1)).DisposeAsync();
        var none = Heap();
        var emptyWindows = await OpenAsync(browser, empty, Windows);
        var perEmpty = (Heap() - none) / Windows;
        await emptyWindows.DisposeAsync();
        var before = Heap();
        var mapWindows = await OpenAsync(browser, map, Windows);
        var perMap = (Heap() - before) / Windows;
        await mapWindows.DisposeAsync();
        report.Line($"A circuit holds {perEmpty / 1e6:0.00} MB with an empty page, {perMap / 1e6:0.00} MB with the map of {picture.Rows.Count} × {picture.Columns.Count} ({Windows} windows each).");
        report.Goal("G8", "heap of a circuit with the map open ÷ with an empty page", perMap / perEmpty, Allowed, atLeast: false);
        await app.StopAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static async Task<IBrowserContext> OpenAsync(IBrowser browser, string url, int windows)
    {
        var context = await browser.NewContextAsync();
        for (var i = 0; i < windows; i++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(url);
            await page.Locator("h1").WaitForAsync();
            if (url.Contains("heat-map", StringComparison.Ordinal))
            {
                await page.Locator("[role=gridcell]").First.WaitForAsync();
            }
        }

        return context;
    }

    private static double Heap()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
