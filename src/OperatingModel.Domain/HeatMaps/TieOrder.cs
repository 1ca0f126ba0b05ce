namespace OperatingModel.Domain.HeatMaps;

/// <summary>
/// Orders by figures that count as equal when they are within the tolerance: falling, missing last. A tie group grows while each
/// item is within the tolerance of its predecessor; the next figure, and at last the code, decides inside it.
/// </summary>
public static class TieOrder
{
    public static IReadOnlyList<T> Sort<T>(IEnumerable<T> items, Func<T, string> code, params IReadOnlyList<Func<T, double?>> figures) =>
        SortStable([.. items.OrderBy(code, StringComparer.Ordinal)], figures);

    /// <summary>Orders for people: what ties in every figure stays in the order given, such as that of the tree.</summary>
    public static IReadOnlyList<T> SortStable<T>(IReadOnlyList<T> items, params IReadOnlyList<Func<T, double?>> figures)
    {
        T[] given = [.. items];
        int[] order = [.. Enumerable.Range(0, given.Length)];
        Sort(order, given, figures, 0);
        return [.. order.Select(index => given[index])];
    }

    /// <summary>Ranks of figures in falling order: equal ones share the better rank (1-2-2-4), missing ones have none.</summary>
    public static IReadOnlyList<int?> Ranks(IReadOnlyList<double?> falling)
    {
        var ranks = new int?[falling.Count];
        for (var i = 0; i < ranks.Length && falling[i] is not null; i++)
        {
            ranks[i] = i > 0 && SameGroup(falling[i - 1], falling[i]) ? ranks[i - 1] : i + 1;
        }

        return ranks;
    }

    private static void Sort<T>(Span<int> order, T[] given, IReadOnlyList<Func<T, double?>> figures, int level)
    {
        // Whatever decided the group no longer counts inside it: back to the order given.
        order.Sort();
        if (order.Length < 2 || level == figures.Count)
        {
            return;
        }

        var figure = figures[level];
        order.Sort((a, b) => Descending(figure(given[a]), figure(given[b])) is var c and not 0 ? c : a.CompareTo(b));
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && SameGroup(figure(given[order[to - 1]]), figure(given[order[to]])))
            {
                to++;
            }

            Sort(order[from..to], given, figures, level + 1);
            from = to;
        }
    }

    private static int Descending(double? left, double? right) =>
        (right ?? double.NegativeInfinity).CompareTo(left ?? double.NegativeInfinity);

    private static bool SameGroup(double? before, double? after) =>
        before is { } previous ? after is { } next && Tolerance.Same(previous, next) : after is null;
}
