using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>Everything that decides what the tree shows. It stands in the address, so a copied link opens the same view.</summary>
public sealed record CapabilitiesView
{
    /// <summary>The most opened or closed branches that fit into an address.</summary>
    private const int MaxToggled = 60;

    /// <summary>The words that the code or name of a capability must contain; empty for all. The branches above it are shown too.</summary>
    public string Text { get; init; } = "";

    /// <summary>The number of levels shown, 1..6; null when the size of the tree decides.</summary>
    public int? Level { get; init; }

    /// <summary>The codes of the branches that the user opened or closed against the level.</summary>
    public ImmutableSortedSet<string> Toggled { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The code of the capability shown in the drawer.</summary>
    public string? Row { get; init; }

    /// <summary>The filter that decides which rows are shown.</summary>
    public RowFilter Rows => new(Text, Toggled);

    public static CapabilitiesView Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Get(string key) => values.TryGetValue(key, out var value) && value.ToString() is { Length: > 0 and <= 400 } text ? text : null;
        return new CapabilitiesView
        {
            Text = Get("q") ?? "",
            Level =
                int.TryParse(Get("level"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= Capability.MaxLevel
                    ? level
                    : null,
            Toggled = ImmutableSortedSet.Create(StringComparer.Ordinal, [.. values.GetValueOrDefault("toggle").OfType<string>()]),
            Row = Get("row"),
        };
    }

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery()
    {
        List<KeyValuePair<string, string?>> parts =
        [
            new("q", Text),
            new("level", Level?.ToString(CultureInfo.InvariantCulture)),
            .. (Toggled.Count <= MaxToggled ? Toggled : []).Select(code => new KeyValuePair<string, string?>("toggle", code)),
            new("row", Row),
        ];
        return QueryHelpers.AddQueryString("", parts.Where(part => !string.IsNullOrEmpty(part.Value)));
    }
}
