using System.Text.Json.Serialization;

namespace OperatingModel.Web.Components.Grid;

/// <summary>A category that the number of a cell stands for, where the number is not an amount.</summary>
/// <param name="Text">The text in the cell.</param>
/// <param name="Words">The words shown about the cell.</param>
/// <param name="Face">A colour step, 0..4, or one of the faces without colour.</param>
public sealed record GridCategory(string Text, string Words, byte Face)
{
    /// <summary>The hatched face.</summary>
    public const byte Unknown = 5;

    /// <summary>The face without a background of its own.</summary>
    public const byte Plain = 7;
}

/// <summary>Words that replace those of the grid.</summary>
/// <param name="Peak">The meaning of the corner mark.</param>
public sealed record GridWords(string Peak);

/// <summary>How the values of a measure are written, coloured and named; <c>wwwroot/heat-grid/scale.js</c> reads it.</summary>
/// <param name="Factor">The step of the values: each value is a multiple of it, e.g. of 0.1.</param>
/// <param name="Palette"><c>heat</c> or <c>step</c>.</param>
/// <param name="Thresholds">Four rising values that separate the five shades.</param>
/// <param name="FirstExclusive">Whether the first threshold itself still belongs to shade 0.</param>
/// <param name="Bands">The five words for the shades, coolest first.</param>
/// <param name="Wide">Whether a cell takes two bytes, for amounts without an upper limit.</param>
/// <param name="Categories">The categories that the values stand for, from 0 on; null for amounts.</param>
/// <param name="PeakWords">The meaning of the corner mark; null for a hidden hot spot.</param>
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
    /// <summary>The words that replace those of the grid; null for none.</summary>
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
