using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps.Cube;
using OperatingModel.Domain.HeatMaps.Explaining;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>Every leaf with links, the most urgent first; leaves without a known cell at the end (F5).</summary>
public sealed class PriorityList
{
    private static readonly Func<Priority, double?>[] Figures = [item => item.Value, item => item.Heat, item => item.Peak, item => item.Coverage];

    private readonly Dictionary<int, int> _places;
    private readonly Lazy<IReadOnlyList<Priority>> _shown;

    private PriorityList(IReadOnlyList<Priority> items)
    {
        Items = items;
        _places = items.Select((item, place) => (item.Node, place)).ToDictionary(p => p.Node, p => p.place);
        TotalNeed = items.Sum(item => item.Need ?? 0);
        _shown = new(() => TieOrder.SortStable([.. items.OrderBy(item => item.Node)], Figures));
    }

    /// <summary>In the order of computations: rank, then heat, peak, coverage, code.</summary>
    public IReadOnlyList<Priority> Items { get; }

    /// <summary>
    /// In the order of screens and of files for people: as <see cref="Items"/>, but in the order of the tree where those go by code.
    /// </summary>
    public IReadOnlyList<Priority> Shown => _shown.Value;

    /// <summary>The first ranked leaves in the order of screens, up to a number.</summary>
    public IEnumerable<Priority> First(int count) => Shown.TakeWhile(item => item.Rank is not null).Take(count);

    /// <summary>The first leaf in the order of screens; null when nothing is ranked.</summary>
    public Priority? Leader => First(1).FirstOrDefault();

    /// <summary>Need points of all leaves together, 0 or more.</summary>
    public double TotalNeed { get; }

    /// <summary>The leaves that have a rank, in the order of computations.</summary>
    public IEnumerable<Priority> Ranked => Items.TakeWhile(item => item.Rank is not null);

    /// <summary>The neighbours of a leaf in the order of screens; null where there is none.</summary>
    public (Priority? Before, Priority? After) NeighboursOf(int node)
    {
        var place = Find(node) is { } item ? Shown.Index().First(entry => entry.Item == item).Index : -1;
        return (place > 0 ? Shown[place - 1] : null, place >= 0 && place + 1 < Shown.Count ? Shown[place + 1] : null);
    }

    public Priority? Find(int node) => _places.TryGetValue(node, out var place) ? Items[place] : null;

    /// <summary>Explains the need of all leaves together.</summary>
    public Explanation ExplainTotalNeed() =>
        new(
            "Need of all capabilities together",
            $"Sum of size times priority over {HeatWords.Count(Ranked.Count(), "assessed capability", "assessed capabilities")}.",
            TotalNeed,
            FigureUnit.Points,
            [.. Shown.Where(item => item.Rank is not null).Select(Term)],
            Items.Count == Ranked.Count()
                ? []
                : [$"{HeatWords.Count(Items.Count - Ranked.Count(), "capability", "capabilities")} without a known cell: unknown, not zero."],
            []);

    private static ExplanationTerm Term(Priority item) => new(
        item.Name, [ModelInput.Of<Capability>(item.Code, item.Name)], item.Need ?? 0, $"rank {item.Rank}")
    {
        Formula = item is { Need: { } need, Value: { } value and > 0 }
            ? Formula.Of("size", need / value, FigureUnit.Plain) * Formula.Of("priority", value, FigureUnit.Points)
            : null,
    };

    /// <param name="unit">One unit as if it were the whole group, or <see cref="HeatCube.All"/>.</param>
    internal static PriorityList Of(HeatCube cube, int unit)
    {
        Priority[] unordered = [.. Enumerable.Range(0, cube.Axes.Nodes.Length).Select(leaf => Of(cube, leaf, unit))];
        var ordered = TieOrder.Sort(unordered, item => item.Code, Figures);
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

    private static Priority Of(HeatCube cube, int leaf, int unit)
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
