namespace OperatingModel.Domain;

/// <summary>A part of a figure as it is printed.</summary>
/// <param name="Size">The unrounded amount, for a bar.</param>
/// <param name="Calculation">How the printed amount is calculated; null where there is nothing to calculate.</param>
public sealed record PrintedTerm(string Label, IReadOnlyList<ModelInput> Inputs, double Size, string Amount, string? Calculation, string? Note);

/// <summary>
/// An explanation whose printed numbers agree with each other: the printed amounts add up to the printed total, and the printed calculation
/// gives the printed figure. Digits are added until they do; where no number of digits is enough, it says ≈.
/// </summary>
/// <param name="Calculation">E.g. <c>4 × importance 5 × gap 2 = 40 of 100</c>; null where the sum of the terms is the calculation.</param>
/// <param name="Total">What the terms add up to; empty without terms.</param>
public sealed record PrintedExplanation(string? Calculation, IReadOnlyList<PrintedTerm> Terms, string Total)
{
    internal static PrintedExplanation Of(Explanation explanation, int most)
    {
        if (explanation.Figure is not { } figure)
        {
            return new PrintedExplanation(null, [], "");
        }

        var unit = explanation.Unit;
        ExplanationTerm[] terms = [.. Shown(explanation.Terms, most)];
        var total = explanation.Terms.Sum(term => term.Amount);
        var (digits, isExact) = DigitsOf(terms, total, unit);
        return new PrintedExplanation(
            explanation.Formula is { } formula ? Equation(formula, figure, unit) : null,
            [.. terms.Select(term => Print(term, unit, digits))],
            terms.Length == 0 ? "" : $"{(isExact ? "" : "≈ ")}{unit.Column(total)}");
    }

    private static string Equation(Formula formula, double figure, FigureUnit unit)
    {
        var (text, isExact) = formula.Print(figure, unit);
        return $"{text} {(isExact ? '=' : '≈')} {unit.Full(figure)}";
    }

    private static PrintedTerm Print(ExplanationTerm term, FigureUnit unit, int digits)
    {
        var (text, isExact) = term.Formula is { } formula ? formula.Print(term.Amount, unit, digits) : (null, true);
        return new PrintedTerm(term.Label, term.Inputs, term.Amount, unit.Column(term.Amount, digits), isExact ? text : $"≈ {text}", term.Note);
    }

    // The largest one by one, in the order they were given; a single one left over is named itself.
    private static IEnumerable<ExplanationTerm> Shown(IReadOnlyList<ExplanationTerm> terms, int most)
    {
        if (terms.Count <= most + 1L)
        {
            return terms;
        }

        ExplanationTerm[] named =
        [
            .. terms
                .Index()
                .OrderByDescending(entry => Math.Abs(entry.Item.Amount))
                .Take(most)
                .OrderBy(entry => entry.Index)
                .Select(entry => entry.Item),
        ];
        var rest = terms.Sum(term => term.Amount) - named.Sum(term => term.Amount);
        return [.. named, new ExplanationTerm($"{terms.Count - most} more", [], rest)];
    }

    // The fewest digits in which the column adds up to its printed total.
    private static (int Digits, bool IsExact) DigitsOf(ExplanationTerm[] terms, double total, FigureUnit unit)
    {
        for (var digits = 0; digits <= Formula.MostDigitsMore; digits++)
        {
            if (unit.Rounded(terms.Sum(term => unit.Rounded(term.Amount, digits)), 0).Equals(unit.Rounded(total, 0)))
            {
                return (digits, true);
            }
        }

        return (0, false);
    }
}
