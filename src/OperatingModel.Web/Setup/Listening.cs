using System.Net;
using OperatingModel.Application;

namespace OperatingModel.Web.Setup;

/// <summary>The addresses on which the program listens. Until it has accounts, it serves this machine only and refuses any other address.</summary>
internal static class Listening
{
    public const string Default = "http://127.0.0.1:5080";

    private const string Remedy =
        "Until the program has accounts it serves this machine only; use http://127.0.0.1:5080, http://localhost:5080 or http://[::1]:5080.";

    // The ports above 1023 that browsers do not open, because other protocols have them (Fetch standard, "bad port").
    private static readonly int[] Unopened =
        [1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080];

    /// <summary>Reads the addresses of the configuration key <c>urls</c>, and the problems with them and with other settings to listen.</summary>
    public static (string[] Urls, IReadOnlyList<SettingProblem> Problems) Read(IConfiguration configuration)
    {
        var urls = (configuration["urls"] ?? Default).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var problems = urls.Where(url => !IsLoopback(url))
            .Select(url => new SettingProblem("urls", $"'{url}' is not an address of this machine alone. {Remedy}"))
            .ToList();
        problems.AddRange(urls
            .Where(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && Unopened.Contains(address.Port))
            .Select(url => new SettingProblem("urls", $"Browsers do not open '{url}': another protocol has the port. Choose another, e.g. 5080.")));
        problems.AddRange(
            new[] { "http_ports", "https_ports" }
                .Where(key => !string.IsNullOrEmpty(configuration[key]))
                .Select(key => new SettingProblem(key, $"It opens '{configuration[key]}' on every network. Remove it and set urls. {Remedy}")));
        problems.AddRange(
            configuration
                .GetSection("Kestrel:Endpoints")
                .GetChildren()
                .Where(endpoint => !IsLoopback(endpoint["Url"] ?? ""))
                .Select(endpoint => new SettingProblem(
                    $"{endpoint.Path}:Url",
                    $"'{endpoint["Url"]}' is not an address of this machine alone. {Remedy}")));
        return (urls, problems);
    }

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
