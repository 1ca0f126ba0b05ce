using OperatingModel.Web.Components.Controls;

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
        var values = new ViewQuery(query);
        return new(
            values.Text("segment"), values.Text("stage"), values.Text("row"), values.Text("new") is not null, values.Text("at"), values.Text("of"));
    }

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery() => ViewQuery.Write(
        ("segment", Segment), ("stage", Stage), ("row", Selected), ("new", IsAdding ? "1" : null), ("at", Touchpoint), ("of", NewSegment));

    /// <summary>Whether another view lists the same expectations.</summary>
    public bool HasSameRowsAs(ExpectationsView other) => (Segment, Stage) == (other.Segment, other.Stage);
}
