using Microsoft.AspNetCore.Diagnostics;

namespace OperatingModel.Web.Api;

/// <summary>The one edge at which the API turns an exception into problem details.</summary>
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
