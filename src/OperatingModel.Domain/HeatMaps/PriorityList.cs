namespace OperatingModel.Domain.HeatMaps;

/// <summary>Every leaf with links, the most urgent first; leaves without a known cell at the end (F5).</summary>
public sealed class PriorityList
{
    private readonly Dictionary<int, int> _places;

    private PriorityList(IReadOnlyList<Priority> items)
    {
        Items = items;
        _places = items.Select((item, place) => (item.Node, place)).ToDictionary(p => p.Node, p => p.place);
        TotalNeed = items.Sum(item => item.Need ?? 0);
    }

    /// <summary>In display order: rank, then heat, peak, coverage, code.</summary>
    public IReadOnlyList<Priority> Items { get; }

    /// <summary>Need points of all leaves together.</summary>
    public double TotalNeed { get; }

    /// <summary>The leaves that have a rank, in display order.</summary>
    public IEnumerable<Priority> Ranked => Items.TakeWhile(item => item.Rank is not null);

    public Priority? Find(int node) => _places.TryGetValue(node, out var place) ? Items[place] : null;

    /// <summary>Place in <see cref="Items"/>; -1 when the node is no leaf with links.</summary>
    public int PlaceOf(int node) => _places.GetValueOrDefault(node, -1);

    /// <summary>Why the need of all leaves together is what it is.</summary>
    public Explanation ExplainTotalNeed() => new(
        "Need of all capabilities together",
        $"Sum of size weight × priority over {HeatWords.Count(Ranked.Count(), "assessed capability", "assessed capabilities")} = {FigureText.Of(TotalNeed)}",
        TotalNeed,
        [.. Ranked.Select(item => new ExplanationTerm(item.Name, [item.Code], item.Need ?? 0, $"{item.Code}: rank {item.Rank}, priority {FigureText.Of(item.Value)}"))],
        Items.Count == Ranked.Count() ? [] : [$"{HeatWords.Count(Items.Count - Ranked.Count(), "capability", "capabilities")} without a known cell: unknown, not zero."],
        []);

    /// <param name="unit">One unit as if it were the whole group, or <see cref="HeatCube.All"/>.</param>
    internal static PriorityList Of(HeatCube cube, int unit)
    {
        Priority[] unordered = [.. Enumerable.Range(0, cube.Axes.Nodes.Length).Select(leaf => Figures(cube, leaf, unit))];
        var ordered = TieOrder.Sort(unordered, item => item.Code, item => item.Value, item => item.Heat, item => item.Peak, item => item.Coverage);
        var ranks = TieOrder.Ranks([.. ordered.Select(item => item.Value)]);
        double[] lows = [.. ordered.Select(item => item.Low).Order()];
        double[] highs = [.. ordered.Select(item => item.High).Order()];
        return new PriorityList([.. ordered.Select((item, place) => item with
        {
            Rank = ranks[place],
            BestRank = 1 + CountAbove(lows, item.High),
            WorstRank = 1 + CountAbove(highs, item.Low) - (Tolerance.Greater(item.High, item.Low) ? 1 : 0),
        })]);
    }

    private static Priority Figures(HeatCube cube, int leaf, int unit)
    {
        var node = cube.Axes.Nodes[leaf];
        var part = cube.Layer.Leaves[leaf];
        var sums = part.Row.Of(unit);
        var (masses, counts) = (sums.Masses, sums.Counts);
        var rollup = Rollup.Of(sums, cube.Model.Settings);
        var size = cube.Axes.Sizes[leaf];
        var imputed = unit < 0 ? part.Imputed : part.Plain[unit] / counts.Known;
        double? need = counts.Known > 0 ? LeafPart.Need(masses, imputed) : null;
        var low = 10 * masses.Heat / size;
        return new Priority
        {
            Node = node,
            Code = cube.Tree[node].Code,
            Name = cube.Tree[node].Name,
            Value = need / size,
            Low = low,
            High = low + (1000 * (masses.Applicable - masses.Known) / size),
            Reach = masses.Applicable / size,
            Heat = rollup.Heat,
            Peak = rollup.Peak,
            Coverage = rollup.Coverage,
            Confidence = rollup.Confidence,
            Band = rollup.Band,
            HiddenHotSpot = rollup.HiddenHotSpot,
            Need = need,
            Trust = rollup.Trust,
        };
    }

    private static int CountAbove(double[] rising, double limit)
    {
        var (low, high) = (0, rising.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tolerance.Greater(rising[middle], limit) ? (low, middle) : (middle + 1, high);
        }

        return rising.Length - low;
    }
}
