using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;

namespace OperatingModel.Web.Api;

/// <summary>The one edge at which the API turns a refusal into problem details. Anything else is a fault: a 500 that says nothing but its reference.</summary>
internal sealed class ModelProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    /// <summary>Whether programs, and not people, read the answer.</summary>
    public static bool Concerns(HttpContext context) =>
        new PathString(context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path).StartsWithSegments("/api", StringComparison.Ordinal);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!Concerns(httpContext))
        {
            return false;
        }

        var details = Details(exception);
        httpContext.Response.StatusCode = details.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details });
    }

    private static ProblemDetails Details(Exception exception) => exception switch
    {
        ModelRuleException broken => new HttpValidationProblemDetails(broken.Problems.GroupBy(p => p.Field).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray()))
        {
            Status = StatusCodes.Status400BadRequest,
        },
        BadHttpRequestException bad => new ProblemDetails { Status = bad.StatusCode, Title = "The request cannot be read.", Detail = bad.InnerException?.Message ?? bad.Message },
        AccessDeniedException denied => new ProblemDetails { Status = StatusCodes.Status403Forbidden, Title = "Not allowed.", Detail = denied.Message },
        NotFoundException missing => new ProblemDetails { Status = StatusCodes.Status404NotFound, Title = "Not there.", Detail = missing.Message },
        ConflictException stale => new ProblemDetails { Status = StatusCodes.Status409Conflict, Title = "Changed in the meantime.", Detail = stale.Message },
        StorageUnavailableException unavailable => new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable, Title = "Not stored.", Detail = unavailable.Message },
        _ => new ProblemDetails
        {
            Status = StatusCodes.Status500InternalServerError,
            Title = "A fault of the program.",
            Detail = "Saved work is safe. The log has the traceId of this answer.",
        },
    };
}
