using System.Globalization;
using System.Text.RegularExpressions;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Domain.Assessments;

/// <summary>Reads the scores that somebody types or pastes into one cell.</summary>
public static partial class ScoreText
{
    private const string Wanted = "Give three levels: importance, maturity now, maturity wanted, such as 424 or 4 2 4.";

    /// <summary>Reads the figures in a text; gives the reason when it cannot.</summary>
    public static (GivenScores? Given, string? Reason) Read(ScoredFigure figure, string text) => figure switch
    {
        ScoredFigure.All => ReadAll(text.Trim()),
        ScoredFigure.Confidence => ConfidenceOf(text) is { } sure ? (new GivenScores(Confidence: sure), null) : (null, "Say low, medium or high."),
        _ => LevelOf(text, figure, out var reason) is { } level ? (Single(figure, level), null) : (null, reason),
    };

    /// <summary>Reads the digits typed into a cell so far; one or two digits give the first one or two figures.</summary>
    public static (GivenScores? Given, string? Reason) ReadKeys(ScoredFigure figure, string keys) =>
        figure == ScoredFigure.All ? Combine([.. keys.Select(key => key.ToString())]) : Read(figure, keys);

    // The same sign must separate all three levels; a text with different signs may be a date or a decimal.
    private static (GivenScores? Given, string? Reason) ReadAll(string text) =>
        Joined().IsMatch(text) ? Combine([.. text.Select(digit => digit.ToString())])
        : Alike().Match(text) is { Success: true } alike ? Combine(PartsOf(alike))
        : AsShown().Match(text) is { Success: true } shown ? Combine(PartsOf(shown))
        : (null, DateLike().IsMatch(text) ? $"It looks like a date. {Wanted}"
            : Half().IsMatch(text) ? $"Half levels are not used. {Wanted}"
            : Wanted);

    private static string[] PartsOf(Match match) => [match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["c"].Value];

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
        var range = $"{name} goes from {lowest} to 5";
        var level = NumberText.ReadWhole(text, CultureInfo.CurrentCulture, out _);
        reason = level is not null ? $"{range}."
            : DateLike().IsMatch(text.Trim()) ? $"It looks like a date; {range}."
            : NumberText.ReadNumber(text, CultureInfo.CurrentCulture, out _) is not null ? $"Half levels are not used; {range}."
            : $"Not a number; {range}.";
        return level >= lowest && level <= 5 ? (int)level : null;
    }

    private static Confidence? ConfidenceOf(string text) => text.Trim().ToUpperInvariant() switch
    {
        "1" or "L" or "LOW" => Confidence.Low,
        "2" or "M" or "MEDIUM" => Confidence.Medium,
        "3" or "H" or "HIGH" => Confidence.High,
        _ => null,
    };

    [GeneratedRegex(@"^[0-9]{3}$")]
    private static partial Regex Joined();

    // A level is one digit, also with a decimal sign and zeros, as spreadsheets write numbers.
    [GeneratedRegex(@"^(?<a>[0-9]([.,]0+)?)\s*(?<sign>[ ·→/;,\-|:>\p{Zs}])\s*(?<b>[0-9]([.,]0+)?)\s*\k<sign>\s*(?<c>[0-9]([.,]0+)?)$")]
    private static partial Regex Alike();

    // The form in which the sheet shows scores: 4 · 2→4.
    [GeneratedRegex(@"^(?<a>[0-9])\s*[·;,/|:]?\s*(?<b>[0-9])\s*(→|->|>)\s*(?<c>[0-9])$")]
    private static partial Regex AsShown();

    [GeneratedRegex(@"^[0-9]{1,4}([./-])[0-9]{1,2}\1[0-9]{1,4}$")]
    private static partial Regex DateLike();

    [GeneratedRegex(@"(^|[^0-9])[0-9][.,][0-9]*[1-9][0-9]*([^0-9]|$)")]
    private static partial Regex Half();
}
