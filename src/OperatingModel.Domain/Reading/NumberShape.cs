using System.Globalization;
using System.Text;

namespace OperatingModel.Domain.Reading;

/// <summary>The digits of a text before and after its decimal sign, once it is clear which sign that is.</summary>
/// <param name="Whole">Without leading zeros; <c>0</c> when there is nothing else.</param>
/// <param name="Decimals">As typed where they are ambiguous, else without zeros at the end.</param>
/// <param name="IsAmbiguous">The only sign stands before a group of three: it may part a group or the decimals.</param>
internal sealed record NumberShape(bool IsNegative, string Whole, string Decimals, bool IsAmbiguous)
{
    private const char Blank = ' ';
    private const char Apostrophe = '\'';
    private const char SureDecimal = '٫';

    /// <param name="hasOnlySigns">Whether the text consists of digits and signs, though not in an order that makes a number.</param>
    public static NumberShape? Of(string text, CultureInfo culture, out bool hasOnlySigns)
    {
        var (isNegative, parts, marks) = Parted(text, culture);
        hasOnlySigns = marks.Count > 0;
        if (parts.Count == 0 || PointOf(parts, marks, culture) is not { } point)
        {
            return null;
        }

        var groups = parts[..(point + 1)];
        if (groups.Count > 1 && !AreGroups(groups, culture))
        {
            return null;
        }

        var decimals = string.Concat(parts[(point + 1)..]);
        var isAmbiguous = marks is ['.' or ','] && point == 0 && IsGroup(parts) && marks[0].ToString() != GroupSign(culture);
        var whole = string.Concat(groups).TrimStart('0');
        return new NumberShape(isNegative, whole.Length == 0 ? "0" : whole, isAmbiguous ? decimals : decimals.TrimEnd('0'), isAmbiguous);
    }

    public static NumberShape? None(out bool hasOnlySigns)
    {
        hasOnlySigns = false;
        return null;
    }

    /// <summary>The place of the decimal sign among the marks, or their number when there is none; null where the marks make no number.</summary>
    private static int? PointOf(List<string> parts, List<char> marks, CultureInfo culture)
    {
        var kinds = marks.Distinct().Count();
        if (marks.Count == 0 || (kinds == 1 && marks[0] is not ('.' or ',' or SureDecimal)))
        {
            return marks.Count;
        }

        if (marks.Count == 1)
        {
            return IsGroup(parts) && marks[0].ToString() == GroupSign(culture) ? 1 : 0;
        }

        var last = marks[^1];
        return kinds == 1 ? (last == SureDecimal ? null : marks.Count)
            : kinds == 2 && last is '.' or ',' or SureDecimal && marks.IndexOf(last) == marks.Count - 1 ? marks.Count - 1
            : null;
    }

    private static bool IsGroup(List<string> parts) => parts is [{ Length: >= 1 and <= 3 } first, { Length: 3 }] && first[0] != '0';

    private static bool AreGroups(List<string> groups, CultureInfo culture)
    {
        var sizes = culture.NumberFormat.NumberGroupSizes;
        return groups[0].Length > 0 && groups[0][0] != '0'
            && (Fit(_ => 3) || (sizes.Length > 0 && Fit(place => sizes[Math.Min(place, sizes.Length - 1)])));

        bool Fit(Func<int, int> sizeAt) =>
            groups[0].Length <= sizeAt(groups.Count - 1)
            && groups.Skip(1).Select((group, i) => group.Length == sizeAt(groups.Count - 2 - i)).All(fits => fits);
    }

    /// <summary>Digits between marks, every mark as the character that stands for its kind; no parts where anything else stands.</summary>
    private static (bool IsNegative, List<string> Parts, List<char> Marks) Parted(string text, CultureInfo culture)
    {
        var typed = string.Concat(text.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format)).Trim();
        var isNegative = typed.Length > 0 && typed[0] is '-' or '−';
        List<string> parts = [];
        List<char> marks = [];
        var part = new StringBuilder();
        foreach (var letter in typed[(isNegative || typed.StartsWith('+') ? 1 : 0)..])
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(letter) is var digit and >= 0)
            {
                part.Append((char)('0' + digit));
            }
            else if (MarkOf(letter, culture) is { } mark && (part.Length > 0 || (marks.Count == 0 && mark is '.' or ',' or SureDecimal)))
            {
                parts.Add(part.ToString());
                marks.Add(mark);
                part.Clear();
            }
            else
            {
                return (false, [], []);
            }
        }

        return part.Length == 0 ? (false, [], []) : (isNegative, [.. parts, part.ToString()], marks);
    }

    private static char? MarkOf(char letter, CultureInfo culture) => letter switch
    {
        '.' or ',' or SureDecimal => letter,
        '\'' or '’' => Apostrophe,
        _ when letter.ToString() == GroupSign(culture) && !char.IsWhiteSpace(letter) => letter,
        _ when char.GetUnicodeCategory(letter) == UnicodeCategory.SpaceSeparator => Blank,
        _ => null,
    };

    private static string GroupSign(CultureInfo culture) => culture.NumberFormat.NumberGroupSeparator;
}
