namespace OperatingModel.Domain.HeatMaps;

/// <summary>Priority of every leaf (F5) and their order: falling priority, then code; leaves without a known cell at the end.</summary>
internal sealed class HeatRanking
{
    private readonly int[] _order;

    private HeatRanking(double[] imputed, double[] priorities, int[] order) => (Imputed, Priorities, _order) = (imputed, priorities, order);

    /// <summary>By leaf: mean heat of its known cells by unit share, which stands for the missing ones; NaN without a known cell.</summary>
    public double[] Imputed { get; }

    /// <summary>By leaf, 0..1000; NaN without a known cell.</summary>
    public double[] Priorities { get; }

    /// <summary>Leaves, first the most urgent. Equal ones stand by code; what else counts inside a tie is for the display.</summary>
    public ReadOnlySpan<int> Order => _order;

    public static HeatRanking Of(HeatLayer layer)
    {
        var leaves = layer.Axes.Nodes.Length;
        var imputed = new double[leaves];
        var priorities = new double[leaves];
        var keys = new double[leaves];
        var order = new int[leaves];
        for (var leaf = 0; leaf < leaves; leaf++)
        {
            (imputed[leaf], priorities[leaf]) = FiguresOf(layer, leaf);
            keys[leaf] = Key(priorities[leaf]);
            order[leaf] = leaf;
        }

        Array.Sort(keys, order);
        for (var from = 0; from < leaves;)
        {
            var to = from + 1;
            while (to < leaves && keys[to] == keys[from])
            {
                to++;
            }

            order.AsSpan(from, to - from).Sort((a, b) => layer.Axes.CodeOrder[a].CompareTo(layer.Axes.CodeOrder[b]));
            from = to;
        }

        return new HeatRanking(imputed, priorities, order);
    }

    /// <summary>The ranking after these leaves changed; every other leaf keeps its place among the rest.</summary>
    public HeatRanking With(HeatLayer layer, IReadOnlyCollection<int> leaves)
    {
        double[] imputed = [.. Imputed];
        double[] priorities = [.. Priorities];
        int[] order = [.. _order];
        foreach (var leaf in leaves)
        {
            var from = PlaceOf(order, priorities, layer.Axes.CodeOrder, leaf, order.Length);
            Array.Copy(order, from + 1, order, from, order.Length - from - 1);
            (imputed[leaf], priorities[leaf]) = FiguresOf(layer, leaf);
            var to = PlaceOf(order, priorities, layer.Axes.CodeOrder, leaf, order.Length - 1);
            Array.Copy(order, to, order, to + 1, order.Length - to - 1);
            order[to] = leaf;
        }

        return new HeatRanking(imputed, priorities, order);
    }

    /// <summary>1 for the most urgent; equal priorities share the better rank (1-2-2-4). Null without a known cell.</summary>
    public int? RankOf(HeatAxes axes, int leaf)
    {
        if (double.IsNaN(Priorities[leaf]))
        {
            return null;
        }

        var place = PlaceOf(_order, Priorities, axes.CodeOrder, leaf, _order.Length);
        while (place > 0 && Tolerance.Same(Priorities[_order[place - 1]], Priorities[_order[place]]))
        {
            place--;
        }

        return place + 1;
    }

    private static (double Imputed, double Priority) FiguresOf(HeatLayer layer, int leaf)
    {
        var row = layer.Nodes[layer.Axes.Nodes[leaf]];
        var plain = layer.Plain[leaf];
        double heat = 0;
        double known = 0;
        for (var unit = 0; unit < layer.Shares.Unit.Length; unit++)
        {
            heat += layer.Shares.Unit[unit] * plain[unit];
            known += layer.Shares.Unit[unit] * row.Counts[unit].Known;
        }

        return known > 0 && heat / known is var imputed
            ? (imputed, Need(row.Of(HeatCube.All).Masses, imputed) / layer.Axes.Sizes[leaf])
            : (double.NaN, double.NaN);
    }

    /// <summary>Need points of cells of one leaf: missing cells count with the imputed heat.</summary>
    public static double Need(in HeatMasses masses, double imputed) => 10 * (masses.Heat + (imputed * (masses.Applicable - masses.Known)));

    // The first place in the order that does not belong before the leaf: its own, when it is there.
    private static int PlaceOf(int[] order, double[] priorities, int[] codeOrder, int leaf, int count)
    {
        var key = Key(priorities[leaf]);
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var other = Key(priorities[order[middle]]);
            if (other < key || (other == key && codeOrder[order[middle]] < codeOrder[leaf]))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static double Key(double priority) => double.IsNaN(priority) ? double.PositiveInfinity : -priority;
}
