using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>One visible line of the tree.</summary>
/// <param name="Node">Index in the tree; <see cref="New"/> for the empty row.</param>
/// <param name="Level">1 at the top.</param>
internal readonly record struct TreeRow(int Index, int Node, int Level, bool IsExpanded)
{
    public const int New = -1;
}

/// <summary>The visible lines of the tree, top to bottom: opened branches, narrowed by a text, with the empty row where it stands.</summary>
internal static class TreeRows
{
    /// <summary>As many rows as are read without getting lost.</summary>
    private const int Readable = 400;

    /// <summary>The level opened by default: as deep as still can be read, at least the first.</summary>
    public static int DefaultLevel(CapabilityTree tree)
    {
        var counts = new int[Capability.MaxLevel + 2];
        for (var node = 0; node < tree.Count; node++)
        {
            counts[Math.Min(tree.LevelOf(node), Capability.MaxLevel)]++;
        }

        var (level, rows) = (1, counts[1]);
        while (level < Capability.MaxLevel && rows + counts[level + 1] <= Readable)
        {
            rows += counts[++level];
        }

        return level;
    }

    public static bool IsMatch(Capability capability, string text) => TypedWords.Of(text).AreIn(capability.Code, capability.Name);

    public static List<TreeRow> Of(CapabilityTree tree, CapabilitiesView view, NewRow? added = null)
    {
        var level = view.Level ?? DefaultLevel(tree);
        var wanted = view.Text.Length > 0 ? Matching(tree, view.Text) : null;
        var rows = new List<TreeRow>(Math.Min(tree.Count + 1, 16_384));
        var (anchor, isBehind) = AnchorOf(tree, added);
        if (added is not null && anchor < 0 && tree.Count == 0)
        {
            rows.Add(new TreeRow(0, TreeRow.New, 1, false));
        }

        var due = -1;
        for (var node = 0; node < tree.Count;)
        {
            if (node == due)
            {
                AddNew();
            }

            if (wanted is not null && !wanted[node])
            {
                node = tree.EndOf(node);
                continue;
            }

            var isOpen = !tree.IsLeaf(node) && (wanted is not null || IsOpen(tree, node, view, level) || tree[node].Code == added?.Parent);
            rows.Add(new TreeRow(rows.Count, node, tree.LevelOf(node), isOpen));
            if (node == anchor)
            {
                due = isBehind ? tree.EndOf(node) : node + 1;
            }

            node = isOpen ? node + 1 : tree.EndOf(node);
        }

        if (due == tree.Count)
        {
            AddNew();
        }

        return rows;

        void AddNew()
        {
            due = -1;
            rows.Add(new TreeRow(rows.Count, TreeRow.New, added!.LevelIn(tree), false));
        }
    }

    /// <summary>Whether a parent's children are shown.</summary>
    public static bool IsOpen(CapabilityTree tree, int node, CapabilitiesView view, int level) =>
        tree.LevelOf(node) < level != view.Toggled.Contains(tree[node].Code);

    // The row above the empty one, and whether its whole branch goes before.
    private static (int Node, bool IsBehind) AnchorOf(CapabilityTree tree, NewRow? added)
    {
        if (added is null)
        {
            return (-1, false);
        }

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

    private static bool[] Matching(CapabilityTree tree, string text)
    {
        var (wanted, words) = (new bool[tree.Count], TypedWords.Of(text));
        for (var node = 0; node < tree.Count; node++)
        {
            if (!wanted[node] && words.AreIn(tree[node].Code, tree[node].Name))
            {
                foreach (var above in tree.PathUp(node))
                {
                    wanted[above] = true;
                }
            }
        }

        return wanted;
    }
}
