using System.Globalization;
using System.Text;

namespace OperatingModel.Exchange.Pasting;

/// <summary>What a text names.</summary>
/// <param name="Places">Indexes of the items that are meant: several where they share a name, none where nothing is called so.</param>
/// <param name="ByCode">Whether the text holds a code, which means one item only.</param>
public readonly record struct Named(IReadOnlyList<int> Places, bool ByCode)
{
    public static Named Nothing { get; } = new([], false);

    public bool IsKnown => Places.Count > 0;

    /// <summary>The one item that is meant; null for none or several.</summary>
    public int? Only => Places is [var one] ? one : null;
}

/// <summary>Finds rows or columns by what people write for them: a code, a name, or both; case, accents and blanks are forgiven.</summary>
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

    /// <summary>A text without what people do not look at: case, accents, kinds of dashes and blanks, invisible characters.</summary>
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

    // "C1.1 Sell", "C1.1 · Sell", "Sell (C1.1)": the code and the name must mean the same.
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
