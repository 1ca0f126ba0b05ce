using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>Which capabilities stand on the map: opened branches, narrowed by a text.</summary>
internal static class MapRows
{
    private const int Comfortable = 60;

    /// <summary>The level opened by default: as deep as still fits comfortably on a screen, at least the second.</summary>
    public static int DefaultLevel(CapabilityTree tree)
    {
        var level = 1;
        while (level < Capability.MaxLevel && CountTo(tree, level + 1) <= Comfortable)
        {
            level++;
        }

        return level;
    }

    public static IReadOnlyList<int> Visible(CapabilityTree tree, HeatMapView view) =>
        view.Text.Length > 0 ? Matching(tree, view.Text) : Opened(tree, view);

    /// <summary>Whether a parent's children are shown.</summary>
    public static bool IsExpanded(CapabilityTree tree, int node, HeatMapView view) =>
        view.Text.Length > 0 || tree.LevelOf(node) < (view.Level ?? DefaultLevel(tree)) != view.Toggled.Contains(tree[node].Code);

    private static List<int> Opened(CapabilityTree tree, HeatMapView view)
    {
        var rows = new List<int>();
        for (var node = 0; node < tree.Count;)
        {
            rows.Add(node);
            node = IsExpanded(tree, node, view) ? node + 1 : tree.EndOf(node);
        }

        return rows;
    }

    // What matches, with the branches it hangs on.
    private static List<int> Matching(CapabilityTree tree, string text)
    {
        var rows = new SortedSet<int>();
        for (var node = 0; node < tree.Count; node++)
        {
            if (tree[node].Name.Contains(text, StringComparison.CurrentCultureIgnoreCase) || tree[node].Code.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                rows.UnionWith(tree.PathUp(node));
            }
        }

        return [.. rows];
    }

    private static int CountTo(CapabilityTree tree, int level) => Enumerable.Range(0, tree.Count).Count(node => tree.LevelOf(node) <= level);
}
