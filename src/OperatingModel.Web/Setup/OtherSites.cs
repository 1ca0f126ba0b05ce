using OperatingModel.Web.Api;

namespace OperatingModel.Web.Setup;

/// <summary>
/// Refuses writes and circuits from pages of other sites. Any page open in the user's browser can send requests to this machine; the browser
/// names the page's origin. For WebSockets, the browser itself does not check the origin.
/// </summary>
internal static class OtherSites
{
    public static IApplicationBuilder RefuseOtherSites(this IApplicationBuilder app) => app.Use((context, next) =>
        IsForeign(context.Request) && (context.Request.Path.StartsWithSegments("/_blazor") || !IsSafe(context.Request.Method))
            ? ApiProblems.WriteAsync(context, ApiProblems.Of(context, StatusCodes.Status403Forbidden))
            : next(context));

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsForeign(HttpRequest request) =>
        request.Headers.Origin is [{ Length: > 0 } origin]
        && !(
            Uri.TryCreate(origin, UriKind.Absolute, out var site)
            && string.Equals(site.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
