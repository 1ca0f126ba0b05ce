namespace OperatingModel.Domain.Capabilities;

/// <summary>
/// The capabilities in the order of the screen: each parent directly before its descendants, siblings in the order of the list.
/// Nodes are addressed by their index in that order. A missing parent makes a root; capabilities in a circle are left out
/// (both are integrity errors that checks report).
/// </summary>
public sealed class CapabilityTree
{
    private readonly Capability[] _nodes;
    private readonly int[] _parents;
    private readonly int[] _levels;
    private readonly int[] _ends;
    private readonly int[] _leaves;
    private readonly Dictionary<string, int> _byCode;

    public CapabilityTree(Table<Capability> capabilities)
    {
        var children = capabilities.ToLookup(c => c.Parent is not null && capabilities.Contains(c.Parent) ? c.Parent : null);
        var nodes = new List<Capability>(capabilities.Count);
        var parents = new List<int>(capabilities.Count);
        var levels = new List<int>(capabilities.Count);
        var open = new Stack<(Capability Node, int Parent, int Level)>(children[null].Reverse().Select(root => (root, -1, 1)));
        while (open.TryPop(out var next))
        {
            var index = nodes.Count;
            nodes.Add(next.Node);
            parents.Add(next.Parent);
            levels.Add(next.Level);
            foreach (var child in children[next.Node.Code].Reverse())
            {
                open.Push((child, index, next.Level + 1));
            }
        }

        (_nodes, _parents, _levels) = ([.. nodes], [.. parents], [.. levels]);
        _ends = new int[_nodes.Length];
        for (var i = _nodes.Length - 1; i >= 0; i--)
        {
            _ends[i] = Math.Max(_ends[i], i + 1);
            if (_parents[i] >= 0)
            {
                _ends[_parents[i]] = Math.Max(_ends[_parents[i]], _ends[i]);
            }
        }

        _leaves = [.. Enumerable.Range(0, _nodes.Length).Where(IsLeaf)];
        _byCode = new Dictionary<string, int>(_nodes.Length, StringComparer.Ordinal);
        for (var i = 0; i < _nodes.Length; i++)
        {
            _byCode.Add(_nodes[i].Code, i);
        }
    }

    public int Count => _nodes.Length;

    /// <summary>Nodes without children, in screen order.</summary>
    public IReadOnlyList<int> Leaves => _leaves;

    public Capability this[int node] => _nodes[node];

    /// <summary>-1 for a root.</summary>
    public int ParentOf(int node) => _parents[node];

    /// <summary>1 for a root.</summary>
    public int LevelOf(int node) => _levels[node];

    /// <summary>One past the last descendant: the subtree of a node is <c>node .. EndOf(node) - 1</c>.</summary>
    public int EndOf(int node) => _ends[node];

    public bool IsLeaf(int node) => _ends[node] == node + 1;

    /// <summary>-1 when the code is unknown.</summary>
    public int IndexOf(string code) => _byCode.GetValueOrDefault(code, -1);

    public IEnumerable<int> ChildrenOf(int node)
    {
        for (var child = node + 1; child < _ends[node]; child = _ends[child])
        {
            yield return child;
        }
    }

    /// <summary>The node and its ancestors, from the node up.</summary>
    public IEnumerable<int> PathUp(int node)
    {
        for (; node >= 0; node = _parents[node])
        {
            yield return node;
        }
    }
}
