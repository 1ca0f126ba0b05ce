using OperatingModel.Web.Components.Controls;

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
        var values = new ViewQuery(query);
        return new(
            values.Text("segment"), values.Text("stage"), values.Text("row"), values.Text("new") is not null, values.Text("at"), values.Text("of"));
    }

    /// <summary>The query of an address, with its question mark; empty for the default view.</summary>
    public string ToQuery() => ViewQuery.Write(
        ("segment", Segment), ("stage", Stage), ("row", Selected), ("new", IsAdding ? "1" : null), ("at", Touchpoint), ("of", NewSegment));

    /// <summary>Whether another view shows the same expectations.</summary>
    public bool HasSameRowsAs(ExpectationsView other) => (Segment, Stage) == (other.Segment, other.Stage);
}
