using Microsoft.AspNetCore.WebUtilities;

namespace OperatingModel.Web.Features.Customers;

/// <summary>Everything that decides what the page shows. It stands in the address, so a copied link opens the same view.</summary>
/// <param name="Segment">The code of the only segment shown; null for all.</param>
/// <param name="Stage">The code of the only stage shown; null for all.</param>
/// <param name="Selected">The code of the expectation in the drawer; null for none.</param>
/// <param name="IsAdding">Whether the form for a new expectation is open.</param>
/// <param name="Touchpoint">The choice in the form: the code of a touchpoint, or the stage that gets a new one; null for the first.</param>
/// <param name="NewSegment">The code of the segment chosen in the form; null for the segment shown, or the first.</param>
public sealed record ExpectationsView(
    string? Segment = null,
    string? Stage = null,
    string? Selected = null,
    bool IsAdding = false,
    string? Touchpoint = null,
    string? NewSegment = null)
{
    public static ExpectationsView Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Get(string key) => values.TryGetValue(key, out var value) && value.ToString() is { Length: > 0 and <= 100 } text ? text : null;
        return new(Get("segment"), Get("stage"), Get("row"), Get("new") is not null, Get("at"), Get("of"));
    }

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString(
        "",
        new[]
        {
            KeyValuePair.Create("segment", Segment), KeyValuePair.Create("stage", Stage), KeyValuePair.Create("row", Selected),
            KeyValuePair.Create("new", IsAdding ? "1" : null), KeyValuePair.Create("at", Touchpoint), KeyValuePair.Create("of", NewSegment),
        }.Where(part => part.Value is not null));

    /// <summary>Whether another view lists the same expectations.</summary>
    public bool HasSameRowsAs(ExpectationsView other) => (Segment, Stage) == (other.Segment, other.Stage);
}
