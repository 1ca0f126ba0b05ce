using System.Collections.Immutable;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Components.Grid;

/// <summary>The view of a page with a grid over the capability tree. It stands in the address, so a copied link opens the same view.</summary>
public abstract record GridAddress
{
    protected GridAddress(string query)
    {
        Query = new ViewQuery(query);
        Text = Query.Text("q") ?? "";
        Level = Query.Whole("level", 1, Capability.MaxLevel);
        Toggled = Query.Codes("toggle");
        Zoom = GridZoom.Parse(Query.Text("zoom")) ?? 1;
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

    /// <summary>The query that the view was read from.</summary>
    protected ViewQuery Query { get; }

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery() => ViewQuery.Write(
    [
        .. Own(),
        ("q", Text),
        ("level", Level),
        .. Toggled.Select(code => ("toggle", (object?)code)),
        ("zoom", Zoom == 1 ? null : GridZoom.Text(Zoom)),
    ]);

    /// <summary>Returns the values of this page beyond the rows; null and empty ones are left out of the address.</summary>
    protected abstract IEnumerable<(string Key, object? Value)> Own();
}
