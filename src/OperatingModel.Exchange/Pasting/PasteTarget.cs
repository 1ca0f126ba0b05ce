using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Exchange.Pasting;

/// <summary>A figure that may have a column of its own in a pasted block.</summary>
/// <param name="Key">What the grid calls it.</param>
/// <param name="Words">What people write above it.</param>
public sealed record PasteFigure(string Key, params string[] Words);

/// <summary>The grid a block is pasted into, as it was shown when the paste was made: capabilities × units or stages.</summary>
/// <param name="Tree">Every row that can be named.</param>
/// <param name="Rows">Nodes shown, with the parents among them.</param>
/// <param name="AllColumns">Code and name of every column that can be named.</param>
/// <param name="Columns">Indexes, in all columns, of those that are shown.</param>
/// <param name="ColumnWord">What a column is, e.g. "business unit".</param>
/// <param name="IsValue">Whether a text can be read as a value of some figure; with the key of a figure, of this one.</param>
public sealed record PasteTarget(
    CapabilityTree Tree,
    IReadOnlyList<int> Rows,
    IReadOnlyList<(string Code, string Name)> AllColumns,
    IReadOnlyList<int> Columns,
    string ColumnWord,
    Func<string, bool> IsValue)
{
    private NameIndex? _rowNames;
    private NameIndex? _columnNames;
    private IReadOnlyList<(string Key, string Word)>? _figureWords;

    /// <summary>Figures that may have columns of their own.</summary>
    public IReadOnlyList<PasteFigure> Figures { get; init; } = [];

    /// <summary>So many of the figures, from the first on, are meant by as many columns without headings; 0 for none.</summary>
    public int InOrder { get; init; }

    /// <summary>Whether a single text of the grid gives all of these at once, so that columns of single levels can only be theirs.</summary>
    public Func<string, bool>? IsWhole { get; init; }

    /// <summary>Whether a text speaks of the cell as a whole, whichever column it stands in.</summary>
    public Func<string, bool> IsOfCell { get; init; } = _ => false;

    public NameIndex RowNames => _rowNames ??= new NameIndex([.. Enumerable.Range(0, Tree.Count).Select(node => (Tree[node].Code, Tree[node].Name))]);

    public NameIndex ColumnNames => _columnNames ??= new NameIndex(AllColumns);

    /// <summary>Key and word of each figure, longer words first.</summary>
    public IReadOnlyList<(string Key, string Word)> FigureWords =>
        _figureWords ??= [
            .. Figures
                .SelectMany(figure => figure.Words, (figure, word) => (figure.Key, Word: NameIndex.Fold(word)))
                .OrderByDescending(figure => figure.Word.Length),
        ];

    /// <summary>A row in words.</summary>
    public string RowTitle(int node) => $"{Tree[node].Name} ({Tree[node].Code})";

    public bool IsAtOrAbove(int ancestor, int node) => ancestor <= node && node < Tree.EndOf(ancestor);
}
