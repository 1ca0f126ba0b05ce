using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Strategy;

/// <summary>Everything that decides what the objectives page shows. It stands in the address, so a copied link opens the same view.</summary>
/// <param name="Kpis">Whether the KPIs are listed instead of the objectives.</param>
/// <param name="Row">The code of the objective shown in the drawer; null for none.</param>
public sealed record ObjectivesView(bool Kpis = false, string? Row = null)
{
    public static ObjectivesView Parse(string query)
    {
        var values = new ViewQuery(query);
        return new(values.Text("tab") == "kpis", values.Text("row"));
    }

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery() => ViewQuery.Write(("tab", Kpis ? "kpis" : null), ("row", Row));
}
