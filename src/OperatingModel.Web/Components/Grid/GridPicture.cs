using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Web.Components.Grid;

/// <summary>
/// Something the grid can draw: rows of the capability tree, columns, cells, and how its cells are written and coloured. A function of one view
/// of one revision of a model, built anew for each.
/// </summary>
public abstract class GridPicture
{
    private protected GridPicture(CapabilityTree tree) => Tree = tree;

    /// <summary>Nodes of the capability tree.</summary>
    public IReadOnlyList<int> Rows { get; private protected set; } = [];

    /// <summary>Kept from picture to picture while it says the same: it is sent only when it is another one.</summary>
    public abstract GridScale Scale { get; }

    /// <summary>Whether the filter would find other rows now.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>What the filter found when it was asked; null without one.</summary>
    internal FoundRows? Found { get; private set; }

    private protected CapabilityTree Tree { get; }

    private protected abstract int ColumnCount { get; }

    public abstract GridAxes Axes();

    public byte[] Cells() => GridPayload.Cells(Rows.Count, ColumnCount, CellsOf(Rows), Scale);

    /// <summary>Codes of the rows that can be edited, in the order shown.</summary>
    public IReadOnlyList<string> Leaves() => [.. Rows.Where(Tree.IsLeaf).Select(node => Tree[node].Code)];

    /// <summary>The cells of these rows, row by row.</summary>
    private protected abstract GridCell[] CellsOf(IReadOnlyList<int> rows);

    /// <summary>The cells that differ from those of an earlier picture with the same rows and columns.</summary>
    /// <param name="leaves">Codes of the leaves in which something changed.</param>
    private protected byte[] PatchOf(GridPicture earlier, IEnumerable<string> leaves)
    {
        var touched = leaves.Select(Tree.IndexOf).Where(node => node >= 0).SelectMany(Tree.PathUp).ToHashSet();
        int[] places = [.. Enumerable.Range(0, Rows.Count).Where(place => touched.Contains(Rows[place]))];
        int[] nodes = [.. places.Select(place => Rows[place])];
        var (before, after) = (earlier.CellsOf(nodes), CellsOf(nodes));
        return GridPayload.Patch(
            [.. Enumerable.Range(0, after.Length)
                .Where(i => before[i] != after[i])
                .Select(i => ((places[i / ColumnCount] * ColumnCount) + (i % ColumnCount), after[i]))],
            Scale);
    }

    /// <summary>Leaves only the leaves that a filter finds, or found when the same was asked before, and the branches they hang on.</summary>
    /// <param name="isNarrowed">Whether the rows are narrowed by a text already; otherwise folded branches are searched too.</param>
    /// <param name="earlier">What was found before; null to ask anew.</param>
    private protected void Narrow(Func<string, bool> shows, string question, bool isNarrowed, FoundRows? earlier)
    {
        List<int> leaves = [.. (isNarrowed ? Rows : Enumerable.Range(0, Tree.Count)).Where(Tree.IsLeaf)];
        HashSet<string> now = [.. leaves.Select(node => Tree[node].Code).Where(shows)];
        Found = FoundRows.Of(earlier, question, now);
        leaves.RemoveAll(node => !Found.Leaves.Contains(Tree[node].Code));
        Rows = [.. new SortedSet<int>(leaves.SelectMany(Tree.PathUp))];
        IsOutdated = !now.SetEquals(leaves.Select(node => Tree[node].Code));
    }

    private protected GridRow RowOf(int node, bool isExpanded)
    {
        var (capability, isParent) = (Tree[node], !Tree.IsLeaf(node));
        return new GridRow(capability.Code, capability.Code, capability.Name, Tree.LevelOf(node), isParent, isParent && isExpanded);
    }
}
