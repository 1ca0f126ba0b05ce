using System.Globalization;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Priorities;

/// <summary>Everything that decides what the priorities page shows. It stands in the address, so a copied link opens the same view.</summary>
public sealed record PrioritiesView
{
    /// <summary>Whether the bars are divided by business unit instead of by stage.</summary>
    public bool ByUnit { get; init; }

    /// <summary>The words that the code or name of a capability must contain; empty for all.</summary>
    public string Text { get; init; } = "";

    /// <summary>The code of the capability shown in the drawer; null for none.</summary>
    public string? Row { get; init; }

    public bool WeightsOpen { get; init; }

    /// <summary>Whether the user opened the drawer that says how firm the order is; small screens show it only then.</summary>
    public bool FirmnessOpen { get; init; }

    /// <summary>The weights tried out, as in the address; empty for the model's own.</summary>
    public string Weights { get; init; } = "";

    /// <summary>The last rank that is funded, 1..<see cref="LastLine"/>; a line is drawn below it. Null for no line.</summary>
    public int? Line { get; init; }

    /// <summary>The largest value of <see cref="Line"/>.</summary>
    public const int LastLine = 10_000;

    public static PrioritiesView Parse(string query)
    {
        var values = new ViewQuery(query);
        return new PrioritiesView
        {
            ByUnit = values.Text("by") == "unit",
            Text = values.Text("q") ?? "",
            Row = values.Text("row"),
            WeightsOpen = values.Text("panel") == "weights",
            FirmnessOpen = values.Text("panel") == "firmness",
            Weights = values.Text("w") ?? "",
            Line = values.Whole("line", 1, LastLine),
        };
    }

    /// <summary>Reads a line from an address or a number field, which write digits alone; null when the text is no line.</summary>
    public static int? LineOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line is > 0 and <= LastLine ? line : null;

    /// <summary>Says what is wrong with a line that somebody typed; null when it is right or empty.</summary>
    public static string? LineProblem(string? text) => string.IsNullOrEmpty(text) || LineOf(text) is not null ? null
        : string.Create(CultureInfo.InvariantCulture, $"The line stands after a rank from 1 to {LastLine}; “{text}” is none.");

    /// <summary>Writes the query that exports this view to a file: the weights and the line, and the filter unless all rows are wanted.</summary>
    public string ToFileQuery(bool all) => ViewQuery.Write(("q", all ? null : Text), ("w", Weights), ("line", Line));

    public string ToQuery() => ViewQuery.Write(
        ("by", ByUnit ? "unit" : null),
        ("q", Text),
        ("row", Row),
        ("panel", WeightsOpen ? "weights" : FirmnessOpen ? "firmness" : null),
        ("w", Weights),
        ("line", Line));
}
