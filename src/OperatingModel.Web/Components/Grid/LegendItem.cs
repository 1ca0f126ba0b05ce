namespace OperatingModel.Web.Components.Grid;

/// <summary>One sign of a legend.</summary>
/// <param name="Swatch">The CSS class of its colour; null for none.</param>
/// <param name="Sign">The text in a cell; null when the colour alone is the sign.</param>
/// <param name="Text">The meaning in a few words.</param>
public sealed record LegendItem(string? Swatch, string? Sign, string Text)
{
    /// <summary>The values that the sign stands for; null when they need no mention.</summary>
    public string? Limits { get; init; }

    /// <summary>The meaning in a sentence; null for none.</summary>
    public string? Title { get; init; }
}
