using System.Net;
using OperatingModel.Application;

namespace OperatingModel.Web.Tests.Setup;

public sealed class StoppingTests
{
    [Fact]
    public async Task A_window_that_comes_back_while_the_program_ends_is_not_let_in()
    {
        await using var server = await WorkbenchServer.StartAsync(StorageProvider.Sqlite);
        using var client = new HttpClient { BaseAddress = server.Address };
        var negotiate = new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative);
        (await client.PostAsync(negotiate, null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);

        // What is registered last is run first: the connections of the windows are closed after this.
        var answer = new TaskCompletionSource<HttpStatusCode>();
        using var again = new HttpRequestMessage(HttpMethod.Post, negotiate);
        server.Lifetime.ApplicationStopping.Register(() => answer.SetResult(client.Send(again).StatusCode));
        server.Lifetime.StopApplication();
        (await answer.Task).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }
}
