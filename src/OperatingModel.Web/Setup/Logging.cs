using System.Globalization;
using OperatingModel.Application;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace OperatingModel.Web.Setup;

/// <summary>Sets up structured logs: readable lines on a terminal, one JSON object per event when the output is redirected.</summary>
internal static class Logging
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:j}{NewLine}{Exception}";

    /// <summary>Returns the problems with the log levels in the settings.</summary>
    public static IEnumerable<SettingProblem> Problems(IConfiguration configuration)
    {
        var level = configuration.GetSection("Serilog:MinimumLevel");
        return new[] { level, level.GetSection("Default") }.Concat(level.GetSection("Override").GetChildren())
            .Where(given => given.Value is { } text && !Enum.TryParse<LogEventLevel>(text, ignoreCase: true, out _))
            .Select(given => new SettingProblem(
                given.Path,
                $"'{given.Value}' is no level; use {string.Join(", ", Enum.GetNames<LogEventLevel>())}."));
    }

    public static void AddStructuredLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        // Several servers live in one test process, so nothing may replace the logger that all of them would share.
        builder.Services.AddSerilog(
            logging =>
            {
                logging.ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
                if (Console.IsOutputRedirected)
                {
                    logging.WriteTo.Console(new JsonFormatter(renderMessage: true));
                }
                else
                {
                    logging.WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture);
                }
            },
            preserveStaticLogger: true);
    }

    /// <summary>Writes one line per request: a fault as an error, a request for an asset or for the health as debug.</summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(requests =>
    {
        // Without this the lines go to the static logger, which writes nowhere.
        requests.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        requests.GetLevel = (context, _, fault) =>
            fault is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
            : IsRoutine(context) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    });

    private static bool IsRoutine(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest
        || context.Request.Path.StartsWithSegments("/health")
        || Path.HasExtension(context.Request.Path)
        || context.Request.Path.StartsWithSegments("/_blazor");
}
