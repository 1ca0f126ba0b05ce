using System.Collections.Immutable;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>What decides which rows of a capability tree are shown.</summary>
/// <param name="Text">Only rows whose code or name contains this, with the branches they hang on; empty for no filter.</param>
/// <param name="Toggled">Capabilities opened or closed by hand against the level.</param>
public sealed record RowFilter(string Text, ImmutableSortedSet<string> Toggled);

/// <summary>Which capabilities stand on the map: opened branches, narrowed by a text.</summary>
internal static class MapRows
{
    /// <summary>Rows that are read one by one, and rows that are looked at as a picture.</summary>
    private const int Readable = 60;
    private const int Overview = 400;

    /// <summary>The level opened by default: as deep as still makes sense on a screen, at least the first.</summary>
    /// <param name="isOverview">Whether the map is so wide that it is looked at from afar.</param>
    public static int DefaultLevel(CapabilityTree tree, bool isOverview)
    {
        var level = 1;
        while (level < Capability.MaxLevel && CountTo(tree, level + 1) <= (isOverview ? Overview : Readable))
        {
            level++;
        }

        return level;
    }

    /// <param name="level">Levels shown unless a branch was opened or closed by hand.</param>
    public static IReadOnlyList<int> Visible(CapabilityTree tree, RowFilter view, int level) =>
        view.Text.Length > 0 ? Matching(tree, view.Text) : Opened(tree, view, level);

    /// <summary>Whether a parent's children are shown.</summary>
    public static bool IsExpanded(CapabilityTree tree, int node, RowFilter view, int level) =>
        view.Text.Length > 0 || tree.LevelOf(node) < level != view.Toggled.Contains(tree[node].Code);

    private static List<int> Opened(CapabilityTree tree, RowFilter view, int level)
    {
        var rows = new List<int>();
        for (var node = 0; node < tree.Count;)
        {
            rows.Add(node);
            node = IsExpanded(tree, node, view, level) ? node + 1 : tree.EndOf(node);
        }

        return rows;
    }

    // What matches, with the branches it hangs on.
    private static List<int> Matching(CapabilityTree tree, string text)
    {
        var (rows, words) = (new SortedSet<int>(), TypedWords.Of(text));
        for (var node = 0; node < tree.Count; node++)
        {
            if (words.AreIn(tree[node].Code, tree[node].Name))
            {
                rows.UnionWith(tree.PathUp(node));
            }
        }

        return [.. rows];
    }

    private static int CountTo(CapabilityTree tree, int level) => Enumerable.Range(0, tree.Count).Count(node => tree.LevelOf(node) <= level);
}
