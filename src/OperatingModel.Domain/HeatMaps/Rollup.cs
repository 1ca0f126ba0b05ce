using OperatingModel.Domain.HeatMaps.Cube;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>
/// The heat of a set of cells with its coverage, range and reliability (F4). A figure whose denominator is 0 is null: unknown, never 0.
/// </summary>
public readonly record struct Rollup
{
    /// <summary>Applicable cells; 0 when the crossing has none.</summary>
    public int Cells { get; init; }

    /// <summary>Cells with an assessment.</summary>
    public int Known { get; init; }

    /// <summary>Size-weighted reach of all applicable cells, 0 or more (F2).</summary>
    public double Mass { get; init; }

    /// <summary>Share of the mass that is known, 0..1.</summary>
    public double? Coverage { get; init; }

    /// <summary>Heat, 0..100, if every missing cell had heat 0; null without cells.</summary>
    public double? Low { get; init; }

    /// <summary>Heat, 0..100, if every missing cell had heat 100; null without cells.</summary>
    public double? High { get; init; }

    /// <summary>Mass-weighted mean of the known cells, 0..100.</summary>
    public double? Heat { get; init; }

    /// <summary>Hottest known cell, 0..100.</summary>
    public double? Peak { get; init; }

    /// <summary>Mass-weighted mean confidence of the known cells, 0..1.</summary>
    public double? Confidence { get; init; }

    public HeatBand? Band { get; init; }

    /// <summary>The peak lies two or more bands above the mean.</summary>
    public bool HiddenHotSpot { get; init; }

    public TrustLabel Trust { get; init; }

    /// <summary>Rolls up a list of cells.</summary>
    public static Rollup Of(IEnumerable<(double Mass, double? Heat, double Quality)> cells, ModelSettings settings)
    {
        var sums = default(HeatSums);
        foreach (var (mass, heat, quality) in cells)
        {
            sums += HeatSums.OfCell(mass, heat, quality);
        }

        return Of(sums, settings);
    }

    internal static Rollup Of(in HeatSums sums, ModelSettings settings)
    {
        var (masses, counts) = (sums.Masses, sums.Counts);
        if (!(masses.Applicable > 0))
        {
            return new Rollup { Cells = counts.Cells, Known = counts.Known };
        }

        var bands = HeatBands.Of(settings);
        double? heat = masses.Known > 0 ? masses.Heat / masses.Known : null;
        double? peak = counts.Known > 0 ? counts.Peak : null;
        double? confidence = masses.Known > 0 ? masses.Quality / masses.Known : null;
        var coverage = Math.Clamp(masses.Known / masses.Applicable, 0, 1);
        var low = masses.Heat / masses.Applicable;
        return new Rollup
        {
            Cells = counts.Cells,
            Known = counts.Known,
            Mass = masses.Applicable,
            Coverage = coverage,
            Low = low,
            High = low + (100 * (1 - coverage)),
            Heat = heat,
            Peak = peak,
            Confidence = confidence,
            Band = heat is { } mean ? bands.BandOf(mean) : null,
            HiddenHotSpot = heat is { } known && peak is { } highest && bands.Hides(known, highest),
            Trust = HeatMaps.Trust.Of(coverage, confidence, settings),
        };
    }
}

/// <summary>Mass-weighted mean scores of the known cells of a set; null where nothing is known.</summary>
/// <param name="Importance">1..5.</param>
/// <param name="Current">0..5.</param>
/// <param name="Target">0..5.</param>
/// <param name="Gap">Mean of the gaps, 0..5; not the gap of the means.</param>
public readonly record struct ScoreMeans(double? Importance, double? Current, double? Target, double? Gap);

/// <summary>
/// A set of cells: everything, narrowed by a capability with its descendants, a stage, a business unit, or several of them. Codes that do
/// not exist name the empty set.
/// </summary>
public readonly record struct HeatScope(string? Capability = null, string? Stage = null, string? BusinessUnit = null);
