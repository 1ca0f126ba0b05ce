using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Components.Layout;

/// <summary>
/// The colour of a scenario: its own, by its code, so that it is the same for everybody and stays when others come after it. Where a
/// scenario before it has that colour, it is the next one that is free.
/// </summary>
internal static class ScenarioHues
{
    private const int Count = 6;

    /// <summary>For the attribute data-hue; null for the model itself, which has none.</summary>
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

    // Once all are taken, they are given anew.
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

    // FNV-1a: that of .NET is another one in each process.
    private static uint Hash(string code) => code.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));
}
