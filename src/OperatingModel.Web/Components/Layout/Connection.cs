using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// Knows whether the browser of a window is connected. The server keeps a window for some minutes after the connection is lost; after the
/// reconnect, the browser sends what the user typed meanwhile.
/// </summary>
public sealed class Connection(IJSRuntime js) : CircuitHandler, IDisposable
{
    private CancellationTokenSource _lost = new();
    private bool _isOver;

    /// <summary>Whether the browser is connected and has drawn what it missed.</summary>
    public bool IsUp { get; private set; } = true;

    /// <summary>Cancelled when the present connection is lost, because the browser never answers the calls that are under way then.</summary>
    public CancellationToken Lost => _isOver ? new CancellationToken(canceled: true) : _lost.Token;

    public event Action? Changed;

    /// <summary>Waits until the browser is connected; returns at once when it is.</summary>
    /// <param name="gone">Ends the waiting.</param>
    /// <returns>False when the window is closed, or the waiting ended, before that.</returns>
    public async Task<bool> ReturnsAsync(CancellationToken gone)
    {
        var returned = new TaskCompletionSource();
        void Look()
        {
            if (IsUp || _isOver)
            {
                returned.TrySetResult();
            }
        }

        Changed += Look;
        try
        {
            Look();
            await returned.Task.WaitAsync(gone);
            return !_isOver && !gone.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            Changed -= Look;
        }
    }

    /// <summary>Whether a call into the browser failed because the connection was lost or the window is gone.</summary>
    public static bool IsLoss(Exception exception) => exception is OperationCanceledException or JSDisconnectedException;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (!IsUp)
        {
            _lost.Dispose();
            _lost = new CancellationTokenSource();

            // Not awaited: the browser answers only once it counts as connected.
            _ = HearAsync(Lost);
        }

        return Task.CompletedTask;
    }

    public override async Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsUp = false;
        await _lost.CancelAsync();
        Changed?.Invoke();
    }

    public void Dispose()
    {
        _isOver = true;
        _lost.Dispose();
    }

    private async Task HearAsync(CancellationToken lost)
    {
        try
        {
            await using var away = await js.InvokeAsync<IJSObjectReference>("import", lost, "./js/away.js");

            // Blazor sends what the browser missed behind the first call: who repeats a call waits, because its elements are drawn only then.
            lost.ThrowIfCancellationRequested();
            IsUp = true;
            Changed?.Invoke();
            await away.InvokeVoidAsync("resend", lost);
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            // The connection is lost again: the browser keeps the text for the next one.
        }
    }
}
