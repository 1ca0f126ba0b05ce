using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// Calls js/shell.js for what only the browser can do, under the same address as the page, so that the browser loads the module once.
/// A call that is under way when the connection is lost throws an <see cref="OperationCanceledException"/>.
/// </summary>
public sealed class Shell(IJSRuntime js, Connection connection) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>Closes a dialog; the focus returns to the element that had it before.</summary>
    public async Task CloseAsync(ElementReference dialog) => await (await ModuleAsync()).InvokeVoidAsync("closeDialog", connection.Lost, dialog);

    /// <summary>Runs a command of the frame, such as "theme" or "print".</summary>
    public async Task RunAsync(string command) => await (await ModuleAsync()).InvokeVoidAsync("run", connection.Lost, command);

    /// <summary>Returns the id of this browser tab, which stays the same after a reload.</summary>
    public async Task<string> TabAsync() => await (await ModuleAsync()).InvokeAsync<string>("tab", connection.Lost);

    /// <summary>Returns what the browser keeps for its user under a name; null for nothing.</summary>
    public async Task<string?> RecallAsync(string name) => await (await ModuleAsync()).InvokeAsync<string?>("recall", connection.Lost, name);

    /// <summary>Keeps a text in the browser for its user.</summary>
    public async Task KeepAsync(string name, string text) => await (await ModuleAsync()).InvokeVoidAsync("keep", connection.Lost, name, text);

    /// <summary>Announces to the browser that the program is being stopped.</summary>
    public async Task AnnounceEndAsync()
    {
        try
        {
            await (await ModuleAsync()).InvokeVoidAsync("endOfProgram", connection.Lost);
        }
        catch (Exception exception) when (Connection.IsLoss(exception) || exception is JSException or InvalidOperationException)
        {
            // The browser is no longer connected, or not yet.
        }
    }

    /// <summary>Returns a script for an element of a component, which attaches and disposes of it.</summary>
    /// <param name="module">The address of the module, e.g. "Features/Capabilities/CapabilityTreeGrid.razor.js".</param>
    /// <param name="function">The function of the module that returns the script.</param>
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
            // The browser has already released the module.
        }
    }

    private Task<IJSObjectReference> ModuleAsync() => _module is null or { IsFaulted: true } or { IsCanceled: true }
        ? _module = js.InvokeAsync<IJSObjectReference>("import", connection.Lost, "./js/shell.js").AsTask()
        : _module;
}
