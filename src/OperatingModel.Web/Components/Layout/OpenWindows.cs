using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// Tells all open windows that the program is being stopped, before their connections are closed: a lost line looks the same. What was typed
/// in them within the last second is kept.
/// </summary>
public sealed class OpenWindows
{
    // A window that does not answer must not hold up the end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Window, byte> _windows = [];

    // With the first window: what is registered last is called first, and the framework has registered by now that it closes the connections.
    public OpenWindows(IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.Register(TellOfTheEnd);

    private void TellOfTheEnd() => Task.WaitAll([.. _windows.Keys.SelectMany(window => window.EndAsync())], Patience);

    /// <summary>Notes a window for as long as it is open.</summary>
    internal sealed class Window(OpenWindows all, Shell shell, DraftShelf drafts) : CircuitHandler
    {
        public Task[] EndAsync() => [shell.TellOfTheEndAsync(), drafts.KeepAllAsync()];

        public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            all._windows.TryAdd(this, 0);
            return Task.CompletedTask;
        }

        public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            all._windows.TryRemove(this, out _);
            return Task.CompletedTask;
        }
    }
}
