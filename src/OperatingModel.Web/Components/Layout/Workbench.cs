using OperatingModel.Application.Workspaces;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Components.Layout;

/// <summary>The model that one browser window works on. The frame shows it; pages open it.</summary>
public sealed class Workbench
{
    /// <summary>Told when the model or its contents changed.</summary>
    public event Action? Changed;

    public ModelSummary? Model { get; private set; }

    public ModelSnapshot? Snapshot { get; private set; }

    public void Show(ModelSummary? model, ModelSnapshot? snapshot)
    {
        (Model, Snapshot) = (model, snapshot);
        Changed?.Invoke();
    }
}
