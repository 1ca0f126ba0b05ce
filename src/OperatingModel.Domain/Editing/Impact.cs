namespace OperatingModel.Domain.Editing;

/// <summary>How many rows of one list an edit adds, changes and removes.</summary>
public sealed record ImpactLine(ModelTable Table, int Added, int Changed, int Removed);

/// <summary>What an edit will touch, said before it is made.</summary>
public sealed record Impact(IReadOnlyList<ImpactLine> Lines)
{
    /// <summary>Counts by list, in the order of the lists. A row that only gets another key counts as removed and added.</summary>
    public static Impact Of(IEnumerable<RowChange> changes) => new([.. changes
        .GroupBy(change => change.Table)
        .OrderBy(list => list.Key.Index)
        .Select(list => new ImpactLine(
            list.Key,
            list.Count(change => change.Before is null),
            list.Count(change => change is { Before: not null, After: not null }),
            list.Count(change => change.After is null)))]);

    public bool IsEmpty => Lines.Count == 0;

    /// <summary>E.g. "Removes 1 capability, 3 stage links and 12 assessments; changes 1 team."</summary>
    public string Sentence
    {
        get
        {
            string[] parts = [.. new[] { Part("removes", line => line.Removed), Part("adds", line => line.Added), Part("changes", line => line.Changed) }.OfType<string>()];
            var sentence = parts.Length == 0 ? "changes nothing" : string.Join("; ", parts);
            return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.";
        }
    }

    private string? Part(string verb, Func<ImpactLine, int> count)
    {
        string[] counted = [.. Lines.Where(line => count(line) > 0).Select(line => ListWords.Of(line.Table).Counted(count(line)))];
        return counted.Length switch
        {
            0 => null,
            1 => $"{verb} {counted[0]}",
            _ => $"{verb} {string.Join(", ", counted[..^1])} and {counted[^1]}",
        };
    }
}
