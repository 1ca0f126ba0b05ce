using Microsoft.AspNetCore.Components.Server.Circuits;

namespace OperatingModel.Web.Components.Layout;

/// <summary>Whether the browser is connected: what runs for a window outlives a lost connection by some minutes.</summary>
public sealed class Connection : CircuitHandler
{
    public bool IsUp { get; private set; } = true;

    public event Action? Changed;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Tell(isUp: true);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Tell(isUp: false);

    private Task Tell(bool isUp)
    {
        IsUp = isUp;
        Changed?.Invoke();
        return Task.CompletedTask;
    }
}
