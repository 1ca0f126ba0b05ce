using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// Chooses the colour of a scenario by its code, so that everybody sees the same one and it stays when scenarios are added later. If an
/// earlier scenario has that colour, the scenario gets the next free one.
/// </summary>
internal static class ScenarioHues
{
    private const int Count = 6;

    /// <summary>Returns the value of the attribute data-hue; null for the model itself, which has no colour.</summary>
    public static string? Of(ModelSnapshot model, Scenario? scenario)
    {
        if (scenario is null or { Kind: ScenarioKind.Current })
        {
            return null;
        }

        var taken = new HashSet<int>();
        foreach (var other in model.Table<Scenario>()
            .Where(other => other.Kind != ScenarioKind.Current).TakeWhile(other => other.Code != scenario.Code))
        {
            Take(other.Code, taken);
        }

        return FormattableString.Invariant($"{Take(scenario.Code, taken)}");
    }

    // When all colours are taken, they are given out again.
    private static int Take(string code, HashSet<int> taken)
    {
        if (taken.Count == Count)
        {
            taken.Clear();
        }

        var hue = (int)(Hash(code) % Count);
        while (!taken.Add(hue))
        {
            hue = (hue + 1) % Count;
        }

        return hue;
    }

    // FNV-1a, because the hash codes of .NET differ from process to process.
    private static uint Hash(string code) => code.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));
}
