using System.Buffers;
using System.Globalization;
using System.Text;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Csv;

/// <summary>Text for a csv field that no spreadsheet takes for a formula (OWASP, ASVS 1.2.10).</summary>
internal static class CsvText
{
    private const char Guard = '\'';

    private static readonly SearchValues<char> Signs = SearchValues.Create('=', '+', '-', '@', '＝', '＋', '－', '＠');
    private static readonly SearchValues<char> SignsAndSeparators = SearchValues.Create('=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\n');

    /// <summary>
    /// The text, with an apostrophe wherever a spreadsheet could see the start of a formula: at the beginning, and after what
    /// separates cells in another form of csv, where quotes may mean nothing. A start that has apostrophes gets one more,
    /// so that taking one away gives the text back.
    /// </summary>
    /// <param name="separator">Of the file. Fields that hold it are quoted, so that a comma parts nothing where it is the separator.</param>
    public static string Of(string text, char separator = ',')
    {
        var clean = PlainText.Clean(text);
        if (!clean.AsSpan().ContainsAny(SignsAndSeparators))
        {
            return clean;
        }

        var safe = new StringBuilder(clean.Length + 1);
        for (var i = 0; i < clean.Length; i++)
        {
            if (i == 0 ? clean.AsSpan().TrimStart(Guard) is ['\t' or '\n', ..] || StartsFormula(clean)
                : Parts(clean[i - 1], separator) && StartsFormula(clean.AsSpan(i)))
            {
                safe.Append(Guard);
            }

            safe.Append(clean[i]);
        }

        return safe.ToString();
    }

    private static bool Parts(char c, char separator) => c is ';' or '\t' or '\n' || (c == ',' && separator != ',');

    // Spreadsheets differ in what they pass over before a sign: blanks, quotes, invisible characters.
    private static bool StartsFormula(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Signs.Contains(c))
            {
                return true;
            }

            if (Parts(c, ';') || !(c is Guard or '"' or '\uFFFD' || char.IsWhiteSpace(c) || char.IsControl(c)
                || char.GetUnicodeCategory(c) == UnicodeCategory.Format))
            {
                return false;
            }
        }

        return false;
    }
}
