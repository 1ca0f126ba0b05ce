namespace OperatingModel.Domain;

/// <summary>Parts of a figure inside a sentence: the printed amounts add up to the printed figure.</summary>
internal static class FigureParts
{
    /// <summary>E.g. <c>Mainline 84.4, Regional 17, 2 more 18.6</c>.</summary>
    /// <param name="most">The number of parts that are named one by one, the largest first; the rest is named together.</param>
    public static string Text(IEnumerable<(string Name, double Amount)> parts, FigureUnit unit, int most = int.MaxValue)
    {
        ExplanationTerm[] terms = [.. parts.Select(part => new ExplanationTerm(part.Name, [], part.Amount))];
        var printed = new Explanation("", "", terms.Sum(term => term.Amount), unit, terms, [], []).Print(most);
        return string.Join(", ", printed.Terms.Select(term => $"{term.Label} {term.Amount}"));
    }
}
