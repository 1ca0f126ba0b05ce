using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using MudBlazor;
using MudBlazor.Services;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Drafts;
using OperatingModel.Application.Persistence;
using OperatingModel.Web.Api;
using OperatingModel.Web.Components;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;
using OperatingModel.Web.Features.Assessments;
using OperatingModel.Web.Features.Errors;
using OperatingModel.Web.Features.Models;
using OperatingModel.Web.Features.Priorities;
using OperatingModel.Web.Features.Visitors;

namespace OperatingModel.Web.Setup;

/// <summary>Builds and runs the web program: settings, services, pipeline and endpoints.</summary>
public static class WebHost
{
    private static readonly TimeSpan DraftsKept = TimeSpan.FromDays(90);

    /// <summary>
    /// Serves until it is stopped, and returns the exit code: 1, with a report in words, for wrong settings, a database that cannot be used or an
    /// address that is taken; otherwise 0.
    /// </summary>
    public static async Task<int> ServeAsync(string[] args, TextWriter error)
    {
        try
        {
            await using var app = Build(args);
            await PrepareAsync(app);
            await ListenAsync(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception exception) when (exception is SettingsException or StartupException)
        {
            await error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    /// <param name="user">Returns the user of a request or a window; null for the person at this computer.</param>
    /// <exception cref="SettingsException">Some settings are wrong; all are listed.</exception>
    public static WebApplication Build(string[] args, Func<CurrentUser>? user = null)
    {
        // The settings file is the one beside the program, whatever the current directory.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(WebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        var (urls, hosts) = Settings(builder, out var storage, out var clock);
        builder.AddStructuredLogging();
        builder.WebHost.UseUrls(urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
        });

        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddOperatingModel(storage);
        // The keys stand beside the data they protect and not in a home directory, so that they stay when a server is moved or rebuilt.
        builder.Services.AddDataProtection()
            .SetApplicationName("OperatingModel")
            .PersistKeysToFileSystem(PrivateFiles.CreateDirectory(Path.Combine(storage.DataDirectory, "keys")));
        builder.Services.AddScoped<Workbench>();
        builder.Services.AddScoped<Shell>();
        builder.Services.AddScoped<ModelEditor>();
        builder.Services.AddSingleton<TabSteps>();
        builder.Services.AddSingleton<OpenTabs>();
        builder.Services.AddScoped<DraftShelf>();
        builder.Services.AddScoped<Connection>();
        builder.Services.AddScoped<CircuitHandler>(services => services.GetRequiredService<Connection>());
        builder.Services.AddSingleton<OpenWindows>();
        builder.Services.AddScoped<CircuitHandler, OpenWindows.Window>();
        builder.Services.AddScoped(_ => user?.Invoke() ?? CurrentUser.Local);
        builder.Services.AddSingleton<PresenceBoard>();
        builder.Services.AddSingleton<FirstStart>();
        builder.Services.AddHostedService<QuietMemory>();
        if (storage.Provider == StorageProvider.Postgres)
        {
            // Only one process uses an SQLite file, so other servers exist with PostgreSQL only.
            builder.Services.AddHostedService<OtherServers>();
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Stopping.Deadline);
        builder.Services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        // Hosts are checked in code; nothing that a settings file says, or leaves out, opens the program.
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["*"]);
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // A member that is missing, null or given twice is refused and must not become a zero.
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        });
        builder.Services.AddExceptionHandler<ModelProblemHandler>();
        builder.Services.AddExceptionHandler<PageFaultHandler>();
        builder.Services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.PreventDuplicates = false;
            mud.SnackbarConfiguration.VisibleStateDuration = 8000;
            mud.SnackbarConfiguration.ShowTransitionDuration = mud.SnackbarConfiguration.HideTransitionDuration = 120;
        });
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DisconnectedCircuitMaxRetained = 100;
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10);
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = 128 * 1024);
        builder.Services.AddLeanCalls();

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.UsePersonCulture();
        // The handlers answer everything; the empty branch only satisfies the middleware, which wants one.
        app.UseExceptionHandler(_ => { });
        app.UseWhen(ApiProblems.Concern, api => api.UseStatusCodePages(pages =>
            ApiProblems.WriteAsync(pages.HttpContext, ApiProblems.Of(pages.HttpContext, pages.HttpContext.Response.StatusCode))));
        app.UseWhen(
            context => !ApiProblems.Concern(context),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.RefuseOtherHosts(hosts);
        app.UseRouting();
        app.RefuseWhileStopping();
        app.RefuseOtherSites();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapHealthChecks("/health/ready");
        app.MapGet("/health/live", () => "alive");
        var api = app.MapGroup("").RefuseUnknownQuery();
        api.MapAssessments();
        api.MapPriorityExports();
        api.MapModels();
        // The security headers already forbid framing.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(live => live.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    /// <summary>Brings the database up to date and removes old drafts; the first start creates the airline sample.</summary>
    /// <exception cref="StartupException">The database cannot be used; the message says why.</exception>
    public static async Task PrepareAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<Database>().PrepareAsync(CancellationToken.None);
        await LogVersionsAsync(app);
        await app.Services.GetRequiredService<DraftStore>().PurgeAsync(app.Services.GetRequiredService<TimeProvider>().GetUtcNow() - DraftsKept);
        await app.Services.GetRequiredService<FirstStart>().RunAsync(CancellationToken.None);
    }

    // The log names the versions, so that the operator sees what lacks a security update.
    private static async Task LogVersionsAsync(WebApplication app) => app.Logger.LogInformation(
        "OperatingModel {Version} on {Runtime} with {Engine}, {System}",
        typeof(WebHost).Assembly.GetName().Version,
        RuntimeInformation.FrameworkDescription,
        await app.Services.GetRequiredService<Database>().EngineAsync(),
        RuntimeInformation.OSDescription);

    private static async Task ListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidOperationException)
        {
            // The address is in use or needs more rights, or https has no certificate.
            throw new StartupException(
                $"The program cannot listen on its address: {exception.Message} Choose another address with --urls.",
                exception);
        }
    }

    private static (string[] Urls, string[] Hosts) Settings(WebApplicationBuilder builder, out StorageSettings storage, out InstallationClock clock)
    {
        var (urls, problems) = Listening.Read(builder.Configuration);
        var (hosts, wrongHosts) = OtherHosts.Read(builder.Configuration);
        List<SettingProblem> all = [.. problems, .. wrongHosts, .. Logging.Problems(builder.Configuration)];
        storage = Read(StorageSettings.Read) ?? new StorageSettings();
        clock = Read(InstallationClock.Read) ?? new InstallationClock(TimeZoneInfo.Utc);
        return all.Count == 0 ? (urls, hosts) : throw new SettingsException(all);

        T? Read<T>(Func<Func<string, string?>, T> read) where T : class
        {
            try
            {
                return read(key => builder.Configuration[key]);
            }
            catch (SettingsException wrong)
            {
                all.AddRange(wrong.Problems);
                return null;
            }
        }
    }
}
