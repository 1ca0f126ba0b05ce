namespace OperatingModel.Web.Components.Grid;

/// <summary>One sign of a legend.</summary>
/// <param name="Swatch">Class of its colour; null for none.</param>
/// <param name="Sign">What is written in a cell; null where the colour alone says it.</param>
/// <param name="Text">What it means.</param>
public sealed record LegendItem(string? Swatch, string? Sign, string Text)
{
    /// <summary>The values it stands for; null where that goes without saying.</summary>
    public string? Limits { get; init; }

    /// <summary>The meaning in a sentence.</summary>
    public string? Title { get; init; }
}
