using System.Globalization;
using OperatingModel.Domain.Assessments;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>Reads what is typed or pasted into a cell of the sheet.</summary>
internal static class ScoreText
{
    private static readonly char[] Between = [' ', '·', '→', '/', ';', ',', '-', '>', '|', ':'];

    /// <summary>The figures a text gives, or why it gives none.</summary>
    public static (GivenScores? Given, string? Reason) Read(ScoredFigure figure, string text) => figure switch
    {
        ScoredFigure.All => ReadAll(text),
        ScoredFigure.Confidence => ConfidenceOf(text) is { } sure ? (new GivenScores(Confidence: sure), null) : (null, "Say low, medium or high."),
        _ => LevelOf(text, figure, out var reason) is { } level ? (Single(figure, level), null) : (null, reason),
    };

    /// <summary>What the keys of an entry say; fewer than all three figures are a beginning.</summary>
    public static (GivenScores? Given, string? Reason) ReadKeys(ScoredFigure figure, string keys) =>
        figure == ScoredFigure.All ? Combine([.. keys.Select(key => key.ToString())]) : Read(figure, keys);

    // "424", "4 2 4", "4 · 2→4" as the sheet itself shows it.
    private static (GivenScores? Given, string? Reason) ReadAll(string text)
    {
        var parts = text.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        if (parts is [{ Length: 3 } joined] && joined.All(char.IsAsciiDigit))
        {
            parts = [.. joined.Select(digit => digit.ToString())];
        }

        return parts.Length == 3 ? Combine(parts) : (null, "Give three levels: importance, maturity now, maturity wanted, such as 424 or 4 2 4.");
    }

    private static (GivenScores? Given, string? Reason) Combine(string[] parts)
    {
        ScoredFigure[] figures = [ScoredFigure.Importance, ScoredFigure.Current, ScoredFigure.Target];
        var given = GivenScores.None;
        foreach (var (part, figure) in parts.Zip(figures))
        {
            if (LevelOf(part, figure, out var reason) is not { } level)
            {
                return (null, reason);
            }

            given = given.With(Single(figure, level));
        }

        return (given, null);
    }

    private static GivenScores Single(ScoredFigure figure, int level) => figure switch
    {
        ScoredFigure.Importance => new(Importance: level),
        ScoredFigure.Current => new(Current: level),
        _ => new(Target: level),
    };

    private static int? LevelOf(string text, ScoredFigure figure, out string reason)
    {
        var (name, lowest) = figure switch
        {
            ScoredFigure.Importance => ("Importance", 1),
            ScoredFigure.Current => ("Maturity now", 0),
            _ => ("Maturity wanted", 0),
        };
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            reason = $"Not a number; {Range(name, lowest)}.";
            return null;
        }

        reason = decimal.Truncate(number) != number ? $"Only whole levels count; {Range(name, lowest)}." : $"{Range(name, lowest)}.";
        return decimal.Truncate(number) == number && number >= lowest && number <= 5 ? (int)number : null;
    }

    private static string Range(string name, int lowest) => $"{name} goes from {lowest} to 5";

    private static Confidence? ConfidenceOf(string text) => text.ToUpperInvariant() switch
    {
        "1" or "L" or "LOW" => Confidence.Low,
        "2" or "M" or "MEDIUM" => Confidence.Medium,
        "3" or "H" or "HIGH" => Confidence.High,
        _ => null,
    };
}
