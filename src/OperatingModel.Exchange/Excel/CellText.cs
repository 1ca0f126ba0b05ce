using System.Text.RegularExpressions;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Excel;

/// <summary>Text for a workbook cell.</summary>
internal static partial class CellText
{
    /// <summary>More UTF-16 units than this in one cell, and Excel calls the file damaged.</summary>
    public const int Longest = 32_767;

    private const char Ellipsis = '…';

    /// <summary>The text without what XML cannot carry, cut where Excel's limit is.</summary>
    public static string Of(string text)
    {
        var clean = PlainText.Clean(text);
        if (clean.Length > Longest)
        {
            var end = char.IsHighSurrogate(clean[Longest - 2]) ? Longest - 2 : Longest - 1;
            clean = clean[..end] + Ellipsis;
        }

        return EscapeLookalike().Replace(clean, "_x005F_");
    }

    // Excel reads _x000D_ in a text as the character 13; the underscore itself is then written as _x005F_.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex EscapeLookalike();
}
