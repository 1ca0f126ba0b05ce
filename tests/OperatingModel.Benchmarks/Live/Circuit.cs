using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace OperatingModel.Benchmarks.Live;

/// <summary>
/// An open window without a browser: the connection that its page would hold. It confirms what is drawn, and answers what the server asks
/// of the browser with nothing in particular; so a hundred of them cost this process next to nothing.
/// </summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly HttpClient _pages;
    private readonly ConcurrentDictionary<int, byte[]> _bytes = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _asked = [];
    private readonly string _tab = Guid.NewGuid().ToString("N");
    private string _id = "";
    private int _objects;
    private int _calls;

    private Circuit(HttpClient pages)
    {
        _pages = pages;
        var builder = new HubConnectionBuilder().WithUrl(new Uri(pages.BaseAddress!, "_blazor"), connection =>
        {
            connection.Transports = HttpTransportType.WebSockets;
            connection.SkipNegotiation = true;
        });
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        _hub = builder.Build();
        _hub.On<long, byte[]>("JS.RenderBatch", (batch, _) => _hub.SendAsync("OnRenderCompleted", batch, (string?)null));
        _hub.On<int, byte[]>("JS.ReceiveByteArray", (id, bytes) => _bytes[id] = bytes);
        _hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", AnswerAsync);
        _hub.On<string, bool, string>("JS.EndInvokeDotNet", Answered);
        _hub.On<string>("JS.Error", error => Fault ??= error);
    }

    /// <summary>A script of the page is called; its answer must not wait for it.</summary>
    public event Action<ScriptCall>? Called;

    /// <summary>What the server said when it gave up the circuit, or why a call could not be read.</summary>
    public string? Fault { get; private set; }

    /// <param name="pages">Gets pages as a browser would.</param>
    /// <param name="path">Of a page, with its query.</param>
    /// <param name="called">Hears of the calls from the first one on.</param>
    public static async Task<Circuit> OpenAsync(HttpClient pages, string path, Action<ScriptCall> called)
    {
        var (server, page) = (pages.BaseAddress!, await pages.GetStringAsync(path));
        var operations = Marker()
            .Matches(page)
            .Select((marker, index) => $$"""{"type":"add","ssrComponentId":{{index + 1}},"marker":{{marker.Groups["json"].Value}}}""");
        var circuit = new Circuit(pages);
        circuit.Called += called;
        await circuit._hub.StartAsync();
        var uri = new Uri(server, path).ToString();
        circuit._id = await circuit._hub.InvokeAsync<string?>("StartCircuit", server.ToString(), uri, "[]", "")
            ?? throw new InvalidOperationException($"No circuit for {path}.");
        await circuit._hub.SendAsync(
            "UpdateRootComponents", $$"""{"batchId":1,"operations":[{{string.Join(',', operations)}}]}""", State().Match(page).Groups["state"].Value);
        return circuit;
    }

    /// <summary>A click on a link within the page.</summary>
    public Task GoAsync(string path) => _hub.SendAsync("OnLocationChanged", new Uri(_pages.BaseAddress!, path).ToString(), (string?)null, true);

    /// <summary>Calls what the server offered to a script.</summary>
    public async Task<JsonElement> InvokeAsync(long target, string method, params object[] arguments)
    {
        var call = Interlocked.Increment(ref _calls).ToString(CultureInfo.InvariantCulture);
        var answer = _asked[call] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _hub.SendAsync("BeginInvokeDotNetFromJS", call, (string?)null, method, target, JsonSerializer.Serialize(arguments));
        return await answer.Task;
    }

    /// <summary>Closes the window for good: the server is told that it need not wait for a reconnect.</summary>
    public async ValueTask DisposeAsync()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("circuitId", _id)]);
        using var answer = await _pages.PostAsync("_blazor/disconnect", form);
        answer.EnsureSuccessStatusCode();
        await _hub.DisposeAsync();
    }

    private async Task AnswerAsync(long task, string name, string? arguments, int kind, long target, int callType)
    {
        var at = Stopwatch.GetTimestamp();
        try
        {
            using var parsed = JsonDocument.Parse(arguments ?? "[]");
            Called?.Invoke(new ScriptCall(name, parsed.RootElement.Clone(), this, at));
        }
        catch (Exception exception)
        {
            // Else the connection would keep it to itself.
            Fault ??= exception.ToString();
        }

        if (task != 0)
        {
            const int Reference = 1;
            var result = kind == Reference ? $$"""{"__jsObjectId":{{Interlocked.Increment(ref _objects)}}}"""
                : name == "tab" ? $"\"{_tab}\""
                : name is "fit" or "setZoom" ? "1"
                : "null";
            await _hub.SendAsync("EndInvokeJSFromDotNet", task, true, $"[{task},true,{result}]");
        }
    }

    private void Answered(string call, bool isDone, string? answer)
    {
        if (!_asked.TryRemove(call, out var asked))
        {
            return;
        }

        if (isDone)
        {
            using var parsed = JsonDocument.Parse(answer ?? "null");
            asked.SetResult(parsed.RootElement.Clone());
        }
        else
        {
            asked.SetException(new InvalidOperationException(answer));
        }
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{\"type\":\"server\".*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->")]
    private static partial Regex State();

    /// <summary>A call of a script of the page.</summary>
    /// <param name="At">When it came, as <see cref="Stopwatch"/> counts.</param>
    internal sealed record ScriptCall(string Name, JsonElement Arguments, Circuit Circuit, long At)
    {
        /// <summary>An argument that was sent as bytes; they are there once.</summary>
        public byte[] Bytes(int argument)
        {
            Circuit._bytes.TryRemove(Arguments[argument].GetProperty("__byte[]").GetInt32(), out var bytes);
            return bytes!;
        }

        /// <summary>An argument through which the script can call back.</summary>
        public long Target(int argument) => Arguments[argument].GetProperty("__dotNetObject").GetInt64();
    }
}
