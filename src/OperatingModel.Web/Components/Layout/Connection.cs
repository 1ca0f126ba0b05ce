using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// Whether the browser is connected: what runs for a window outlives a lost connection by some minutes. Afterwards the browser sends
/// what was typed meanwhile.
/// </summary>
public sealed class Connection(IJSRuntime js) : CircuitHandler, IDisposable
{
    private CancellationTokenSource _lost = new();
    private bool _isOver;

    public bool IsUp { get; private set; } = true;

    /// <summary>Ends with the present connection: a call into the browser that is under way then is never answered.</summary>
    public CancellationToken Lost => _isOver ? new CancellationToken(canceled: true) : _lost.Token;

    public event Action? Changed;

    /// <summary>Waits until the browser is connected, which may be now.</summary>
    /// <returns>False when the window, or the one who waits, is gone before.</returns>
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
            (IsUp, _lost) = (true, new CancellationTokenSource());
            Changed?.Invoke();

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
            await away.InvokeVoidAsync("resend", lost);
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            // Lost again: the browser keeps it for the next connection.
        }
    }
}
