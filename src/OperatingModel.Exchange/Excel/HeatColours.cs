using OperatingModel.Domain.HeatMaps;

namespace OperatingModel.Exchange.Excel;

/// <summary>The colours of the light theme, for paper and files: the same heat always has the same colour.</summary>
internal static class HeatColours
{
    public const string Ink = "0F172A";
    public const string HeaderFill = "334155";
    public const string HeaderInk = "FFFFFF";
    public const string Hatch = "94A3B8";
    public const string HatchGround = "FFFFFF";

    public static string FillOf(HeatBand band) => band switch
    {
        HeatBand.None => "F1F5F9",
        HeatBand.Cool => "FDE8C4",
        HeatBand.Warm => "FDBB6B",
        HeatBand.Hot => "EA6A2F",
        HeatBand.Critical => "A50F2D",
        _ => throw new ArgumentOutOfRangeException(nameof(band)),
    };

    public static string InkOn(HeatBand band) => band == HeatBand.Critical ? "FFFFFF" : Ink;
}
