using System.Collections.Immutable;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Components.Grid;

/// <summary>Decides which rows of a capability tree are shown: those of open branches, or those that a text finds.</summary>
/// <param name="Text">The words to find in code or name; the branches above a row found are shown too. Empty for no filter.</param>
/// <param name="Toggled">The codes of the capabilities that the user opened or closed against the level.</param>
public sealed record RowFilter(string Text, ImmutableSortedSet<string> Toggled)
{
    /// <summary>Returns the deepest level down to which the tree has at most a given number of rows; at least 1.</summary>
    public static int DefaultLevel(CapabilityTree tree, int most)
    {
        var counts = new int[Capability.MaxLevel + 1];
        for (var node = 0; node < tree.Count; node++)
        {
            counts[Math.Min(tree.LevelOf(node), Capability.MaxLevel)]++;
        }

        var (level, rows) = (1, counts[1]);
        while (level < Capability.MaxLevel && rows + counts[level + 1] <= most)
        {
            rows += counts[++level];
        }

        return level;
    }

    /// <summary>Returns the nodes shown, from top to bottom.</summary>
    /// <param name="level">The number of levels shown, except in branches that the user opened or closed.</param>
    /// <param name="opened">The code of a branch that is open whatever the level; null for none.</param>
    public IReadOnlyList<int> Visible(CapabilityTree tree, int level, string? opened = null)
    {
        if (Text.Length > 0)
        {
            return Matching(tree);
        }

        var rows = new List<int>();
        for (var node = 0; node < tree.Count;)
        {
            rows.Add(node);
            node = IsExpanded(tree, node, level) || tree[node].Code == opened ? node + 1 : tree.EndOf(node);
        }

        return rows;
    }

    /// <summary>Whether a parent's children are shown.</summary>
    public bool IsExpanded(CapabilityTree tree, int node, int level) =>
        Text.Length > 0 || tree.LevelOf(node) < level != Toggled.Contains(tree[node].Code);

    /// <summary>Whether the text finds this capability.</summary>
    public bool Matches(Capability capability) => TypedWords.Of(Text).AreIn(capability.Code, capability.Name);

    // The rows found, with the branches above them.
    private List<int> Matching(CapabilityTree tree)
    {
        var (shown, words) = (new bool[tree.Count], TypedWords.Of(Text));
        for (var node = 0; node < tree.Count; node++)
        {
            if (words.AreIn(tree[node].Code, tree[node].Name))
            {
                foreach (var above in tree.PathUp(node))
                {
                    shown[above] = true;
                }
            }
        }

        return [.. Enumerable.Range(0, tree.Count).Where(node => shown[node])];
    }
}
