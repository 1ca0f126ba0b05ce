using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Strategy;

/// <summary>Everything that decides what the objectives page shows; it lives in the address.</summary>
/// <param name="Kpis">Whether the KPIs are listed instead of the objectives.</param>
/// <param name="Row">Objective shown in the drawer.</param>
public sealed record ObjectivesView(bool Kpis = false, string? Row = null)
{
    public static ObjectivesView Parse(string query) 
    {
        var values = new ViewQuery(query);
        return new(values.Text("tab") == "kpis", values.Text("row"));
    }

    /// <summary>The query of an address, with its question mark; empty for the default view.</summary>
    public string ToQuery() => ViewQuery.Write(("tab", Kpis ? "kpis" : null), ("row", Row));
}
