using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OperatingModel.Web.Features.Errors;

namespace OperatingModel.Web.Tests.Features;

public sealed class PageFaultHandlerTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task The_reference_that_a_failed_request_shows_is_in_the_log_with_the_cause()
    {
        var log = new LinesOf<PageFaultHandler>();
        await using var request = shared.Server.Services.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext
        {
            RequestServices = request.ServiceProvider,
            Request = { Method = "GET", Scheme = "http", Host = new("localhost"), Path = "/m/1" },
            Response = { Body = body },
        };
        var cause = new InvalidOperationException("Broken");

        // The page had begun to be drawn when it failed.
        await new RazorComponentResult<ErrorDocument>(new { Reference = "" }).ExecuteAsync(context);
        context.Response.Headers.Clear();
        body.SetLength(0);

        (await new PageFaultHandler(log).TryHandleAsync(context, cause, Xunit.TestContext.Current.CancellationToken)).ShouldBeTrue();

        var (line, logged) = log.Lines.ShouldHaveSingleItem();
        logged.ShouldBe(cause);
        var reference = line[(line.LastIndexOf(' ') + 1)..];
        reference.Length.ShouldBe(12);
        context.Response.StatusCode.ShouldBe(StatusCodes.Status500InternalServerError);
        Encoding.UTF8.GetString(body.ToArray()).ShouldContain($"<b class=\"reference\">{reference}</b>");
    }

    private sealed class LinesOf<T> : ILogger<T>
    {
        public List<(string Line, Exception? Cause)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((formatter(state, exception), exception));
    }
}
