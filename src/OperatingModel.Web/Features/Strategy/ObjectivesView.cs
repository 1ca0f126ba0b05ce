using Microsoft.AspNetCore.WebUtilities;

namespace OperatingModel.Web.Features.Strategy;

/// <summary>Everything that decides what the objectives page shows. It stands in the address, so a copied link opens the same view.</summary>
/// <param name="Kpis">Whether the KPIs are listed instead of the objectives.</param>
/// <param name="Row">The code of the objective shown in the drawer; null for none.</param>
public sealed record ObjectivesView(bool Kpis = false, string? Row = null)
{
    public static ObjectivesView Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        return new ObjectivesView(
            values.GetValueOrDefault("tab") == "kpis",
            values.GetValueOrDefault("row").ToString() is { Length: > 0 and <= 400 } row ? row : null);
    }

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString("", new KeyValuePair<string, string?>[]
    {
        new("tab", Kpis ? "kpis" : null),
        new("row", Row),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
