using System.Globalization;
using System.Text;

namespace OperatingModel.Domain;

/// <summary>Removes from text what nobody can see: marks of zero width, directions, byte order, control characters.</summary>
public static class VisibleText
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>Letters that are drawn as nothing.</summary>
    private const string Fillers = "\u115F\u1160\u3164\uFFA0\u2800";

    /// <summary>The first 40 characters, for a sentence about the text.</summary>
    public static string Shortened(string text) => text.Length <= 40 ? text : $"{text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)]}…";

    /// <summary>Drops invisible characters. Tabs and line ends stay; what breaks a line inside a paragraph becomes a blank.</summary>
    public static string Of(string text)
    {
        var first = 0;
        while (first < text.Length && IsPlain(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var seen = new StringBuilder(text, 0, first, text.Length);
        for (var at = first; at < text.Length; at++)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            if (text[at] is '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                seen.Append(' ');
            }
            else if (IsPlain(text[at]) || !IsInvisible(text, at))
            {
                seen.Append(text, at, length);
            }

            at += length - 1;
        }

        return seen.ToString();
    }

    /// <summary>
    /// As <see cref="Of"/>, on one line: blanks, tabs and line ends that follow each other become one blank, none stand at the ends.
    /// </summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, 256));
        foreach (var c in Of(text))
        {
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsPlain(char c) => c is (>= ' ' and < '\u007F') or '\t' or '\n' or '\r';

    private static bool IsInvisible(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.Format or UnicodeCategory.Control
            ? text[at] is not (ZeroWidthJoiner or ZeroWidthNonJoiner) || !Joins(text, at)
            : Fillers.Contains(text[at]);

    // Joiners are part of the spelling of some scripts, and of pictures made of several.
    private static bool Joins(string text, int at) => at > 0 && at + 1 < text.Length && IsJoined(text[at - 1]) && IsJoined(text[at + 1]);

    private static bool IsJoined(char c) => c > '\u024F' && !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format;
}
