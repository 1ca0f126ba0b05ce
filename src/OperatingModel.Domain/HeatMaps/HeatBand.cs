using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>How hot, in words; in order. Unknown heat has no band.</summary>
public enum HeatBand
{
    None,
    Cool,
    Warm,
    Hot,
    Critical,
}

/// <summary>Where the bands begin: half-open, fixed for the model, so that a colour always means the same (F3).</summary>
public readonly record struct HeatBands(double CoolFrom, double WarmFrom, double HotFrom, double CriticalFrom)
{
    public static HeatBands Of(ModelSettings settings) => new(settings.CoolFrom, settings.WarmFrom, settings.HotFrom, settings.CriticalFrom);

    /// <summary>The band of a heat of 0..100.</summary>
    public HeatBand BandOf(double heat) =>
        Tolerance.AtLeast(heat, CriticalFrom) ? HeatBand.Critical
        : Tolerance.AtLeast(heat, HotFrom) ? HeatBand.Hot
        : Tolerance.AtLeast(heat, WarmFrom) ? HeatBand.Warm
        : Tolerance.Greater(heat, 0) && Tolerance.AtLeast(heat, CoolFrom) ? HeatBand.Cool
        : HeatBand.None;

    /// <summary>A hidden hot spot: the peak lies two or more bands above the mean (F4).</summary>
    public bool Hides(double mean, double peak) => BandOf(peak) - BandOf(mean) >= 2;
}
