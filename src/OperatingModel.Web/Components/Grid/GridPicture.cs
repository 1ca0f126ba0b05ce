using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Web.Components.Grid;

/// <summary>
/// What the grid draws: rows of the capability tree, columns, cells, and how the cells are written and coloured. Each view of each revision of a
/// model gets a picture of its own.
/// </summary>
public abstract class GridPicture
{
    private protected GridPicture(CapabilityTree tree) => Tree = tree;

    /// <summary>The rows shown, as nodes of the capability tree.</summary>
    public IReadOnlyList<int> Rows { get; private protected set; } = [];

    /// <summary>The scale of the cells. Pictures with equal scales share one object, because only a new object is sent to the browser.</summary>
    public abstract GridScale Scale { get; }

    /// <summary>Whether the filter would find other rows now.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>The rows that the filter found when the user applied it; null without a filter.</summary>
    internal FoundRows? Found { get; private set; }

    private protected CapabilityTree Tree { get; }

    private protected abstract int ColumnCount { get; }

    public abstract GridAxes Axes();

    public byte[] Cells() => GridPayload.Cells(Rows.Count, ColumnCount, CellsOf(Rows), Scale);

    /// <summary>Returns the codes of the rows that can be edited, in the order shown.</summary>
    public IReadOnlyList<string> Leaves() => [.. Rows.Where(Tree.IsLeaf).Select(node => Tree[node].Code)];

    /// <summary>Returns the cells of some rows, row by row.</summary>
    private protected abstract GridCell[] CellsOf(IReadOnlyList<int> rows);

    /// <summary>Returns the bytes of the cells that differ from those of an earlier picture with the same rows and columns.</summary>
    /// <param name="leaves">The codes of the leaves in which something changed.</param>
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

    /// <summary>Keeps only the leaves that a filter finds, or found for the same question before, and the branches above them.</summary>
    /// <param name="shows">Whether the filter finds a leaf, by its code.</param>
    /// <param name="question">The filter as a text.</param>
    /// <param name="isNarrowed">Whether a text has already narrowed the rows; otherwise the filter searches closed branches too.</param>
    /// <param name="earlier">The rows found before; null to apply the filter anew.</param>
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
