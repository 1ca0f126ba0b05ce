namespace OperatingModel.Domain.Capabilities.Lists;

/// <summary>The tree that a reader builds, in any order; it comes out with each entry directly before what stands below it.</summary>
internal sealed class ListTree
{
    public const int Top = -1;

    private readonly List<Node> _nodes = [];
    private readonly Dictionary<(int Parent, string Name), int> _byPath = new(PathComparer.Instance);

    public List<ListRemark> Remarks { get; } = [];

    private sealed record Node(string Name)
    {
        public int Line { get; set; }

        public int Parent { get; set; } = Top;

        public string? Code { get; set; }

        /// <summary>Whether a row is about it, not only on the way to another.</summary>
        public bool HasRow { get; set; }
    }

    public string NameOf(int node) => _nodes[node].Name;

    public int Add(int line, int parent, string name, string? code = null)
    {
        _nodes.Add(new Node(name) { Line = line, Parent = parent, Code = code, HasRow = true });
        return _nodes.Count - 1;
    }

    public void Place(int node, int parent) => _nodes[node].Parent = parent;

    /// <summary>The child of this name, which is made where there is none.</summary>
    /// <param name="code">Its code, where the row is about this child.</param>
    /// <param name="isLast">
    /// Whether the row is about this child and not only on the way to another; one that repeats an earlier row is remarked.
    /// </param>
    public int Child(int line, int parent, string name, string? code, bool isLast)
    {
        if (!_byPath.TryGetValue((parent, name), out var node))
        {
            node = _byPath[(parent, name)] = Add(line, parent, name, isLast ? code : null);
            _nodes[node].HasRow = isLast;
        }
        else if (isLast && !_nodes[node].HasRow)
        {
            (_nodes[node].Line, _nodes[node].Code, _nodes[node].HasRow) = (line, code, true);
        }
        else if (isLast)
        {
            Remarks.Add(new(line, $"“{Shortened(name)}” stands in line {_nodes[node].Line} already and is taken once."));
        }

        return node;
    }

    public ReadList Finish(ListShape shape, IReadOnlyList<ListShape> others, bool hasCodeColumn)
    {
        OpenCircles();
        var children = _nodes.Index().ToLookup(node => node.Item.Parent, node => node.Index);
        List<ListEntry> entries = new(_nodes.Count);
        var open = new Stack<(int Node, int Parent, int Level)>(children[Top].Reverse().Select(node => (node, Top, 1)));
        while (open.TryPop(out var next))
        {
            var node = _nodes[next.Node];
            entries.Add(new ListEntry(node.Line, next.Parent, next.Level, node.Name, node.Code));
            var index = entries.Count - 1;
            foreach (var child in children[next.Node].Reverse())
            {
                open.Push((child, index, next.Level + 1));
            }
        }

        return new(shape, others, entries, [.. Remarks.OrderBy(remark => remark.Line)], hasCodeColumn);
    }

    internal static string Shortened(string text) => text.Length <= 40 ? text : $"{text[..39]}…";

    // A parent column may lead round in a circle.
    private void OpenCircles()
    {
        var seen = new int[_nodes.Count];
        for (var start = 0; start < _nodes.Count; start++)
        {
            var node = start;
            while (node != Top && seen[node] == 0)
            {
                seen[node] = start + 1;
                node = _nodes[node].Parent;
            }

            if (node != Top && seen[node] == start + 1)
            {
                Remarks.Add(new(_nodes[node].Line, $"“{Shortened(_nodes[node].Name)}” stands below itself by its parents; it is put at the top."));
                _nodes[node].Parent = Top;
            }
        }
    }

    private sealed class PathComparer : IEqualityComparer<(int Parent, string Name)>
    {
        public static readonly PathComparer Instance = new();

        public bool Equals((int Parent, string Name) x, (int Parent, string Name) y) =>
            x.Parent == y.Parent && string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((int Parent, string Name) path) =>
            HashCode.Combine(path.Parent, StringComparer.OrdinalIgnoreCase.GetHashCode(path.Name));
    }
}
