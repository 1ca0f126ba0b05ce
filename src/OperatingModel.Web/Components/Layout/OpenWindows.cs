using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// Announces to all open windows that the program is being stopped, before it closes their connections, which would otherwise look lost. It
/// also stores what the users typed within the last second.
/// </summary>
public sealed class OpenWindows
{
    // A window that does not answer must not hold up the end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Window, byte> _windows = [];

    // Constructed with the first window: the lifetime calls the last registration first, so this runs before the framework closes the connections.
    public OpenWindows(IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.Register(AnnounceEnd);

    private void AnnounceEnd() => Task.WaitAll([.. _windows.Keys.SelectMany(window => window.EndAsync())], Patience);

    /// <summary>Adds its window to the open ones for as long as its circuit lives.</summary>
    internal sealed class Window(OpenWindows all, Shell shell, DraftShelf drafts) : CircuitHandler
    {
        public Task[] EndAsync() => [shell.AnnounceEndAsync(), drafts.KeepAllAsync()];

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
