using System.IO.Compression;
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
    private const int Batches = 7;
    private const int Windows = 6;
    private const double LargestPush = 100;
    private const double Allowed = 3;
    private const double LargestMap = 0.64;

    // As WebSockets compress a message.
    private static long Sent(byte[] message)
    {
        using var sent = new MemoryStream();
        using (var deflate = new DeflateStream(sent, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(message);
        }

        return sent.Length;
    }

    public async Task RunAsync()
    {
        var full = Enterprise.Of(EnterpriseSize.Million).Model;
        var picture = MapPicture.Of(full, full.Cube, HeatMapView.Default with { Columns = MapColumns.Units, Level = 6 });
        var push = Sent(picture.Cells());
        // The same rows and columns with few links: what all windows share is small, so that what one holds is seen.
        var model = Enterprise
            .Of(new EnterpriseSize("1,500 × 60", EnterpriseSize.Million.Leaves, 2, EnterpriseSize.Million.Units, EnterpriseSize.Million.Leaves))
            .Model;
        report.Goal(
            "G10", $"KB as sent of a full push of {picture.Rows.Count} × {picture.Columns.Count} cells", push / 1000.0, LargestPush, atLeast: false);

        var directory = Directory.CreateTempSubdirectory("operatingmodel-circuits-").FullName;
        await using var app = WebHost.Build([
            "--urls",
            "http://127.0.0.1:0",
            "--Serilog:MinimumLevel:Default=Warning",
            "--OperatingModel:Storage:DataDirectory",
            directory,
        ]);
        await WebHost.PrepareAsync(app);
        await app.StartAsync();
        var id = (await app.Services.GetRequiredService<ModelCatalog>().CreateAsync(model, CurrentUser.Local, Guid.NewGuid())).Id;
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        var map = new Uri(address, Urls.HeatMap(id, "?cols=Units&level=6")).ToString();
        var empty = new Uri(address, "/not-found").ToString();

        // Once each before measuring: what all windows share does not count. Nothing is closed before the end: what a closed window
        // still holds for a while would count for the next.
        var contexts = new List<IBrowserContext> { await OpenAsync(browser, map, 2), await OpenAsync(browser, empty, 2) };
        var (perEmpty, perMap) = (await MeasureAsync(empty), await MeasureAsync(map));
        report.Line(
            $"A circuit holds {perEmpty / 1e6:0.00} MB with an empty page, {perMap / 1e6:0.00} MB with the map of {picture.Rows.Count} × "
                + $"{picture.Columns.Count} (medians of {Batches} × {Windows} windows).");
        report.Goal("G8", "heap of a circuit with the map open ÷ with an empty page", perMap / perEmpty, Allowed, atLeast: false);
        report.Goal("G8", "MB of heap of a circuit with the map open", perMap / 1e6, LargestMap, atLeast: false);
        foreach (var context in contexts)
        {
            await context.DisposeAsync();
        }

        await app.StopAsync();
        Directory.Delete(directory, recursive: true);

        // The median of batches: what threads and pools hold of the last window comes and goes.
        async Task<double> MeasureAsync(string url)
        {
            var heaps = new List<double> { Heap() };
            for (var batch = 0; batch < Batches; batch++)
            {
                contexts.Add(await OpenAsync(browser, url, Windows));
                heaps.Add(Heap());
            }

            return heaps.Zip(heaps.Skip(1), (before, after) => (after - before) / Windows).Order().ElementAt(Batches / 2);
        }
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
