using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// What only the browser can do for a window. It calls js/shell.js by the address by which the page loads it: there is one of it.
/// A call that is under way when the connection is lost ends with it, by an <see cref="OperationCanceledException"/>.
/// </summary>
public sealed class Shell(IJSRuntime js, Connection connection) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>Closes a dialog; the focus returns to where it was.</summary>
    public async Task CloseAsync(ElementReference dialog) => await (await ModuleAsync()).InvokeVoidAsync("closeDialog", connection.Lost, dialog);

    /// <summary>Runs a command of the frame, such as "theme" or "print".</summary>
    public async Task RunAsync(string command) => await (await ModuleAsync()).InvokeVoidAsync("run", connection.Lost, command);

    /// <summary>What tells this browser tab from the others; the same after a reload.</summary>
    public async Task<string> TabAsync() => await (await ModuleAsync()).InvokeAsync<string>("tab", connection.Lost);

    /// <summary>What the browser keeps for its user under a name; null for nothing.</summary>
    public async Task<string?> RecallAsync(string name) => await (await ModuleAsync()).InvokeAsync<string?>("recall", connection.Lost, name);

    /// <summary>Has the browser keep something for its user.</summary>
    public async Task KeepAsync(string name, string text) => await (await ModuleAsync()).InvokeVoidAsync("keep", connection.Lost, name, text);

    /// <summary>Tells the browser that the program is being stopped.</summary>
    public async Task TellOfTheEndAsync()
    {
        try
        {
            await (await ModuleAsync()).InvokeVoidAsync("endOfProgram", connection.Lost);
        }
        catch (Exception exception) when (Connection.IsLoss(exception) || exception is JSException or InvalidOperationException)
        {
            // There is nobody any more, or not yet.
        }
    }

    /// <summary>A script for an element of a component: what a function of a module answers. The component attaches and disposes it.</summary>
    /// <param name="module">Its address, e.g. "Features/Capabilities/CapabilityTreeGrid.razor.js".</param>
    public AttachedScript Script(string module, string function) => new(this, connection, module, function);

    internal async Task<IJSObjectReference> AttachAsync(string module, string function, ElementReference element, object?[] arguments) =>
        await (await ModuleAsync()).InvokeAsync<IJSObjectReference>("attach", connection.Lost, [module, function, element, .. arguments]);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_module is { IsCompletedSuccessfully: true } ? (await _module).DisposeAsync() : ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser has let go of it already.
        }
    }

    private Task<IJSObjectReference> ModuleAsync() => _module is null or { IsFaulted: true } or { IsCanceled: true }
        ? _module = js.InvokeAsync<IJSObjectReference>("import", connection.Lost, "./js/shell.js").AsTask()
        : _module;
}
