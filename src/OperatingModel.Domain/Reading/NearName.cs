using System.Globalization;
using System.Text;

namespace OperatingModel.Domain.Reading;

/// <summary>Guesses what somebody meant by a name or code that does not exist.</summary>
public static class NearName
{
    private const int Longest = 40;

    /// <summary>A sentence that begins with a blank and suggests the nearest name, or lists all where none is near.</summary>
    public static string Suggestion(string given, IReadOnlyList<string> known) => Nearest(given, known) is { } name ? $" Did you mean {name}?"
        : known is [var only] ? $" There is only {only}."
        : known.Count > 0 ? $" There are {string.Join(", ", known)}."
        : "";

    /// <summary>Two sentences: a code is missing, and what hides in it or which one is probably meant.</summary>
    /// <param name="list">Where it was looked for.</param>
    public static string Missing(string code, string list, IReadOnlyCollection<string> known)
    {
        var missing = $"There is no {Quoted(code)} in {list}";
        if (Hidden(code) is { } hidden)
        {
            var visible = VisibleText.Line(code);
            return known.Contains(visible)
                ? $"{missing}: it has {hidden}. Write {Quoted(visible)}."
                : $"{missing}: it has {hidden}.{(Meant(visible, known) is { } other ? $" {other}" : " Remove that and name one that exists.")}";
        }

        return Meant(code, known) is { } near ? $"{missing}. {near}" : $"{missing}; name one that exists, or add it first.";
    }

    /// <summary>Describes an invisible character in a code, e.g. "a blank at its end"; null when there is none.</summary>
    public static string? Hidden(string code)
    {
        if (code.Length == 0 || VisibleText.Line(code) == code)
        {
            return null;
        }

        var at = Enumerable.Range(0, code.Length).FirstOrDefault(i => IsHidden(code, i), -1);
        if (at < 0)
        {
            return "an invisible character";
        }

        var last = code.Length - 1;
        var end = IsHidden(code, last);
        var (place, letter) = IsHidden(code, 0) ? ("at its beginning", code[0])
            : end ? ("at its end", code[last])
            : ($"after {Quoted(code[..at])}", code[at]);
        return $"{NameOf(letter)} {place}{(end && place == "at its beginning" && last > 0 ? " and at its end" : "")}";
    }

    /// <summary>The nearest of these; null when none is near. Small and capital letters are the same.</summary>
    public static string? Nearest(string given, IEnumerable<string> known)
    {
        var most = Math.Max(2, given.Length / 3);
        string? nearest = null;
        foreach (var name in known)
        {
            if (Math.Abs(name.Length - given.Length) <= most && Distance(given, name) is var distance && distance <= most)
            {
                (nearest, most) = (name, distance - 1);
            }
        }

        return nearest;
    }

    /// <summary>How many letters are to be put in, taken out or changed; small and capital letters are the same.</summary>
    public static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }

    /// <summary>As it stands in a sentence: between quotes, so that its ends are seen, and short.</summary>
    public static string Quoted(string text)
    {
        // Half a character becomes the replacement character by itself.
        var plain = string.Concat(text.EnumerateRunes().Take(Longest).Select(rune => Rune.IsControl(rune) ? Rune.ReplacementChar : rune));
        return $"“{plain}{(text.EnumerateRunes().Skip(Longest).Any() ? "…" : "")}”";
    }

    // Codes are short: a suggestion needs two thirds that are the same.
    private static string? Meant(string code, IReadOnlyCollection<string> known)
    {
        if (known.FirstOrDefault(name => name.Equals(code, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            var pairs = same.Zip(code).Where(pair => pair.First != pair.Second).ToList();
            return $"{Quoted(same)} is written with "
                + (pairs.TrueForAll(pair => char.IsUpper(pair.First)) ? Counted(pairs.Count, "a capital", "capitals")
                    : pairs.TrueForAll(pair => char.IsLower(pair.First)) ? Counted(pairs.Count, "a small letter", "small letters")
                    : "other capitals") + ".";
        }

        return Nearest(code, known.Where(name => !AreOfOneSeries(code, name))) is { } near && Distance(code, near) * 3 <= code.Length
            ? $"Perhaps {Quoted(near)} is meant."
            : null;
    }

    // FY26 is no typing error for FY27 but another code.
    private static bool AreOfOneSeries(string code, string name) => code.Length == name.Length
        && code.Zip(name).All(pair => pair.First == pair.Second || (char.IsDigit(pair.First) && char.IsDigit(pair.Second)));

    private static string Counted(int count, string one, string many) => count == 1 ? one : many;

    private static bool IsHidden(string text, int at) => char.IsWhiteSpace(text[at])
        ? at == 0 || at == text.Length - 1 || text[at] != ' ' || text[at - 1] == ' '
        : VisibleText.Of(text[at].ToString()).Length == 0;

    private static string NameOf(char letter) => letter switch
    {
        ' ' => "a blank",
        '\u00A0' or '\u202F' or '\u2007' => "a no-break space",
        '\t' => "a tab",
        '\n' or '\r' or '\u2028' or '\u2029' => "a line break",
        _ when char.IsWhiteSpace(letter) => "a blank of an unusual width",
        _ => string.Create(CultureInfo.InvariantCulture, $"an invisible character (U+{(int)letter:X4})"),
    };
}
