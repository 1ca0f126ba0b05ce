using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;

namespace OperatingModel.Benchmarks.Live;

/// <summary>A published program that serves the airline from an empty folder of its own. What it takes is read from the system.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly string _data;

    private LiveServer(Process process, string data, HttpClient pages) => (_process, _data, Pages) = (process, data, pages);

    public HttpClient Pages { get; }

    /// <summary>Of the airline.</summary>
    public Guid Model { get; private set; }

    public double ProcessorMilliseconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <param name="folder">Of the published program.</param>
    public static async Task<LiveServer> StartAsync(string folder)
    {
        var data = Directory.CreateTempSubdirectory("operatingmodel-live-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        string[] arguments =
            [Path.Combine(folder, "OperatingModel.Web.dll"), "--urls", address.ToString(), "--OperatingModel:Storage:DataDirectory", data];
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var pages = new HttpClient { BaseAddress = address };
        pages.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en-GB"));
        var server = new LiveServer(process, data, pages);
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using var models = JsonDocument.Parse(await pages.GetStringAsync("api/models"));
                server.Model = models.RootElement[0].GetProperty("id").GetGuid();
                return server;
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(50);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Pages.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
