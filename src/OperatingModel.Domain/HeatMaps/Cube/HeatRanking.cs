namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>The order of the leaves: falling priority, then code; leaves without a known cell at the end (F5).</summary>
internal sealed class HeatRanking
{
    private readonly int[] _order;

    private HeatRanking(int[] order) => _order = order;

    /// <summary>Leaves, first the most urgent. Equal ones stand by code; what else counts inside a tie is for the display.</summary>
    public ReadOnlySpan<int> Order => _order;

    public static HeatRanking Of(HeatLayer layer)
    {
        var keys = Array.ConvertAll(layer.Leaves, Key);
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && keys[to] == keys[from])
            {
                to++;
            }

            order.AsSpan(from, to - from).Sort((a, b) => layer.Axes.CodeOrder[a].CompareTo(layer.Axes.CodeOrder[b]));
            from = to;
        }

        return new HeatRanking(order);
    }

    /// <summary>The ranking after these leaves changed; every other leaf keeps its place among the rest.</summary>
    public HeatRanking With(HeatLayer before, HeatLayer after, IReadOnlyCollection<int> leaves)
    {
        int[] order = [.. _order];
        var count = order.Length;
        foreach (var leaf in leaves)
        {
            RemoveAt(order, PlaceOf(order.AsSpan(0, count), before, before.Leaves[leaf], leaf), count--);
        }

        foreach (var leaf in leaves)
        {
            InsertAt(order, PlaceOf(order.AsSpan(0, count), after, after.Leaves[leaf], leaf), leaf, count++);
        }

        return new HeatRanking(order);
    }

    /// <summary>1 for the most urgent; equal priorities share the better rank (1-2-2-4). Null without a known cell.</summary>
    public int? RankOf(HeatLayer layer, int leaf)
    {
        if (double.IsNaN(layer.Leaves[leaf].Priority))
        {
            return null;
        }

        var place = PlaceOf(_order, layer, layer.Leaves[leaf], leaf);
        while (place > 0 && Tolerance.Same(layer.Leaves[_order[place - 1]].Priority, layer.Leaves[_order[place]].Priority))
        {
            place--;
        }

        return place + 1;
    }

    // The first place in the order that does not belong before the leaf: its own, when it is there.
    private static int PlaceOf(ReadOnlySpan<int> order, HeatLayer layer, LeafPart part, int leaf)
    {
        var key = Key(part);
        var codes = layer.Axes.CodeOrder;
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var other = Key(layer.Leaves[order[middle]]);
            (low, high) = other < key || (other == key && codes[order[middle]] < codes[leaf]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static void RemoveAt(int[] order, int place, int count) => Array.Copy(order, place + 1, order, place, count - place - 1);

    private static void InsertAt(int[] order, int place, int leaf, int count)
    {
        Array.Copy(order, place, order, place + 1, count - place);
        order[place] = leaf;
    }

    private static double Key(LeafPart part) => double.IsNaN(part.Priority) ? double.PositiveInfinity : -part.Priority;
}
