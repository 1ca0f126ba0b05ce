using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>One visible line of the tree.</summary>
/// <param name="Index">The place of the line among the visible ones, from 0.</param>
/// <param name="Node">The node in the tree; <see cref="New"/> for the empty row.</param>
/// <param name="Level">The level in the tree, 1 at the top.</param>
internal readonly record struct TreeRow(int Index, int Node, int Level, bool IsExpanded)
{
    public const int New = -1;
}

/// <summary>Finds the visible lines of the tree from top to bottom, with the empty row in its place.</summary>
internal static class TreeRows
{
    /// <summary>The most rows that a user can still survey.</summary>
    private const int Readable = 400;

    /// <summary>Returns the number of levels shown by default: as many as a user can still survey, at least 1.</summary>
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

    // Returns the number of rows above the empty one; -1 when the row it belongs to is not shown.
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

    // Returns the row above the empty one, and whether the empty one stands behind its whole branch.
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

        // The row it stood behind is gone, so it goes to the end of the top level.
        var last = -1;
        for (var node = 0; node < tree.Count; node = tree.EndOf(node))
        {
            last = node;
        }

        return (last, true);
    }
}
