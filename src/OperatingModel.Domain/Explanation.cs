namespace OperatingModel.Domain;

/// <summary>One part of a figure. The amounts of all parts add up to the figure.</summary>
/// <param name="Codes">The rows it speaks about, for links.</param>
/// <param name="Amount">Its contribution, in the unit of the figure.</param>
/// <param name="Note">What the contribution is made of.</param>
public sealed record ExplanationTerm(string Label, IReadOnlyList<string> Codes, double Amount, string? Note = null);

/// <summary>A figure opened: why it is what it is.</summary>
/// <param name="Title">What the figure is, e.g. <c>Heat of C4.3 in PREP for MAIN</c>.</param>
/// <param name="Formula">The formula in words with its numbers, e.g. <c>4 × importance 5 × gap 2 = 40</c>.</param>
/// <param name="Figure">Null when it is unknown; the formula then says why.</param>
/// <param name="Terms">Parts whose amounts add up to the figure; empty when it is unknown.</param>
/// <param name="Remarks">Data quality and conventions behind it.</param>
/// <param name="Levers">What would change it, and to what.</param>
public sealed record Explanation(
    string Title,
    string Formula,
    double? Figure,
    IReadOnlyList<ExplanationTerm> Terms,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<string> Levers);
