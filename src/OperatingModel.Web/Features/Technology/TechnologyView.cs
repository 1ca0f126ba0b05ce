using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Technology;

/// <summary>The lists of the technology page.</summary>
public enum TechnologyTab
{
    Applications,
    Vendors,
    Holes,
    Shared,
}

/// <summary>Everything that decides what the technology page shows. It stands in the address, so a copied link opens the same view.</summary>
public sealed record TechnologyView
{
    public TechnologyTab Tab { get; init; }

    /// <summary>The words that the code or name of a row must contain; empty for all rows.</summary>
    public string Text { get; init; } = "";

    /// <summary>The code of one business unit; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>The code of the application shown in the drawer; null for none.</summary>
    public string? Row { get; init; }

    public static TechnologyView Parse(string query)
    {
        var values = new ViewQuery(query);
        return new TechnologyView
        {
            Tab = values.Choice<TechnologyTab>("tab"),
            Text = values.Text("q") ?? "",
            Unit = values.Text("unit"),
            Row = values.Text("row"),
        };
    }

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery() => ViewQuery.Write(("tab", Tab), ("q", Text), ("unit", Unit), ("row", Row));
}
