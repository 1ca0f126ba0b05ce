namespace OperatingModel.Exchange.Tables;

/// <summary>
/// What a cell of an exported table holds: a value, something unknown, or nothing. Unknown is not zero, and not the same as nothing there.
/// </summary>
public readonly record struct TableValue
{
    private TableValue(object? content, bool isUnknown) => (Content, IsUnknown) = (content, isUnknown);

    /// <summary>There should be a value, but nobody knows it yet.</summary>
    public static TableValue Unknown { get; } = new(null, true);

    /// <summary>There is nothing to know: the cell does not apply.</summary>
    public static TableValue Nothing { get; }

    /// <summary>A text, a list of texts, <c>bool</c>, <c>int</c>, finite <c>double</c> or <c>DateOnly</c>; null when unknown or nothing.</summary>
    public object? Content { get; }

    public bool IsUnknown { get; }

    /// <summary>An absent or infinite figure is unknown.</summary>
    public static TableValue Of(double? figure) => figure is { } known && double.IsFinite(known) ? new(known == 0 ? 0.0 : known, false) : Unknown;

    public static TableValue Of(int? figure) => figure is { } known ? new(known, false) : Unknown;

    public static TableValue Of(bool? answer) => answer is { } known ? new(known, false) : Unknown;

    /// <summary>An absent text is nothing.</summary>
    public static TableValue Of(string? text) => text is null ? Nothing : new(text, false);

    public static TableValue Of(DateOnly? date) => date is { } known ? new(known, false) : Nothing;

    public static TableValue Of(IReadOnlyList<string> texts) => new(texts, false);
}
