namespace OperatingModel.Domain;

/// <summary>Names one after the other in a sentence.</summary>
public static class NameList
{
    private const int Most = 4;

    /// <summary>E.g. "A, B and C".</summary>
    public static string All(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary>All of a few; of many the first three and how many more there are.</summary>
    public static string Few(IReadOnlyList<string> names) =>
        names.Count <= Most ? All(names) : All([.. names.Take(Most - 1), $"{names.Count - Most + 1} more"]);
}
