using System.Text.Json.Serialization;

namespace OperatingModel.Web.Components.Grid;

/// <summary>What a number of a cell stands for when it counts nothing.</summary>
/// <param name="Text">What is written in the cell.</param>
/// <param name="Words">What is told about it.</param>
/// <param name="Face">0..4 a colour step, or one of the faces without colour.</param>
public sealed record GridCategory(string Text, string Words, byte Face)
{
    /// <summary>Hatched.</summary>
    public const byte Unknown = 5;

    /// <summary>Without a ground of its own.</summary>
    public const byte Plain = 7;
}

/// <param name="Peak">What the corner mark says.</param>
public sealed record GridWords(string Peak);

/// <summary>How the values of a measure are written, coloured and named; <c>wwwroot/heat-grid/scale.js</c> reads it.</summary>
/// <param name="Factor">A value is a whole number of these, e.g. 0.1.</param>
/// <param name="Palette"><c>heat</c> or <c>step</c>.</param>
/// <param name="Thresholds">Four values that separate the five shades.</param>
/// <param name="FirstExclusive">Whether the first threshold itself still belongs to shade 0.</param>
/// <param name="Wide">Two bytes per cell, for amounts without a fixed top.</param>
/// <param name="Categories">What each value stands for, from 0 on; null for amounts.</param>
/// <param name="PeakWords">What the corner mark says; null for a hidden hot spot.</param>
public sealed record GridScale(
    string Name,
    string Unit,
    double Factor,
    int Decimals,
    string Palette,
    double[] Thresholds,
    bool FirstExclusive,
    string[] Bands,
    [property: JsonIgnore] bool Wide,
    IReadOnlyList<GridCategory>? Categories = null,
    [property: JsonIgnore] string? PeakWords = null)
{
    /// <summary>The words that the grid itself would choose otherwise.</summary>
    public GridWords? Words => PeakWords is null ? null : new GridWords(PeakWords);

    public byte ShadeOf(double value)
    {
        if (Categories is not null)
        {
            return Categories[(int)value].Face is var face && face < GridCategory.Unknown ? face : (byte)0;
        }

        byte shade = 0;
        for (var i = 0; i < Thresholds.Length; i++)
        {
            if (value > Thresholds[i] + 1e-9 || (value >= Thresholds[i] - 1e-9 && !(i == 0 && FirstExclusive)))
            {
                shade = (byte)(i + 1);
            }
        }

        return shade;
    }
}
