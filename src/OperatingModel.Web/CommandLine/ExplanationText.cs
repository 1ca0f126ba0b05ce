using System.Globalization;
using OperatingModel.Domain;
using OperatingModel.Exchange.Indicators;

namespace OperatingModel.Web.CommandLine;

/// <summary>Figures opened as plain text.</summary>
internal static class ExplanationText
{
    /// <summary>The figure that was asked for, or the figures there are to ask for.</summary>
    public static void Write(FoundFigures found, TextWriter output)
    {
        if (found.IsExact)
        {
            Write(found.Figures[0], output);
            return;
        }

        output.WriteLine($"{found.Indicator.Key}: {found.Indicator.Meaning}");
        output.WriteLine();
        output.WriteLine(found.Figures.Count == 0 ? "This model has none of these figures." : "Its figures, to be asked for one by one:");
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
        output.WriteLine($"{explanation.Title}: {FigureText.Of(explanation.Figure, 4)}");
        output.WriteLine($"  {explanation.Formula}");
        if (explanation.Terms.Count > 0)
        {
            output.WriteLine();
            Columns(output, [.. Terms(explanation)]);
        }

        List(output, "Behind it:", explanation.Remarks);
        List(output, "What would change it:", explanation.Levers);
    }

    private static IEnumerable<(string Left, string Right)> Terms(Explanation explanation)
    {
        double[] amounts = [.. explanation.Terms.Select(term => term.Amount)];
        var sum = amounts.Sum();
        var format = amounts.All(double.IsInteger) ? "0" : Math.Abs(sum) >= 10 ? "0.00" : "0.0000";
        string[] texts = [.. amounts.Append(sum).Select(amount => amount.ToString(format, CultureInfo.InvariantCulture))];
        var width = texts.Max(text => text.Length);
        foreach (var (text, term) in texts.Zip(explanation.Terms))
        {
            yield return ($"{text.PadLeft(width)}  {term.Label}", term.Note ?? "");
        }

        yield return ($"{texts[^1].PadLeft(width)}  together", "");
    }

    private static IEnumerable<(string Left, string Right)> Lines(Indicator indicator, OpenFigure figure)
    {
        var name = IndicatorFigures.NameOf(indicator, figure);
        foreach (var open in figure.Explanations)
        {
            var explanation = open();
            yield return (name, $"{FigureText.Of(explanation.Figure, 4)}  {explanation.Title}");
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
