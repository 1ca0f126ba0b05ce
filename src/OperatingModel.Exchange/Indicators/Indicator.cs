using OperatingModel.Domain;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>One member of the JSON object that holds every indicator of a model.</summary>
/// <param name="Key">Its name there.</param>
/// <param name="Meaning">What it says, in one sentence.</param>
/// <param name="Of">Its value: what is serialised as JSON. Dictionaries are sorted, so the same model gives the same bytes.</param>
public sealed record Indicator(string Key, string Meaning, Func<ModelAnalyses, object?> Of)
{
    /// <summary>The figures in it that can be opened.</summary>
    public required Func<ModelAnalyses, IEnumerable<OpenFigure>> Figures { get; init; }

    internal static Indicator OfCube(string key, string meaning, Func<HeatCube, object?> of, Func<HeatCube, IEnumerable<OpenFigure>> figures) =>
        new(key, meaning, analyses => of(analyses.Cube)) { Figures = analyses => figures(analyses.Cube) };

    /// <summary>An object whose members are codes, in ordinal order.</summary>
    internal static SortedDictionary<string, T> ByCode<TItem, T>(IEnumerable<TItem> items, Func<TItem, string> codeOf, Func<TItem, T> valueOf) =>
        new(items.ToDictionary(codeOf, valueOf), StringComparer.Ordinal);
}

/// <summary>A figure of an indicator with its explanation.</summary>
/// <param name="Path">Which one of the indicator, e.g. <c>C4.3</c> or <c>PREP|MAIN</c>; empty when the indicator has only this one.</param>
/// <param name="Explanations">One, or several that belong together such as before and after; computed when asked for.</param>
public sealed record OpenFigure(string Path, params IReadOnlyList<Func<Explanation>> Explanations);
