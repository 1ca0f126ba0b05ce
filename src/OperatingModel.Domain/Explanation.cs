namespace OperatingModel.Domain;

/// <summary>One part of a figure. The amounts of all parts add up to the figure.</summary>
/// <param name="Label">What the part is, by name.</param>
/// <param name="Inputs">The rows it is made from; the label stands for the first.</param>
/// <param name="Amount">Its contribution, in the unit of the figure.</param>
/// <param name="Note">What is worth knowing about it.</param>
public sealed record ExplanationTerm(string Label, IReadOnlyList<ModelInput> Inputs, double Amount, string? Note = null)
{
    /// <summary>How the amount is calculated; null where there is nothing to calculate.</summary>
    public Formula? Formula { get; init; }
}

/// <summary>A figure with the reasons for it.</summary>
/// <param name="Title">What the figure is, by name, e.g. <c>Heat of Meals in Pre-flight preparation for Mainline</c>.</param>
/// <param name="Words">How it is made, in words; for an unknown figure, why it is unknown.</param>
/// <param name="Figure">Null when it is unknown.</param>
/// <param name="Terms">Parts whose amounts add up to the figure; empty when it is unknown.</param>
/// <param name="Remarks">Data quality and conventions behind it.</param>
/// <param name="Levers">What a reader could change, and the figure that would follow.</param>
public sealed record Explanation(
    string Title,
    string Words,
    double? Figure,
    FigureUnit Unit,
    IReadOnlyList<ExplanationTerm> Terms,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<string> Levers)
{
    /// <summary>The calculation behind the figure; null where the sum of the terms says it all.</summary>
    public Formula? Formula { get; init; }

    /// <summary>What else it is made from, beside what the terms name.</summary>
    public IReadOnlyList<ModelInput> Inputs { get; init; } = [];

    /// <summary>The figure with its unit; null is printed as unknown.</summary>
    public string FigureWithUnit => Unit.Full(Figure);

    /// <summary>A figure that is unknown, with the reason.</summary>
    public static Explanation Unknown(string title, string reason, FigureUnit unit, params IReadOnlyList<string> levers) =>
        new(title, reason, null, unit, [], [], levers);

    /// <summary>The figure as a reader sees it: the printed numbers give the printed result.</summary>
    /// <param name="most">The number of terms that are named one by one, the largest first; the rest is named together.</param>
    public PrintedExplanation Print(int most = int.MaxValue) => PrintedExplanation.Of(this, most);
}
