using System.Globalization;

namespace OperatingModel.Exchange.Tests.Csv;

/// <summary>What spreadsheets make of a csv field.</summary>
internal static class SpreadsheetCells
{
    /// <summary>The cells a field becomes where a semicolon, a tab or a line end separates cells and quotes are not seen.</summary>
    public static IEnumerable<string> Of(string field) => [field, .. field.Split(';', '\t', '\n', '\r')];

    /// <summary>Whether a spreadsheet could run it: a sign first, after blanks, quotes or what cannot be seen.</summary>
    public static bool StartsFormula(string cell) =>
        cell.SkipWhile(c => c is '"' || char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            .FirstOrDefault()
            is '='
                or '+'
                or '-'
                or '@'
                or '＝'
                or '＋'
                or '－'
                or '＠'
        || cell is ['\t' or '\r' or '\n' or '\0', ..];

    /// <summary>The text before it was made safe: one apostrophe less wherever a formula would start.</summary>
    public static string Unguarded(string field)
    {
        var parts = new List<char>();
        for (var i = 0; i < field.Length; i++)
        {
            var starts = i == 0 || field[i - 1] is ';' or '\t' or '\n';
            if (!(starts && field[i] == '\'' && IsGuarded(field[(i + 1)..], i == 0)))
            {
                parts.Add(field[i]);
            }
        }

        return new string([.. parts]);
    }

    private static bool IsGuarded(string rest, bool first) =>
        (first && rest.TrimStart('\'') is ['\t' or '\n', ..])
        || rest.SkipWhile(c =>
                c is not (';' or '\t' or '\n')
                && (c is '\'' or '"' or '\uFFFD' || char.IsWhiteSpace(c) || char.IsControl(c)
                    || char.GetUnicodeCategory(c) == UnicodeCategory.Format))
            .FirstOrDefault()
            is '='
                or '+'
                or '-'
                or '@'
                or '＝'
                or '＋'
                or '－'
                or '＠';
}
