using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>One visible line of the tree.</summary>
/// <param name="Node">Index in the tree; <see cref="New"/> for the empty row.</param>
/// <param name="Level">1 at the top.</param>
internal readonly record struct TreeRow(int Index, int Node, int Level, bool IsExpanded)
{
    public const int New = -1;
}

/// <summary>The visible lines of the tree, top to bottom, with the empty row where it stands.</summary>
internal static class TreeRows
{
    /// <summary>As many rows as are read without getting lost.</summary>
    private const int Readable = 400;

    /// <summary>The level opened by default: as deep as still can be read, at least the first.</summary>
    public static int DefaultLevel(CapabilityTree tree) => RowFilter.DefaultLevel(tree, Readable);

    public static List<TreeRow> Of(CapabilityTree tree, CapabilitiesView view, NewRow? added = null)
    {
        var (filter, level) = (view.Rows, view.Level ?? DefaultLevel(tree));
        var nodes = filter.Visible(tree, level, added?.Parent);
        var place = added is null ? -1 : PlaceOf(tree, nodes, added);
        var rows = new List<TreeRow>(nodes.Count + 1);
        for (var i = 0; i <= nodes.Count; i++)
        {
            if (i == place)
            {
                rows.Add(new TreeRow(rows.Count, TreeRow.New, added!.LevelIn(tree), false));
            }

            if (i < nodes.Count)
            {
                var node = nodes[i];
                var isOpen = !tree.IsLeaf(node) && (filter.IsExpanded(tree, node, level) || tree[node].Code == added?.Parent);
                rows.Add(new TreeRow(rows.Count, node, tree.LevelOf(node), isOpen));
            }
        }

        return rows;
    }

    // How many rows stand above the empty one; -1 where the row it belongs to is not shown.
    private static int PlaceOf(CapabilityTree tree, IReadOnlyList<int> nodes, NewRow added)
    {
        var (anchor, isBehind) = AnchorOf(tree, added);
        if (anchor < 0)
        {
            return 0;
        }

        var end = isBehind ? tree.EndOf(anchor) : anchor + 1;
        return nodes.Contains(anchor) ? nodes.Count(node => node < end) : -1;
    }

    // The row above the empty one, and whether its whole branch goes before.
    private static (int Node, bool IsBehind) AnchorOf(CapabilityTree tree, NewRow added)
    {
        if (added.After is not null && tree.IndexOf(added.After) is var sibling and >= 0)
        {
            return (sibling, true);
        }

        if (added.Parent is not null && tree.IndexOf(added.Parent) is var parent and >= 0)
        {
            return (parent, false);
        }

        // What it stood behind is gone: the last of the top.
        var last = -1;
        for (var node = 0; node < tree.Count; node = tree.EndOf(node))
        {
            last = node;
        }

        return (last, true);
    }
}
