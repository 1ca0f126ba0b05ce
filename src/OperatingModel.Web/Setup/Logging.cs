using System.Globalization;
using OperatingModel.Application;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace OperatingModel.Web.Setup;

/// <summary>Structured logs: readable lines on a terminal, one JSON object per event where a program reads them.</summary>
internal static class Logging
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:j}{NewLine}{Exception}";

    /// <summary>What is wrong with the levels that the settings give.</summary>
    public static IEnumerable<SettingProblem> Problems(IConfiguration configuration)
    {
        var level = configuration.GetSection("Serilog:MinimumLevel");
        return new[] { level, level.GetSection("Default") }.Concat(level.GetSection("Override").GetChildren())
            .Where(given => given.Value is { } text && !Enum.TryParse<LogEventLevel>(text, ignoreCase: true, out _))
            .Select(given => new SettingProblem(given.Path, $"'{given.Value}' is no level; use {string.Join(", ", Enum.GetNames<LogEventLevel>())}."));
    }

    public static void AddStructuredLogging(this WebApplicationBuilder builder)
    {
        var configuration = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
        var logger = (Console.IsOutputRedirected
            ? configuration.WriteTo.Console(new JsonFormatter(renderMessage: true))
            : configuration.WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)).CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }
}
