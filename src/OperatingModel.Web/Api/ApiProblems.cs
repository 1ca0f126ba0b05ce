using System.Diagnostics;
using System.Net.Mime;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace OperatingModel.Web.Api;

/// <summary>Turns a refusal or a fault into problem details in the words of the user, and a line in the log with the same reference.</summary>
internal static class ApiProblems
{
    /// <summary>The name of the member that carries the reference.</summary>
    public const string Reference = "traceId";

    /// <summary>Whether the request is one to the API, so that a program and not a person reads the answer.</summary>
    public static bool Concern(HttpContext context) =>
        new PathString(context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path)
            .StartsWithSegments("/api", StringComparison.Ordinal);

    /// <summary>Describes an exception: a refusal in its own words, anything else as a fault of which the answer gives only the reference.</summary>
    public static ProblemDetails Of(HttpContext context, Exception exception) => exception switch
    {
        ModelRuleException broken => new HttpValidationProblemDetails(
            broken.Problems.GroupBy(p => p.Field).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray()))
        {
            Status = StatusCodes.Status400BadRequest,
            Title = "Something in the request is not right.",
            Detail = string.Join(" ", broken.Problems.Select(problem => $"{problem.Field}: {problem.Message}")),
        },
        BadHttpRequestException bad => Of(context, bad.StatusCode),
        AccessDeniedException denied => New(StatusCodes.Status403Forbidden, "Not allowed.", denied.Message),
        NotFoundException missing => New(StatusCodes.Status404NotFound, "Not there.", missing.Message),
        ConflictException stale => new ProblemDetails
        {
            Status = StatusCodes.Status409Conflict,
            Title = "Changed in the meantime.",
            Detail = stale.Message,
            Extensions = { ["conflicts"] = stale.Conflicts.Select(ConflictAnswer.Of).ToList() },
        },
        OperationReusedException reused => New(StatusCodes.Status422UnprocessableEntity, "Another request has the same key.", reused.Message),
        StorageUnavailableException unavailable => New(StatusCodes.Status503ServiceUnavailable, "Not stored.", unavailable.Message),
        _ => New(
            StatusCodes.Status500InternalServerError, "A fault of the program.", $"Saved work is safe. The log has the {Reference} of this answer."),
    };

    /// <summary>Describes a status for which no exception gives the reason.</summary>
    public static ProblemDetails Of(HttpContext context, int status)
    {
        var request = context.Request;
        return status switch
        {
            StatusCodes.Status400BadRequest => New(
                status,
                "The request cannot be read.",
                "A part of it is missing or not of the right kind; numbers, ids and dates are written as in answers of this API."),
            StatusCodes.Status403Forbidden => New(status, "Not allowed.", "Only pages of this program, and programs on this machine, may do this."),
            StatusCodes.Status404NotFound => New(
                status,
                "Not there.",
                $"There is nothing at {request.Path}. {Urls.ModelsApi} lists the models; what belongs to one is below {Urls.ModelsApi}/ and its id."),
            StatusCodes.Status405MethodNotAllowed => New(
                status,
                "Not possible here.",
                $"{request.Path} does not take "
                    + $"{request.Method}{(context.Response.Headers.Allow is { Count: > 0 } allowed ? $", but {allowed}" : "")}."),
            StatusCodes.Status413PayloadTooLarge => New(status, "Too large.", "The body has more than 1 MB; send it in several requests."),
            StatusCodes.Status415UnsupportedMediaType => New(
                status, "Not readable in this form.", $"Send the body as {MediaTypeNames.Application.Json} and say so in Content-Type."),
            _ => New(status, "Not done.", $"The program answered {request.Method} {request.Path} with status {status}."),
        };
    }

    /// <summary>Writes the answer, and a line in the log with the same reference.</summary>
    public static async Task WriteAsync(HttpContext context, ProblemDetails problem, Exception? cause = null)
    {
        var services = context.RequestServices;
        var reference = Activity.Current?.Id ?? context.TraceIdentifier;
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiProblems));
        var path = context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path.Value;
        var (method, status) = (context.Request.Method, problem.Status!.Value);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            log.LogError(cause, "{Method} {Path} failed with {Status}; reference {Reference}", method, path, status, reference);
        }
        else
        {
            log.LogInformation(
                "{Method} {Path} was refused with {Status}: {Reason} Reference {Reference}", method, path, status, problem.Detail, reference);
        }

        problem.Instance = path;
        problem.Extensions[Reference] = reference;
        context.Response.StatusCode = status;
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        await context.Response.WriteAsJsonAsync(problem, problem.GetType(), json, MediaTypeNames.Application.ProblemJson);
    }

    private static ProblemDetails New(int status, string title, string detail) => new() { Status = status, Title = title, Detail = detail };
}
