using System.Collections.Immutable;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Controls;
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
        var values = new ViewQuery(query);
        return new CapabilitiesView
        {
            Text = values.Text("q") ?? "",
            Level = values.Whole("level", 1, Capability.MaxLevel),
            Toggled = values.Codes("toggle"),
            Row = values.Text("row"),
        };
    }

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery() => ViewQuery.Write(
        [("q", Text), ("level", Level), .. (Toggled.Count <= MaxToggled ? Toggled : []).Select(code => ("toggle", (object?)code)), ("row", Row)]);
}
