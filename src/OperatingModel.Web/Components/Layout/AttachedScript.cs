using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// A script in the browser on an element of a component, for as long as the component is there. When the connection is lost before the
/// browser answers, the script is attached after the reconnect. Calls made while the connection is lost are dropped.
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

    /// <summary>Attaches the script; when the connection is lost, after the next reconnect.</summary>
    /// <param name="arguments">The arguments of the function after the element.</param>
    /// <returns>False when the component or its window was closed first.</returns>
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
                // The component was closed, and its element with it.
            }
            catch (JSDisconnectedException)
            {
                return false;
            }
            catch (OperationCanceledException)
            {
                // The browser may have attached the script or not. It is asked again, and attaches the script only once.
            }
        }
        while (await _connection.ReturnsAsync(_gone));
        return false;
    }

    /// <summary>Calls a function of the script.</summary>
    public Task CallAsync(string function, params object?[] arguments) =>
        TryAsync(script => script.InvokeVoidAsync(function, _connection.Lost, arguments));

    /// <summary>Calls a function of the script and returns its answer.</summary>
    /// <returns>Null when the browser does not answer.</returns>
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
            // The browser or the element is gone, so nothing is left to do.
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
            // The browser is gone, and the script with it.
        }
    }
}
