using System.Globalization;
using Serilog;
using Serilog.Formatting.Json;

namespace OperatingModel.Web.Setup;

/// <summary>Structured logs: readable lines on a terminal, one JSON object per event where a program reads them.</summary>
internal static class Logging
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:j}{NewLine}{Exception}";

    public static void AddStructuredLogging(this WebApplicationBuilder builder)
    {
        var configuration = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
        var logger = (Console.IsOutputRedirected
            ? configuration.WriteTo.Console(new JsonFormatter(renderMessage: true))
            : configuration.WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)).CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }
}
