using System.Collections.Concurrent;

namespace OperatingModel.Web.Features.Visitors;

/// <summary>One window that has a model open.</summary>
public sealed record Visitor(Guid Window, string User);

/// <summary>Knows who has which model open on this server now. Each open window counts.</summary>
public sealed class PresenceBoard
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Guid, Visitor>> _models = [];

    /// <summary>Raised with the id of the model whose visitors changed.</summary>
    public event Action<Guid>? Changed;

    public IReadOnlyList<Visitor> At(Guid model) =>
        _models.TryGetValue(model, out var visitors) ? [.. visitors.Values.OrderBy(v => v.User, StringComparer.Ordinal)] : [];

    /// <summary>Adds a window of a user to the visitors of a model; disposing the result removes it.</summary>
    public IDisposable Enter(Guid model, string user)
    {
        var visitor = new Visitor(Guid.CreateVersion7(), user);
        _models.GetOrAdd(model, _ => [])[visitor.Window] = visitor;
        Changed?.Invoke(model);
        return new Stay(this, model, visitor.Window);
    }

    private void Leave(Guid model, Guid window)
    {
        if (_models.TryGetValue(model, out var visitors) && visitors.TryRemove(window, out _))
        {
            Changed?.Invoke(model);
        }
    }

    private sealed class Stay(PresenceBoard board, Guid model, Guid window) : IDisposable
    {
        public void Dispose() => board.Leave(model, window);
    }
}
