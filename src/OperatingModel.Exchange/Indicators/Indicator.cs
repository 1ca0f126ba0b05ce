using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>One member of the JSON object that holds every indicator of a model.</summary>
/// <param name="Key">Its name there.</param>
/// <param name="Of">Its value: what is serialised as JSON. Dictionaries are sorted, so the same model gives the same bytes.</param>
public sealed record Indicator(string Key, Func<ModelSnapshot, object?> Of)
{
    internal static Indicator OfCube(string key, Func<HeatCube, object?> of) => new(key, model => of(model.Cube));

    /// <summary>An object whose members are codes, in ordinal order.</summary>
    internal static SortedDictionary<string, T> ByCode<TItem, T>(IEnumerable<TItem> items, Func<TItem, string> codeOf, Func<TItem, T> valueOf) =>
        new(items.ToDictionary(codeOf, valueOf), StringComparer.Ordinal);
}
