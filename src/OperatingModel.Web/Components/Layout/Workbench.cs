using System.Collections.Concurrent;
using OperatingModel.Application.Workspaces;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Components.Layout;

/// <summary>The model that one browser window works on. The frame shows it; pages open it.</summary>
public sealed class Workbench
{
    /// <summary>Raised when the model or its contents changed.</summary>
    public event Action? Changed;

    private const int Remembered = 500;

    private readonly ConcurrentDictionary<long, string> _changedBy = [];

    public ModelSummary? Model { get; private set; }

    public ModelSnapshot? Snapshot { get; private set; }

    /// <summary>Who made the change that led to this revision; null for what happened before the model was opened here.</summary>
    public string? ChangedBy(long revision) => _changedBy.GetValueOrDefault(revision);

    internal void Note(long revision, string who)
    {
        _changedBy[revision] = who;
        _changedBy.TryRemove(revision - Remembered, out _);
    }

    public void Show(ModelSummary? model, ModelSnapshot? snapshot)
    {
        (Model, Snapshot) = (model, snapshot);
        Changed?.Invoke();
    }
}
