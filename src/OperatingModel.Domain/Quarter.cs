using System.Globalization;

namespace OperatingModel.Domain;

/// <summary>A calendar quarter, written <c>2026-Q1</c>. Ordered by time; differences count quarters.</summary>
public readonly record struct Quarter : IComparable<Quarter>
{
    private readonly int _index;

    private Quarter(int index) => _index = index;

    /// <exception cref="ArgumentOutOfRangeException">Year not 1..9999 or number not 1..4.</exception>
    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        _index = (year * 4) + number - 1;
    }

    public int Year => _index / 4;

    public int Number => (_index % 4) + 1;

    public static Quarter Of(DateOnly date) => new(date.Year, ((date.Month - 1) / 3) + 1);

    public static bool TryParse(string? text, out Quarter quarter)
    {
        quarter = default;
        if (text is not { Length: 7 } || text[4] != '-' || text[5] != 'Q' || text[6] is < '1' or > '4'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0)
        {
            return false;
        }

        quarter = new Quarter(year, text[6] - '0');
        return true;
    }

    /// <exception cref="FormatException">Not of the form 2026-Q1.</exception>
    public static Quarter Parse(string text) => TryParse(text, out var quarter)
        ? quarter
        : throw new FormatException($"'{text}' is not a quarter; write it like 2026-Q1.");

    public int CompareTo(Quarter other) => _index.CompareTo(other._index);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");

    public static Quarter operator +(Quarter quarter, int quarters) => new(quarter._index + quarters);
    public static int operator -(Quarter left, Quarter right) => left._index - right._index;
    public static bool operator <(Quarter left, Quarter right) => left._index < right._index;
    public static bool operator >(Quarter left, Quarter right) => left._index > right._index;
    public static bool operator <=(Quarter left, Quarter right) => left._index <= right._index;
    public static bool operator >=(Quarter left, Quarter right) => left._index >= right._index;
}
