using System.Globalization;
using System.Text;

namespace OperatingModel.Web.Components.Controls;

/// <summary>
/// The words that somebody typed to find or filter rows: every word must occur in the name, or begin the code or a part of it, in any order
/// and whatever the case and the accents. "ubergabe" finds "Übergabe", "4.3" finds C4.3.
/// </summary>
internal sealed class TypedWords
{
    private readonly string[] _words;

    private TypedWords(string[] words) => _words = words;

    /// <summary>The words, folded for comparison.</summary>
    public IReadOnlyList<string> Words => _words;

    public static TypedWords Of(string text) => new(Folded(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether every word is in the code or the name; true when nothing was typed.</summary>
    public bool AreIn(string code, string name)
    {
        var (foldedCode, foldedName) = (Folded(code), Folded(name));
        return Array.TrueForAll(_words, word => IsIn(word, foldedCode, foldedName));
    }

    /// <param name="word">One of <see cref="Words"/>.</param>
    /// <param name="foldedCode">The code, folded by <see cref="Folded"/>.</param>
    /// <param name="foldedName">The name, folded by <see cref="Folded"/>.</param>
    public static bool IsIn(string word, string foldedCode, string foldedName) =>
        foldedName.Contains(word, StringComparison.Ordinal) || BeginsAPart(word, foldedCode);

    /// <summary>Returns a text in small letters without accents, ligatures and invisible signs, for comparison in a search.</summary>
    public static string Folded(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            _ = char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format ? folded : letter switch
            {
                'ß' => folded.Append("ss"),
                'æ' => folded.Append("ae"),
                'œ' => folded.Append("oe"),
                'þ' => folded.Append("th"),
                'ø' => folded.Append('o'),
                'ł' => folded.Append('l'),
                'đ' or 'ð' => folded.Append('d'),
                'ı' => folded.Append('i'),
                _ => folded.Append(letter),
            };
        }

        return folded.ToString();
    }

    // A part of a code begins at its start, after a punctuation sign, and where a number follows a letter.
    private static bool BeginsAPart(string word, string code)
    {
        for (var at = code.IndexOf(word, StringComparison.Ordinal); at >= 0; at = code.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(code[at - 1]) || (char.IsLetter(code[at - 1]) && char.IsDigit(code[at])))
            {
                return true;
            }
        }

        return false;
    }
}
