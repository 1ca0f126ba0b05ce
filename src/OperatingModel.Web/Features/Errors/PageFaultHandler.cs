using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OperatingModel.Web.Features.Errors;

/// <summary>Handles a failed request for a page: writes the cause to the log, and answers with a page that names the reference.</summary>
internal sealed class PageFaultHandler(ILogger<PageFaultHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var reference = Guid.NewGuid().ToString("N")[..12];
        log.LogError(exception, "{Method} {Path} failed; reference {Reference}", httpContext.Request.Method, httpContext.Request.Path, reference);

        // A new scope, because the renderer of the failed request cannot be used again.
        var services = httpContext.RequestServices;
        await using var scope = services.CreateAsyncScope();
        httpContext.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<ErrorDocument>(new { Reference = reference })
            {
                StatusCode = StatusCodes.Status500InternalServerError,
                PreventStreamingRendering = true,
            }.ExecuteAsync(httpContext);
        }
        finally
        {
            httpContext.RequestServices = services;
        }

        return true;
    }
}
