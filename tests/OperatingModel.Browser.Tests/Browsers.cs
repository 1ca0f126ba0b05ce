using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(OperatingModel.Browser.Tests.Browsers))]

namespace OperatingModel.Browser.Tests;

/// <summary>One Chromium for all journeys; each user gets a context of their own.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string[] Candidates =
    [
        Environment.GetEnvironmentVariable("CHROMIUM") ?? "",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Candidates, File.Exists) is not { } path)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            });
    }

    /// <summary>A user with a browser window of 1440 × 900; skips the test, loudly, where there is no Chromium.</summary>
    public async Task<IBrowserContext> NewUserAsync(int width = 1440, int height = 900, string language = "en-US")
    {
        Assert.SkipWhen(_browser is null, "No Chromium was found; install the package chromium or set CHROMIUM to its path.");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
            AcceptDownloads = true,
            Locale = language,
        });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
