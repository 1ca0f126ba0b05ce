using Microsoft.AspNetCore.WebUtilities;

namespace OperatingModel.Web.Features.Customers;

/// <summary>What the page shows; it lives in the address.</summary>
/// <param name="Segment">Code of the one segment shown; null for all.</param>
/// <param name="Stage">Code of the one stage shown; null for all.</param>
/// <param name="Selected">Code of the expectation in the drawer; null for none.</param>
/// <param name="IsAdding">Whether a new expectation can be typed.</param>
/// <param name="Touchpoint">What is chosen for the new one: code of a touchpoint, or the stage that gets another; null for the first.</param>
/// <param name="NewSegment">Code of the segment that is chosen for the new one; null for the one that is shown, or the first.</param>
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

    /// <summary>The query of an address, with its question mark; empty for the default view.</summary>
    public string ToQuery() => QueryHelpers.AddQueryString(
        "",
        new[]
        {
            KeyValuePair.Create("segment", Segment), KeyValuePair.Create("stage", Stage), KeyValuePair.Create("row", Selected),
            KeyValuePair.Create("new", IsAdding ? "1" : null), KeyValuePair.Create("at", Touchpoint), KeyValuePair.Create("of", NewSegment),
        }.Where(part => part.Value is not null));

    /// <summary>Whether another view shows the same expectations.</summary>
    public bool HasSameRowsAs(ExpectationsView other) => (Segment, Stage) == (other.Segment, other.Stage);
}
