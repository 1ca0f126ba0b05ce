namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>Names from the top down in one cell: Customer > Claims > Receive claim.</summary>
internal static class ListPaths
{
    // The first are used for nothing else; the others stand in names too.
    private static readonly string[] Signs = ["→", "»", "›", "->", "=>", ">"];
    private static readonly string[] WeakSigns = ["\\", "/", "|"];

    /// <summary>The sign most rows hold; null where none does.</summary>
    public static string? SignIn(IReadOnlyList<ListItem> items) => Signs.Concat(WeakSigns)
        .Select(sign => (Sign: sign, Rows: items.Count(item => item.Text.Contains(sign, StringComparison.Ordinal))))
        .Where(sign => sign.Rows > 0)
        .OrderByDescending(sign => sign.Rows)
        .Select(sign => sign.Sign)
        .FirstOrDefault();

    /// <summary>Whether every row is a path, or the upper part of one; a sign that names hold too must lead several rows from the same top.</summary>
    public static bool IsLikely(IReadOnlyList<ListItem> items)
    {
        if (SignIn(items) is not { } sign)
        {
            return false;
        }

        var tops = items.Where(item => item.Text.Contains(sign, StringComparison.Ordinal)).Select(item => TopOf(item.Text, sign)).ToList();
        var known = tops.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return items.All(item => known.Contains(TopOf(item.Text, sign)))
            && (Signs.Contains(sign) || known.Count < tops.Count || tops.Count < items.Count);
    }

    private static string TopOf(string text, string sign) => text.Trim().TrimStart(sign[0]).Split(sign, 2)[0].Trim();
}
