using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using OperatingModel.Application;
using OperatingModel.Web.Tests.Faults;

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

    [Fact]
    public async Task Open_windows_see_their_connection_end_and_do_not_hold_up_the_program()
    {
        var data = Directory.CreateTempSubdirectory("operatingmodel-stop-").FullName;
        using (var program = await ProgramProcess.StartAsync(new StorageSettings { DataDirectory = data }, TestContext.Current.CancellationToken))
        {
            var windows = new List<ClientWebSocket>();
            for (var i = 0; i < 3; i++)
            {
                windows.Add(await WindowAsync(program.Address));
            }

            var ended = windows.Select(WaitForEndAsync).ToList();
            (await program.TerminateAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
            await Task.WhenAll(ended);
            windows.ForEach(window => window.Dispose());
        }

        Directory.Delete(data, recursive: true);
    }

    // A connection as the browser opens it for a circuit.
    private static async Task<ClientWebSocket> WindowAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        var answer = await client.PostAsync(
            new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative),
            null,
            TestContext.Current.CancellationToken);
        var token = JsonElement
            .Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .GetProperty("connectionToken")
            .GetString()!;
        var window = new ClientWebSocket();
        await window.ConnectAsync(
            new Uri($"ws://{address.Authority}/_blazor?id={Uri.EscapeDataString(token)}"),
            TestContext.Current.CancellationToken);
        var handshake = """{"protocol":"blazorpack","version":1}"""u8.ToArray().Append((byte)0x1E).ToArray();
        await window.SendAsync(handshake, WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        await window.ReceiveAsync(new byte[1024], TestContext.Current.CancellationToken);
        return window;
    }

    // A browser that sees it end says so at once; it need not find out by silence.
    private static async Task WaitForEndAsync(ClientWebSocket window)
    {
        try
        {
            while (
                await window.ReceiveAsync(new byte[4096], TestContext.Current.CancellationToken) is { MessageType: not WebSocketMessageType.Close })
            {
                // Pings.
            }
        }
        catch (WebSocketException)
        {
            // Broken off, which the browser sees, too.
        }
    }
}
