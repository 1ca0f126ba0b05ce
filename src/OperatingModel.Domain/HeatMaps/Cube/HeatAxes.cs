using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>
/// The three dimensions of the heat map and which of their crossings are cells. Leaves, stages, units and links are addressed by
/// index: leaves with links in screen order, stages in the order of their chains, units in scope in the order of their list,
/// links by leaf and then stage. What refers to nothing is left out (checks report it).
/// </summary>
internal sealed class HeatAxes
{
    /// <summary>Unit rows are padded to this many, so that the inner loops need no tail.</summary>
    public const int Lanes = 8;

    private readonly Dictionary<string, int> _stages;
    private readonly Dictionary<string, int> _units;
    private readonly HashSet<(int Leaf, int Unit)> _notApplicable;
    private readonly int[] _leafAtNode;
    private readonly int[] _firstLeaf;

    private HeatAxes(
        CapabilityTree tree,
        string[] chains,
        Stage[] stages,
        BusinessUnit[] units,
        IEnumerable<StageLink> links,
        IEnumerable<NotApplicable> exceptions)
    {
        (Tree, Chains, Stages, Units) = (tree, chains, stages, units);
        StageChain = [.. stages.Select(stage => Array.IndexOf(chains, stage.Chain))];
        _stages = Indexed(stages, stage => stage.Code);
        _units = Indexed(units, unit => unit.Code);
        Stride = (units.Length + Lanes - 1) / Lanes * Lanes;
        var known = KnownLinks(links);
        Nodes = [.. known.Select(link => link.Node).Distinct()];
        (_leafAtNode, _firstLeaf) = LeafLookUps(tree, Nodes);
        LinkStage = [.. known.Select(link => link.Stage)];
        LinkStrength = [.. known.Select(link => link.Strength)];
        LinkLeaf = [.. known.Select(link => _leafAtNode[link.Node])];
        LinkStart = Starts(LinkLeaf, Nodes.Length);
        StageLinks = [.. Enumerable.Range(0, LinkStage.Length).OrderBy(link => LinkStage[link])];
        StageLinkStart = Starts([.. StageLinks.Select(link => LinkStage[link])], stages.Length);
        Sizes = [.. Nodes.Select(node => tree[node].Weight is { } weight and > 0 && double.IsFinite(weight) ? weight : 1)];
        InnerCount = tree.Count - Nodes.Length + 1;
        Lowest = [.. Enumerable.Range(0, tree.Count).Where(node => _leafAtNode[node] < 0 && HasOnlyLeaves(node))];
        CodeOrder = Positions([.. Enumerable.Range(0, Nodes.Length).OrderBy(leaf => tree[Nodes[leaf]].Code, StringComparer.Ordinal)]);
        _notApplicable =
        [
            .. exceptions.Select(e => (Leaf: LeafOf(e.Capability), Unit: UnitOf(e.BusinessUnit))).Where(e => e.Leaf >= 0 && e.Unit >= 0),
        ];
    }

    public CapabilityTree Tree { get; }

    /// <summary>Codes of the value chains.</summary>
    public string[] Chains { get; }

    public Stage[] Stages { get; }

    /// <summary>Place of each stage's chain in <see cref="Chains"/>.</summary>
    public int[] StageChain { get; }

    /// <summary>Units in scope.</summary>
    public BusinessUnit[] Units { get; }

    /// <summary>Length of a padded row of units.</summary>
    public int Stride { get; }

    /// <summary>Tree node of each leaf, ascending.</summary>
    public int[] Nodes { get; }

    /// <summary>Size weight of each leaf.</summary>
    public double[] Sizes { get; }

    /// <summary>Place of each leaf in the ordinal order of codes.</summary>
    public int[] CodeOrder { get; }

    /// <summary>How many nodes have no scores of their own, and one for everything.</summary>
    public int InnerCount { get; }

    /// <summary>Nodes without scores of their own whose children all have them.</summary>
    public int[] Lowest { get; }

    public int[] LinkStage { get; }

    public LinkStrength[] LinkStrength { get; }

    public int[] LinkLeaf { get; }

    /// <summary>First link of each leaf, and the number of links at the end.</summary>
    public int[] LinkStart { get; }

    /// <summary>Links ordered by stage, then leaf.</summary>
    public int[] StageLinks { get; }

    /// <summary>First place of each stage in <see cref="StageLinks"/>, and the number of links at the end.</summary>
    public int[] StageLinkStart { get; }

    /// <summary>Cells if every leaf applied everywhere: a measure of the work.</summary>
    public long Volume => (long)LinkStage.Length * Units.Length;

    public static HeatAxes Of(ModelSnapshot model, HeatWeights weights)
    {
        string[] chains = [.. model.ValueChains.Select(chain => chain.Code)];
        Stage[] stages =
        [
            .. model
                .Stages.Where(stage => chains.Contains(stage.Chain))
                .OrderBy(stage => Array.IndexOf(chains, stage.Chain))
                .ThenBy(stage => stage.Order)
                .ThenBy(stage => stage.Code, StringComparer.Ordinal),
        ];
        return new HeatAxes(model.Tree, chains, stages, [.. UnitsInScope(model, weights)], model.StageLinks, model.Table<NotApplicable>());
    }

    /// <summary>Whether the same units are in scope under these weights.</summary>
    public bool HasScopeOf(ModelSnapshot model, HeatWeights weights) =>
        UnitsInScope(model, weights).Select(unit => unit.Code).SequenceEqual(Units.Select(unit => unit.Code), StringComparer.Ordinal);

