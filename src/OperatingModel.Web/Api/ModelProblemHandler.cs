using Microsoft.AspNetCore.Diagnostics;

namespace OperatingModel.Web.Api;

/// <summary>Turns every exception of the API into problem details; no endpoint does so itself.</summary>
internal sealed class ModelProblemHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!ApiProblems.Concern(httpContext))
        {
            return false;
        }

        await ApiProblems.WriteAsync(httpContext, ApiProblems.Of(httpContext, exception), exception);
        return true;
    }
}
