using System.Globalization;
using System.Text;

namespace OperatingModel.Exchange.Pasting;

/// <summary>The items that a text names.</summary>
/// <param name="Places">The indexes of the items: several when they share a name, none when no item has it.</param>
/// <param name="ByCode">Whether the text contains a code, which only one item has.</param>
public readonly record struct Named(IReadOnlyList<int> Places, bool ByCode)
{
    public static Named Nothing { get; } = new([], false);

    public bool IsKnown => Places.Count > 0;

    /// <summary>The index of the item when the text names exactly one; otherwise null.</summary>
    public int? Only => Places is [var one] ? one : null;
}

/// <summary>Finds rows or columns by what people write for them: a code, a name, or both. Case, accents and blanks do not matter.</summary>
public sealed class NameIndex
{
    private const int MaxLength = 500;

    private readonly Dictionary<string, int> _byCode = [];
    private readonly Dictionary<string, List<int>> _byName = [];

    public NameIndex(IReadOnlyList<(string Code, string Name)> items)
    {
        for (var place = 0; place < items.Count; place++)
        {
            _byCode.TryAdd(Fold(items[place].Code), place);
            if (!_byName.TryGetValue(Fold(items[place].Name), out var places))
            {
                _byName.Add(Fold(items[place].Name), places = []);
            }

            places.Add(place);
        }
    }

    public Named Find(string text)
    {
        var folded = text.Length <= MaxLength ? Fold(text) : "";
        return _byCode.TryGetValue(folded, out var coded) || _byCode.TryGetValue(folded.TrimEnd('.'), out coded) ? new([coded], true)
            : _byName.TryGetValue(folded, out var named) ? new(named, false)
            : Both(folded);
    }

    /// <summary>Returns a text for comparison: without case, accents and invisible characters, and with one kind of dash and of blank.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                    break;
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.Control:
                    folded.Append(folded.Length > 0 && folded[^1] != ' ' ? " " : "");
                    break;
                case UnicodeCategory.DashPunctuation:
                    folded.Append('-');
                    break;
                default:
                    folded.Append(letter switch { 'ß' => "SS", '’' or '‘' => "'", _ => char.ToUpperInvariant(letter).ToString() });
                    break;
            }
        }

        return folded.ToString().Trim(' ', ':');
    }

    // Reads texts such as "C1.1 Sell", "C1.1 · Sell" and "Sell (C1.1)", in which code and name must mean the same item.
    private Named Both(string folded)
    {
        var (first, last) = (folded.IndexOf(' ', StringComparison.Ordinal), folded.LastIndexOf('('));
        if (first > 0 && _byCode.TryGetValue(folded[..first].TrimEnd('.', ':'), out var ahead) && IsCalled(ahead, folded[first..]))
        {
            return new([ahead], true);
        }

        return last > 0 && folded[^1] == ')' && _byCode.TryGetValue(folded[(last + 1)..^1], out var behind) && IsCalled(behind, folded[..last])
            ? new([behind], true) : Named.Nothing;
    }

    private bool IsCalled(int place, string name) =>
        _byName.TryGetValue(name.Trim(' ', '-', '·', ':', '|'), out var places) && places.Contains(place);
}
