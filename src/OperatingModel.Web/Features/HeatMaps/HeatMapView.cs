using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>What stands across the top of the map.</summary>
public enum MapColumns
{
    Stages,
    Units,
}

/// <summary>Everything that decides what the heat map shows. It lives in the address, so a copied link opens the same view.</summary>
public sealed record HeatMapView
{
    public static HeatMapView Default { get; } = new();

    public Measure Measure { get; init; }

    public MapColumns Columns { get; init; }

    /// <summary>Code of one business unit; null for all together.</summary>
    public string? Unit { get; init; }

    /// <summary>Code of one value chain; null for all.</summary>
    public string? Chain { get; init; }

    /// <summary>Levels of capabilities shown opened, 1..6; null lets the size of the model decide.</summary>
    public int? Level { get; init; }

    /// <summary>Capabilities opened or closed by hand against the level.</summary>
    public ImmutableSortedSet<string> Toggled { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The past day that is shown; null for now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Only rows with a cell of at least this band.</summary>
    public HeatBand? MinBand { get; init; }

    /// <summary>Only rows whose code or name contains this.</summary>
    public string Text { get; init; } = "";

    /// <summary>Row shown in the drawer.</summary>
    public string? Row { get; init; }

    /// <summary>Column shown in the drawer.</summary>
    public string? Column { get; init; }

    /// <summary>Whether the drawer shows the weights.</summary>
    public bool WeightsOpen { get; init; }

    /// <summary>Whether the panel of what stands out was closed, so that the map has the whole width.</summary>
    public bool OverviewClosed { get; init; }

    /// <summary>Which rows are shown.</summary>
    public RowFilter Rows => new(Text, Toggled);

    /// <summary>Null lets the size of the model decide: full size, or all columns of a wide map at once.</summary>
    public double? Zoom { get; init; }

    /// <summary>Weights tried out, as <see cref="WhatIf"/> writes them; empty for the model's own.</summary>
    public string Weights { get; init; } = "";

    public static HeatMapView Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? Get(string key) => values.TryGetValue(key, out var value) && value.ToString() is { Length: > 0 and <= 4000 } text ? text : null;
        return new HeatMapView
        {
            Measure = EnumOf(Get("measure"), Measure.Heat),
            Columns = EnumOf(Get("cols"), MapColumns.Stages),
            Unit = Get("unit"),
            Chain = Get("chain"),
            Level =
                int.TryParse(Get("level"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 6 ? level : null,
            Toggled = ImmutableSortedSet.Create(StringComparer.Ordinal, [.. values.GetValueOrDefault("toggle").OfType<string>()]),
            MinBand = EnumOf(Get("band"), HeatBand.None) is var band and not HeatBand.None ? band : null,
            AsOf = DayOf(Get("asof")),
            Text = Get("q") ?? "",
            Row = Get("row"),
            Column = Get("col"),
            WeightsOpen = Get("panel") == "weights",
            OverviewClosed = Get("panel") == "none",
            Zoom = GridZoom.Parse(Get("zoom")),
            Weights = Get("w") ?? "",
        };
    }

    /// <summary>A day as addresses and date fields write it.</summary>
    public static string? DayText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The query of an address, with its question mark; empty for the default view.</summary>
    public string ToQuery()
    {
        var parts = new List<KeyValuePair<string, string?>>();
        void Add(string key, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add(new(key, value));
            }
        }

        Add("measure", Measure == Measure.Heat ? null : Measure.ToString());
        Add("cols", Columns == MapColumns.Stages ? null : Columns.ToString());
        Add("unit", Unit);
        Add("chain", Chain);
        Add("level", Level?.ToString(CultureInfo.InvariantCulture));
        foreach (var code in Toggled)
        {
            Add("toggle", code);
        }

        Add("band", MinBand?.ToString());
        Add("asof", DayText(AsOf));
        Add("q", Text);
        Add("row", Row);
        Add("col", Column);
        Add("panel", WeightsOpen ? "weights" : OverviewClosed ? "none" : null);
        Add("zoom", GridZoom.Text(Zoom));
        Add("w", Weights);
        return QueryHelpers.AddQueryString("", parts);
    }

    /// <summary>Whether another view differs in nothing that the grid draws but the selection.</summary>
    public bool ShowsSameCellsAs(HeatMapView other) =>
        (Cells() with { Toggled = other.Toggled }).Equals(other.Cells()) && Toggled.SetEquals(other.Toggled);

    /// <summary>Only what decides which cells are drawn, and how.</summary>
    public HeatMapView Cells() => this with { Row = null, Column = null, WeightsOpen = false, OverviewClosed = false, Zoom = null };

    private static T EnumOf<T>(string? text, T otherwise) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : otherwise;
}
