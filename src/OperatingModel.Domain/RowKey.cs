namespace OperatingModel.Domain;

/// <summary>Identifies a row inside its list: one code, or several joined. Compared ordinally, like all codes.</summary>
public readonly record struct RowKey(string Text) : IComparable<RowKey>
{
    /// <summary>Joins the codes of a compound key. No code can hold it: control characters are refused.</summary>
    public const char Separator = '\u001f';

    public static RowKey Of(string code) => new(code);

    public static RowKey Of(string first, string? second) => new($"{first}{Separator}{second}");

    public static RowKey Of(string first, string? second, string? third) => new($"{first}{Separator}{second}{Separator}{third}");

    public static RowKey Of(params ReadOnlySpan<string?> codes) => new(string.Join(Separator, codes));

    public int CompareTo(RowKey other) => string.CompareOrdinal(Text, other.Text);

    /// <summary>For people: the codes with a middle dot between them, absent ones left out.</summary>
    public override string ToString() => string.Join(" · ", (Text ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries));

    public static bool operator <(RowKey left, RowKey right) => left.CompareTo(right) < 0;
    public static bool operator >(RowKey left, RowKey right) => left.CompareTo(right) > 0;
    public static bool operator <=(RowKey left, RowKey right) => left.CompareTo(right) <= 0;
    public static bool operator >=(RowKey left, RowKey right) => left.CompareTo(right) >= 0;
}
