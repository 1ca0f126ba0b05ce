using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Components.Layout;

/// <summary>The colour of a scenario, by its place in the list, so that it is the same for everybody.</summary>
internal static class ScenarioHues
{
    private const int Count = 6;

    /// <summary>For the attribute data-hue; null for the model itself, which has none.</summary>
    public static string? Of(ModelSnapshot model, Scenario? scenario) => scenario is null or { Kind: ScenarioKind.Current }
        ? null
        : FormattableString.Invariant($"{model.Table<Scenario>().IndexOf(scenario.Key) % Count}");
}
