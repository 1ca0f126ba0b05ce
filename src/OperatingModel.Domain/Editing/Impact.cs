using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Editing;

/// <summary>What an edit does to the rows of one list.</summary>
public sealed record ImpactLine(ModelTable Table, IReadOnlyList<RowChange> Changes)
{
    private const int MostNamed = 3;

    public int Added => Changes.Count(change => change.Before is null);

    public int Removed => Changes.Count(change => change.After is null);

    /// <summary>Rows that only get another place to make room for others.</summary>
    public int Moved => Changes.Count(IsMove);

    public int Changed => Changes.Count(IsChange);

    /// <summary>How many there are and, where they are few and have names, which, e.g. "2 KPIs (Load factor and Punctuality)".</summary>
    internal string? Named(Func<RowChange, bool> which)
    {
        List<RowChange> rows = [.. Changes.Where(which)];
        var counted = ListWords.Of(Table).Counted(rows.Count);
        var name = Table.Fields.FirstOrDefault(field => field.Name == "Name");
        return rows.Count == 0 ? null
            : name is null || rows.Count > MostNamed ? counted
            : $"{counted} ({NameList.All([.. rows.Select(change => name.ValueOf((change.Before ?? change.After)!)).OfType<string>()])})";
    }

    internal static bool IsChange(RowChange change) => change is { Before: not null, After: not null } && !IsMove(change);

    private static bool IsMove(RowChange change) => (change.Before, change.After) switch
    {
        (Stage before, Stage after) => before with { Order = after.Order } == after,
        ({ } before, { } after) => before == after,
        _ => false,
    };
}

/// <summary>What an edit will touch, for a question before it is made.</summary>
public sealed record Impact(IReadOnlyList<ImpactLine> Lines)
{
    /// <summary>Counts by list, in the order of the lists. A row that only gets another key counts as removed and added.</summary>
    public static Impact Of(IEnumerable<RowChange> changes) => new([.. changes
        .GroupBy(change => change.Table)
        .OrderBy(list => list.Key.Index)
        .Select(list => new ImpactLine(list.Key, [.. list]))]);

    public bool IsEmpty => Lines.Count == 0;

    /// <summary>
    /// E.g. "Removes 1 capability, 3 stage links and 12 assessments; changes 1 team." Rows that only make room are not mentioned.
    /// </summary>
    public string Sentence => Lines.Count > 0 && Lines.Sum(line => line.Changes.Count - line.Moved) == 0
        ? "Changes the order alone."
        : SentenceOf(
            Part("removes", line => Counted(line, line.Removed)),
            Part("adds", line => Counted(line, line.Added)),
            Part("changes", line => Counted(line, line.Changed)));

    /// <summary>What is removed or changed along with a row: counts, and names where there are few.</summary>
    /// <param name="row">The one whose removal is asked about.</param>
    /// <returns>E.g. "39 assessments and 1 KPI (Load factor) go with it; changes 1 team (Alpha)." or "Nothing depends on it."</returns>
    public string SentenceFor(ModelRow row)
    {
        bool IsAlsoRemoved(RowChange change) => change.After is null && !(change.Table.RowType == row.GetType() && change.Key == row.Key);
        string[] removed = [.. Lines.Select(line => line.Named(IsAlsoRemoved)).OfType<string>()];
        var only = Lines.Sum(line => line.Changes.Count(IsAlsoRemoved)) == 1;
        var goes = removed.Length == 0 ? null : $"{NameList.All(removed)} {(only ? "goes" : "go")} with it";
        var changes = Part("changes", line => line.Named(ImpactLine.IsChange));
        return goes is null && changes is null ? "Nothing depends on it." : SentenceOf(goes, changes);
    }

    private static string? Counted(ImpactLine line, int count) => count == 0 ? null : ListWords.Of(line.Table).Counted(count);

    private string? Part(string verb, Func<ImpactLine, string?> words)
    {
        string[] counted = [.. Lines.Select(words).OfType<string>()];
        return counted.Length == 0 ? null : $"{verb} {NameList.All(counted)}";
    }

    private static string SentenceOf(params string?[] parts)
    {
        var sentence = parts.Any(part => part is not null) ? string.Join("; ", parts.OfType<string>()) : "changes nothing";
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.";
    }
}
