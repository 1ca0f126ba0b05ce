using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.Models;
using OperatingModel.Web.Setup;

namespace OperatingModel.Web.Tests;

/// <summary>The program itself, in this process, on a free port, with a database of its own that is thrown away.</summary>
public sealed class WorkbenchServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _directory;

    private WorkbenchServer(WebApplication app, string directory) => (_app, _directory) = (app, directory);

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IHostApplicationLifetime Lifetime => _app.Lifetime;

    public ModelCatalog Catalog => _app.Services.GetRequiredService<ModelCatalog>();

    /// <summary>Who begins a request, or opens a window, from now on.</summary>
    public CurrentUser User { get; set; } = CurrentUser.Local;

    /// <summary>Holds the SQLite file.</summary>
    public string DataDirectory => _directory;

    public IServiceProvider Services => _app.Services;

    /// <summary>The day it is for the program.</summary>
    public DateOnly Today => _app.Services.GetRequiredService<TimeProvider>().Today();

    public static async Task<WorkbenchServer> StartAsync(StorageProvider provider) =>
        await StartAsync(provider, provider == StorageProvider.Postgres ? await PostgresServer.NewDatabaseAsync() : null);

    /// <param name="connection">To a PostgreSQL database that other servers may use, too; null for SQLite.</param>
    /// <param name="settings">More of them, as on the command line.</param>
    public static async Task<WorkbenchServer> StartAsync(StorageProvider provider, string? connection, params IEnumerable<string> settings)
    {
        var directory = Directory.CreateTempSubdirectory("operatingmodel-web-").FullName;
        List<string> args =
        [
            "--urls", "http://127.0.0.1:0", $"--OperatingModel:Storage:Provider={provider}",
            $"--OperatingModel:Storage:DataDirectory={directory}", .. settings,
        ];
        if (connection is not null)
        {
            args.Add($"--OperatingModel:Storage:ConnectionString={connection}");
        }

        WorkbenchServer? server = null;
        var app = WebHost.Build([.. args], () => server?.User ?? CurrentUser.Local);
        await WebHost.PrepareAsync(app);
        await app.StartAsync();
        return server = new WorkbenchServer(app, directory);
    }

    /// <summary>The sample that the first start made.</summary>
    public async Task<Guid> SampleAsync() =>
        (await Catalog.ListAsync(CurrentUser.Local)).Single(model => model.Code == SampleModels.Airline(new DateOnly(2026, 1, 1)).Meta.Code).Id;

    /// <summary>What a second start of the same program does before it serves.</summary>
    public Task PrepareAgainAsync() => _app.Services.GetRequiredService<FirstStart>().RunAsync(CancellationToken.None);

    /// <summary>A change by somebody else than the user at the browser.</summary>
    public Task WriteAsync(Guid model, CurrentUser who, Func<ModelSnapshot, IReadOnlyList<RowChange>> decide) =>
        _app.Services.GetRequiredService<ModelWriter>().WriteAsync(model, new WriteOrder(Guid.CreateVersion7(), who, "A colleague's change"), decide);

    public string HeatMap(Guid model, string query = "") => new Uri(Address, Urls.HeatMap(model, query)).ToString();

    public string Priorities(Guid model, string query = "") => new Uri(Address, Urls.Priorities(model, query)).ToString();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await RemoveAsync(_directory);
    }

    // A window whose browser went away with the server may still read the database, which then makes its files anew.
    private static async Task RemoveAsync(string directory)
    {
        for (var attempt = 1; Directory.Exists(directory); attempt++)
        {
            try
            {
                Directory.Delete(directory, recursive: true);
            }
            catch (IOException) when (attempt < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
