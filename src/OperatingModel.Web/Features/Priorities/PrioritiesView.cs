using System.Globalization;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Priorities;

/// <summary>Everything that decides what the priorities page shows; it lives in the address.</summary>
public sealed record PrioritiesView
{
    /// <summary>Whether the bars are divided by business unit instead of by stage.</summary>
    public bool ByUnit { get; init; }

    /// <summary>Only capabilities whose code or name contains this.</summary>
    public string Text { get; init; } = "";

    /// <summary>Capability shown in the drawer.</summary>
    public string? Row { get; init; }

    public bool WeightsOpen { get; init; }

    /// <summary>Whether the drawer about the firmness of the order was asked for; small screens show it only then.</summary>
    public bool FirmnessOpen { get; init; }

    /// <summary>Weights tried out; empty for the model's own.</summary>
    public string Weights { get; init; } = "";

    /// <summary>How many capabilities stand above the line under which nothing is funded; null for no line.</summary>
    public int? Line { get; init; }

    /// <summary>The last rank a line can stand after.</summary>
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

    /// <summary>A line as addresses and the browser's own number field write it: digits alone.</summary>
    public static int? LineOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line is > 0 and <= LastLine ? line : null;

    /// <summary>What is wrong with a line that somebody typed; null where it is one, or none is wanted.</summary>
    public static string? LineProblem(string? text) => string.IsNullOrEmpty(text) || LineOf(text) is not null ? null
        : string.Create(CultureInfo.InvariantCulture, $"The line stands after a rank from 1 to {LastLine}; “{text}” is none.");

    /// <summary>What a file must know to show the same: weights and line, and the filter where only what it finds is wanted.</summary>
    public string ToFileQuery(bool all) => ViewQuery.Write(("q", all ? null : Text), ("w", Weights), ("line", Line));

    public string ToQuery() => ViewQuery.Write(
        ("by", ByUnit ? "unit" : null),
        ("q", Text),
        ("row", Row),
        ("panel", WeightsOpen ? "weights" : FirmnessOpen ? "firmness" : null),
        ("w", Weights),
        ("line", Line));
}
