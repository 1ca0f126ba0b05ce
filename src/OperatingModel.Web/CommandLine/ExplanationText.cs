using OperatingModel.Domain;
using OperatingModel.Exchange.Indicators;

namespace OperatingModel.Web.CommandLine;

/// <summary>Writes explanations of figures as plain text.</summary>
internal static class ExplanationText
{
    /// <summary>Explains the figure asked for, or lists the figures of an indicator that has several.</summary>
    public static void Write(FoundFigures found, TextWriter output)
    {
        if (found.IsExact)
        {
            Write(found.Figures[0], output);
            return;
        }

        output.WriteLine($"{found.Indicator.Key}: {found.Indicator.Meaning}");
        output.WriteLine();
        output.WriteLine(found.Figures.Count == 0 ? "This model has none of these figures." : "Its figures; ask for one of them:");
        Columns(output, [.. found.Figures.SelectMany(figure => Lines(found.Indicator, figure))]);
    }

    private static void Write(OpenFigure figure, TextWriter output)
    {
        for (var i = 0; i < figure.Explanations.Count; i++)
        {
            if (i > 0)
            {
                output.WriteLine();
            }

            Write(figure.Explanations[i](), output);
        }
    }

    private static void Write(Explanation explanation, TextWriter output)
    {
        var printed = explanation.Print();
        output.WriteLine($"{explanation.Title}: {explanation.FigureWithUnit}");
        output.WriteLine($"  {explanation.Words}");
        if (printed.Calculation is { } calculation)
        {
            output.WriteLine($"  {calculation}");
        }

        if (printed.Terms.Count > 0)
        {
            output.WriteLine();
            Columns(output, [.. Terms(printed)]);
        }

        List(output, "Behind it:", explanation.Remarks);
        List(output, "What would change it:", explanation.Levers);
    }

    private static IEnumerable<(string Left, string Right)> Terms(PrintedExplanation printed)
    {
        var width = printed.Terms.Max(term => Math.Max(term.Amount.Length, printed.Total.Length));
        return
        [
            .. printed.Terms.Select(term => (
                $"{term.Amount.PadLeft(width)}  {term.Label}",
                string.Join("; ", new[] { term.Calculation, term.Note }.Where(text => text is not null)))),
            ($"{printed.Total.PadLeft(width)}  together", ""),
        ];
    }

    private static IEnumerable<(string Left, string Right)> Lines(Indicator indicator, OpenFigure figure)
    {
        var name = IndicatorFigures.NameOf(indicator, figure);
        foreach (var open in figure.Explanations)
        {
            var explanation = open();
            yield return (name, $"{explanation.FigureWithUnit}  {explanation.Title}");
            name = "";
        }
    }

    private static void Columns(TextWriter output, (string Left, string Right)[] lines)
    {
        var width = lines.Select(line => line.Left.Length).DefaultIfEmpty().Max();
        foreach (var (left, right) in lines)
        {
            output.WriteLine($"  {left.PadRight(width)}  {right}".TrimEnd());
        }
    }

    private static void List(TextWriter output, string heading, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"  {heading}");
        foreach (var sentence in sentences)
        {
            output.WriteLine($"  - {sentence}");
        }
    }
}
