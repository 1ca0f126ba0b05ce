using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Technology;

/// <summary>What the technology page lists.</summary>
public enum TechnologyTab
{
    Applications,
    Vendors,
    Holes,
    Shared,
}

/// <summary>Everything that decides what the technology page shows; it lives in the address.</summary>
public sealed record TechnologyView
{
    public TechnologyTab Tab { get; init; }

    /// <summary>Only rows whose code or name contains this.</summary>
    public string Text { get; init; } = "";

    /// <summary>Code of one business unit; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>Application shown in the drawer.</summary>
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

    /// <summary>The query of an address, with its question mark; empty for the default view.</summary>
    public string ToQuery() => ViewQuery.Write(("tab", Tab), ("q", Text), ("unit", Unit), ("row", Row));
}
