using System.Collections.Immutable;
using System.Globalization;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>The columns of the map.</summary>
public enum MapColumns
{
    Stages,
    Units,
}

/// <summary>Everything that decides what the heat map shows. It stands in the address, so a copied link opens the same view.</summary>
public sealed record HeatMapView
{
    public static HeatMapView Default { get; } = new();

    public Measure Measure { get; init; }

    public MapColumns Columns { get; init; }

    /// <summary>The code of one business unit; null for all together.</summary>
    public string? Unit { get; init; }

    /// <summary>The code of one value chain; null for all.</summary>
    public string? Chain { get; init; }

    /// <summary>The number of levels of capabilities shown, 1..6; null when the size of the model decides.</summary>
    public int? Level { get; init; }

    /// <summary>The codes of the capabilities that the user opened or closed against the level.</summary>
    public ImmutableSortedSet<string> Toggled { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The past day that is shown; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The lowest band that a cell of a row must reach for the row to be shown; null for all rows.</summary>
    public HeatBand? MinBand { get; init; }

    /// <summary>The words that the code or name of a row must contain; empty for all rows.</summary>
    public string Text { get; init; } = "";

    /// <summary>The code of the row shown in the drawer.</summary>
    public string? Row { get; init; }

    /// <summary>The code of the column shown in the drawer.</summary>
    public string? Column { get; init; }

    /// <summary>Whether the drawer shows the weights.</summary>
    public bool WeightsOpen { get; init; }

    /// <summary>Whether the user closed the panel of what stands out, which gives the map the whole width.</summary>
    public bool OverviewClosed { get; init; }

    /// <summary>The filter that decides which rows are shown.</summary>
    public RowFilter Rows => new(Text, Toggled);

    /// <summary>The zoom, 1 for full size; null when the size of the model decides: full size, or all columns of a wide map in sight.</summary>
    public double? Zoom { get; init; }

    /// <summary>The weights tried out, as <see cref="WhatIf"/> writes them; empty for the model's own.</summary>
    public string Weights { get; init; } = "";

    public static HeatMapView Parse(string query)
    {
        var values = new ViewQuery(query);
        return new HeatMapView
        {
            Measure = values.Choice<Measure>("measure"),
            Columns = values.Choice<MapColumns>("cols"),
            Unit = values.Text("unit"),
            Chain = values.Text("chain"),
            Level = values.Whole("level", 1, Capability.MaxLevel),
            Toggled = values.Codes("toggle"),
            MinBand = values.Choice<HeatBand>("band") is var band and not HeatBand.None ? band : null,
            AsOf = DayOf(values.Text("asof")),
            Text = values.Text("q") ?? "",
            Row = values.Text("row"),
            Column = values.Text("col"),
            WeightsOpen = values.Text("panel") == "weights",
            OverviewClosed = values.Text("panel") == "none",
            Zoom = GridZoom.Parse(values.Text("zoom")),
            Weights = values.Text("w") ?? "",
        };
    }

    /// <summary>Writes a day as addresses and date fields do.</summary>
    public static string? DayText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Writes the view as a query, with its question mark; empty for the default view.</summary>
    public string ToQuery() => ViewQuery.Write(
    [
        ("measure", Measure),
        ("cols", Columns),
        ("unit", Unit),
        ("chain", Chain),
        ("level", Level),
        .. Toggled.Select(code => ("toggle", (object?)code)),
        ("band", MinBand),
        ("asof", DayText(AsOf)),
        ("q", Text),
        ("row", Row),
        ("col", Column),
        ("panel", WeightsOpen ? "weights" : OverviewClosed ? "none" : null),
        ("zoom", GridZoom.Text(Zoom)),
        ("w", Weights),
    ]);

    /// <summary>Whether the grid draws the same cells for another view; the selection may differ.</summary>
    public bool ShowsSameCellsAs(HeatMapView other) =>
        (Cells() with { Toggled = other.Toggled }).Equals(other.Cells()) && Toggled.SetEquals(other.Toggled);

    /// <summary>Returns the part of the view that decides which cells are drawn, and how.</summary>
    public HeatMapView Cells() => this with { Row = null, Column = null, WeightsOpen = false, OverviewClosed = false, Zoom = null };
}
