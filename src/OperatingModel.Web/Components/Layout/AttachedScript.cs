using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// A script of the browser on an element of a component, for as long as the component is there. Where the connection is lost before the
/// browser answers, it is attached after the reconnect; what is called while the connection is lost gets lost.
/// </summary>
public sealed class AttachedScript : IAsyncDisposable
{
    private readonly Shell _shell;
    private readonly Connection _connection;
    private readonly string _module;
    private readonly string _function;
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationToken _gone;
    private IJSObjectReference? _script;

    internal AttachedScript(Shell shell, Connection connection, string module, string function)
    {
        (_shell, _connection, _module, _function) = (shell, connection, module, function);
        _gone = _end.Token;
    }

    public bool IsAttached => _script is not null && !_gone.IsCancellationRequested;

    /// <summary>Attaches it, if need be after the next reconnect.</summary>
    /// <param name="arguments">What the function takes after the element.</param>
    /// <returns>False when the component or its window is gone before.</returns>
    public async Task<bool> AttachAsync(ElementReference element, params object?[] arguments)
    {
        do
        {
            try
            {
                var script = await _shell.AttachAsync(_module, _function, element, arguments);
                if (!_gone.IsCancellationRequested)
                {
                    _script = script;
                    return true;
                }

                await ReleaseAsync(script);
            }
            catch (Exception exception) when (_gone.IsCancellationRequested && exception is (JSException or ObjectDisposedException))
            {
                // The element is gone, too.
            }
            catch (JSDisconnectedException)
            {
                return false;
            }
            catch (OperationCanceledException)
            {
                // Whether the browser has attached it or not: it is asked again, and attaches it once.
            }
        }
        while (await _connection.ReturnsAsync(_gone));
        return false;
    }

    /// <summary>Calls what the script offers.</summary>
    public Task CallAsync(string function, params object?[] arguments) =>
        TryAsync(script => script.InvokeVoidAsync(function, _connection.Lost, arguments));

    /// <summary>Asks what the script offers.</summary>
    /// <returns>Null when nobody answers.</returns>
    public async Task<T?> AskAsync<T>(string function, params object?[] arguments) where T : struct
    {
        T? answer = null;
        await TryAsync(async script => answer = await script.InvokeAsync<T>(function, _connection.Lost, arguments));
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_script is not null)
        {
            await ReleaseAsync(_script);
        }

        _end.Dispose();
    }

    private async Task TryAsync(Func<IJSObjectReference, ValueTask> call)
    {
        if (!IsAttached)
        {
            return;
        }

        try
        {
            await call(_script!);
        }
        catch (Exception exception) when (Connection.IsLoss(exception)
            || (_gone.IsCancellationRequested && exception is (JSException or ObjectDisposedException)))
        {
            // There is nobody to call.
        }
    }

    private async Task ReleaseAsync(IJSObjectReference script)
    {
        try
        {
            await script.InvokeVoidAsync("dispose", _connection.Lost);
            await script.DisposeAsync();
        }
        catch (Exception exception) when (Connection.IsLoss(exception))
        {
            // The browser is gone, and the element with it.
        }
    }
}
