using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Web.Components.Grid;

/// <summary>The view of a page with a grid over the capability tree. It stands in the address, so a copied link opens the same view.</summary>
public abstract record GridAddress
{
    protected GridAddress(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        Values = values;
        Text = Get("q") ?? "";
        Level = int.TryParse(Get("level"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= Capability.MaxLevel
            ? level
            : null;
        Toggled = ImmutableSortedSet.Create(StringComparer.Ordinal, [.. values.GetValueOrDefault("toggle").OfType<string>()]);
        Zoom = GridZoom.Parse(Get("zoom")) ?? 1;
    }

    /// <summary>The words that the code or name of a row must contain; empty for all rows.</summary>
    public string Text { get; init; }

    /// <summary>The filter as a printed page states it; null without one.</summary>
    public string? TextOnPaper => Text.Length > 0 ? $"“{Text}”" : null;

    /// <summary>The number of levels shown, 1..6; null when the address names none.</summary>
    public int? Level { get; init; }

    /// <summary>The codes of the capabilities that the user opened or closed against the level.</summary>
    public ImmutableSortedSet<string> Toggled { get; init; }

    public double Zoom { get; init; }

    /// <summary>The filter that decides which rows are shown.</summary>
    public RowFilter Rows => new(Text, Toggled);

    /// <summary>The values in the query of the address.</summary>
    protected IReadOnlyDictionary<string, StringValues> Values { get; private init; }

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery()
    {
        List<KeyValuePair<string, string?>> all =
        [
            .. Own(),
            new("q", Text),
            new("level", Level?.ToString(CultureInfo.InvariantCulture)),
            .. Toggled.Select(code => KeyValuePair.Create("toggle", (string?)code)),
            new("zoom", Zoom == 1 ? null : GridZoom.Text(Zoom)),
        ];
        return QueryHelpers.AddQueryString("", all.Where(part => !string.IsNullOrEmpty(part.Value)));
    }

    /// <summary>Returns the values of this page beyond the rows; null and empty ones are left out of the address.</summary>
    protected abstract IEnumerable<KeyValuePair<string, string?>> Own();

    protected string? Get(string key) => Values.TryGetValue(key, out var value) && value.ToString() is { Length: > 0 and <= 4000 } text ? text : null;

    protected static T EnumOf<T>(string? text, T otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : otherwise;
}
