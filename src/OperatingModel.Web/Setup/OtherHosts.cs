using OperatingModel.Application;
using OperatingModel.Web.Api;

namespace OperatingModel.Web.Setup;

/// <summary>
/// Refuses requests under foreign host names. Another site can point a name of its own at this machine, so that the browser takes the program
/// for that site's server; the browser then sends that name as host. The program answers only to the names of this machine and of the settings.
/// </summary>
internal static class OtherHosts
{
    public const string Key = "OperatingModel:AllowedHosts";

    private static readonly string[] Own = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Reads the names of this machine, those that the setting adds, and the problems with them.</summary>
    public static (string[] Hosts, IReadOnlyList<SettingProblem> Problems) Read(IConfiguration configuration)
    {
        var added = (configuration[Key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ([.. Own, .. added], [.. added.Where(host => Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown)
            .Select(host => new SettingProblem(Key, $"'{host}' is no host name; write names without port, several with a semicolon between them."))]);
    }

    public static IApplicationBuilder RefuseOtherHosts(this IApplicationBuilder app, string[] hosts) => app.Use((context, next) =>
    {
        if (hosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            return next(context);
        }

        var problem = ApiProblems.Of(context, StatusCodes.Status400BadRequest);
        problem.Detail =
            $"This program does not answer under the name {context.Request.Host.Host}; use {hosts[0]}, or add the name to the setting {Key}.";
        return ApiProblems.WriteAsync(context, problem);
    });
}