    /// <summary>One past the last descendant; of everything when the node is -1.</summary>
    public int EndOf(int node) => node < 0 ? Tree.Count : Tree.EndOf(node);

    /// <summary>-1 when unknown or out of scope.</summary>
    public int UnitOf(string code) => _units.GetValueOrDefault(code, -1);

    /// <summary>-1 when unknown.</summary>
    public int StageOf(string code) => _stages.GetValueOrDefault(code, -1);

    /// <summary>-1 when the capability is unknown, no leaf, or without links.</summary>
    public int LeafOf(string capability) => Tree.IndexOf(capability) is var node and >= 0 ? _leafAtNode[node] : -1;

    /// <summary>-1 when the node is no leaf or has no links.</summary>
    public int LeafAt(int node) => _leafAtNode[node];

    /// <summary>Place of a node without scores of its own among its like; the place of everything (-1) is the last.</summary>
    public int InnerAt(int node) => node < 0 ? InnerCount - 1 : node - _firstLeaf[node];

    /// <summary>The leaves under a node (or under all), a contiguous range.</summary>
    public (int From, int To) LeavesUnder(int node) => node < 0 ? (0, Nodes.Length) : (_firstLeaf[node], _firstLeaf[Tree.EndOf(node)]);

    public bool Applies(int leaf, int unit) => !_notApplicable.Contains((leaf, unit));

    /// <summary>The link of the leaf to the stage; -1 when there is none.</summary>
    public int LinkOf(int leaf, int stage)
    {
        var index = Array.BinarySearch(LinkStage, LinkStart[leaf], LinkStart[leaf + 1] - LinkStart[leaf], stage);
        return index >= 0 ? index : -1;
    }

    /// <summary>The links of a stage that lie under a node, as a range of <see cref="StageLinks"/>.</summary>
    public ReadOnlySpan<int> LinksUnder(int node, int stage)
    {
        var (from, to) = LeavesUnder(node);
        var links = StageLinks.AsSpan(StageLinkStart[stage]..StageLinkStart[stage + 1]);
        var first = FirstAtLeast(links, from);
        return links[first..FirstAtLeast(links, to)];
    }

    /// <summary>Whether scores laid out for these axes fit the others unchanged.</summary>
    public bool SameCellsAs(HeatAxes other) => ReferenceEquals(this, other)
        || (Units.Select(u => u.Code).SequenceEqual(other.Units.Select(u => u.Code))
            && Stages.Select(s => s.Code).SequenceEqual(other.Stages.Select(s => s.Code))
            && Nodes.Select(n => Tree[n].Code).SequenceEqual(other.Nodes.Select(n => other.Tree[n].Code))
            && LinkStage.AsSpan().SequenceEqual(other.LinkStage)
            && LinkLeaf.AsSpan().SequenceEqual(other.LinkLeaf)
            && _notApplicable.SetEquals(other._notApplicable));

    private static IEnumerable<BusinessUnit> UnitsInScope(ModelSnapshot model, HeatWeights weights) =>
        model.BusinessUnits.Where(unit => weights.UnitWeights.GetValueOrDefault(unit.Code) is > 0 and < double.PositiveInfinity);

    private List<(int Node, int Stage, LinkStrength Strength)> KnownLinks(IEnumerable<StageLink> links) =>
        [
            .. links
                .Select(link => (Node: Tree.IndexOf(link.Capability), Stage: StageOf(link.Stage), link.Strength))
                .Where(link => link is { Node: >= 0, Stage: >= 0 } && Tree.IsLeaf(link.Node))
                .OrderBy(link => link.Node)
                .ThenBy(link => link.Stage),
        ];

    private int FirstAtLeast(ReadOnlySpan<int> links, int leaf)
    {
        var (low, high) = (0, links.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = LinkLeaf[links[middle]] < leaf ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private bool HasOnlyLeaves(int node)
    {
        var child = node + 1;
        while (child < Tree.EndOf(node) && _leafAtNode[child] >= 0)
        {
            child++;
        }

        return child == Tree.EndOf(node);
    }

    private static (int[] LeafAtNode, int[] FirstLeaf) LeafLookUps(CapabilityTree tree, int[] nodes)
    {
        var leafAtNode = new int[tree.Count];
        var firstLeaf = new int[tree.Count + 1];
        Array.Fill(leafAtNode, -1);
        for (var leaf = 0; leaf < nodes.Length; leaf++)
        {
            leafAtNode[nodes[leaf]] = leaf;
        }

        for (var node = 0; node < tree.Count; node++)
        {
            firstLeaf[node + 1] = firstLeaf[node] + (leafAtNode[node] >= 0 ? 1 : 0);
        }

        return (leafAtNode, firstLeaf);
    }

    private static int[] Starts(int[] groups, int count)
    {
        var starts = new int[count + 1];
        foreach (var group in groups)
        {
            starts[group + 1]++;
        }

        for (var i = 0; i < count; i++)
        {
            starts[i + 1] += starts[i];
        }

        return starts;
    }

    private static int[] Positions(int[] order)
    {
        var positions = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            positions[order[i]] = i;
        }

        return positions;
    }

    private static Dictionary<string, int> Indexed<T>(T[] items, Func<T, string> code) =>
        items.Select((item, index) => (Code: code(item), index)).ToDictionary(i => i.Code, i => i.index, StringComparer.Ordinal);
}
