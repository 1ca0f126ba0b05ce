using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Benchmarks.Measures;

/// <summary>
/// What it takes until somebody sees the first page, what is sent for it, what the idle server keeps and what <c>analyse</c> costs: of this
/// build against an earlier one, in turn, each a published program in a folder of its own. Goals are ratios of medians.
/// </summary>
internal sealed class StartMeasure(Report report)
{
    private const int Rounds = 7;

    // Long enough for what a start leaves behind to be collected.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    private static readonly (string What, Func<Start, double> Of, double Bound)[] EveryStart =
    [
        ("ms to the first page", start => start.Wall, 0.6),
        ("processor ms to the first page", start => start.Processor, 0.6),
        ("KB of scripts and styles as sent", start => start.Kilobytes, 0.25),
        ("MB of the idle server", start => start.Megabytes, 0.8),
    ];

    /// <param name="before">Folder of the published earlier program.</param>
    /// <param name="now">Folder of this program, published.</param>
    public async Task RunAsync(string before, string now)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
        var (old, own) = (new Program(before), new Program(now));
        for (var round = 0; round < Rounds; round++)
        {
            await old.MeasureAsync(browser);
            await own.MeasureAsync(browser);
        }

        report.Line();
        report.Line("## Start, first page and size: this build against the one before");
        report.Line();
        report.Line($"| medians of {Rounds} rounds in turn | before | now |");
        report.Line("|---|---|---|");
        foreach (var (what, of, bound) in EveryStart)
        {
            Compare($"{what}, first start", Median(old.First, of), Median(own.First, of), bound);
            Compare($"{what}, later start", Median(old.Later, of), Median(own.Later, of), bound);
        }

        Compare("processor ms of analyse", Median(old.Analyses, ms => ms), Median(own.Analyses, ms => ms), 0.6);
    }

    private void Compare(string what, double before, double now, double bound)
    {
        report.Line(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| {what} | {before:#,0} | {now:#,0} |"));
        report.Goal("S", $"{what}: now ÷ before", now / before, bound, atLeast: false);
    }

    private static double Median<T>(IEnumerable<T> samples, Func<T, double> of)
    {
        double[] sorted = [.. samples.Select(of).Order()];
        return sorted[sorted.Length / 2];
    }

    private sealed record Start(double Wall, double Processor, double Kilobytes, double Megabytes);

    private sealed class Program(string folder)
    {
        public List<Start> First { get; } = [];

        public List<Start> Later { get; } = [];

        public List<double> Analyses { get; } = [];

        public async Task MeasureAsync(IBrowser browser)
        {
            var data = Directory.CreateTempSubdirectory("operatingmodel-start-").FullName;
            First.Add(await StartAsync(browser, data));
            Later.Add(await StartAsync(browser, data));
            var sample = Path.Combine(data, "airline.json");
            await File.WriteAllBytesAsync(sample, SampleModels.AirlineFile);
            Analyses.Add(await AnalyseAsync(sample));
            Directory.Delete(data, recursive: true);
        }

        private async Task<Start> StartAsync(IBrowser browser, string data)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}/");
            await using var context = await browser.NewContextAsync();
            var page = await context.NewPageAsync();
            var responses = new List<IResponse>();
            page.Response += (_, response) => responses.Add(response);

            var began = Stopwatch.GetTimestamp();
            using var process = Run("--urls", address.ToString(), "--OperatingModel:Storage:DataDirectory", data);
            _ = process.StandardOutput.ReadToEndAsync();
            await UntilListeningAsync(address);
            await page.GotoAsync(address.ToString());
            await page.Locator("h1").WaitForAsync();
            var wall = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            var processor = process.TotalProcessorTime.TotalMilliseconds;

            var bytes = 0L;
            foreach (var response in responses.Where(response => response.Request.ResourceType is "script" or "stylesheet").ToList())
            {
                bytes += (await response.Request.SizesAsync()).ResponseBodySize;
            }

            await Task.Delay(Idle);
            process.Refresh();
            var megabytes = process.WorkingSet64 / 1e6;
            process.Kill();
            await process.WaitForExitAsync();
            return new Start(wall, processor, bytes / 1000.0, megabytes);
        }

        private async Task<double> AnalyseAsync(string file)
        {
            var before = OfEndedChildren();
            using var process = Run("analyse", file);
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0
                ? OfEndedChildren() - before
                : throw new InvalidOperationException($"analyse in {folder} ended with {process.ExitCode}.");
        }

        // A process that has ended tells nothing any more; the kernel adds what it took to its parent's account, in hundredths of a second.
        private static double OfEndedChildren()
        {
            var stat = File.ReadAllText("/proc/self/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return 10.0 * (Number(fields[13]) + Number(fields[14]));

            static long Number(string field) => long.Parse(field, System.Globalization.CultureInfo.InvariantCulture);
        }

        private Process Run(params string[] arguments) =>
            Process.Start(
                new ProcessStartInfo("dotnet", [Path.Combine(folder, "OperatingModel.Web.dll"), .. arguments])
                {
                    WorkingDirectory = folder,
                    RedirectStandardOutput = true,
                })!;

        private static async Task UntilListeningAsync(Uri address)
        {
            while (true)
            {
                using var client = new TcpClient();
                try
                {
                    await client.ConnectAsync(address.Host, address.Port);
                    return;
                }
                catch (SocketException)
                {
                    await Task.Delay(10);
                }
            }
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
