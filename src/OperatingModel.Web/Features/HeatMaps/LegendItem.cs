namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>One sign of a legend.</summary>
/// <param name="Swatch">Class of its colour; null for none.</param>
/// <param name="Sign">What is written in a cell.</param>
/// <param name="Text">What it means.</param>
public sealed record LegendItem(string? Swatch, string Sign, string Text);
