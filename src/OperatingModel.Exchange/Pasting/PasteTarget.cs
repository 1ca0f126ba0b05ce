using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Exchange.Pasting;

/// <summary>A figure that may have a column of its own in a pasted block.</summary>
/// <param name="Key">The key by which the grid knows the figure.</param>
/// <param name="Words">The words that people write above its column.</param>
public sealed record PasteFigure(string Key, params string[] Words);

/// <summary>The grid into which a block is pasted, as the user saw it: capabilities × units or stages.</summary>
/// <param name="Tree">All rows that a block can name.</param>
/// <param name="Rows">The nodes shown, including parents.</param>
/// <param name="AllColumns">The code and the name of every column that a block can name.</param>
/// <param name="Columns">The indexes, among all columns, of those that are shown.</param>
/// <param name="ColumnWord">The word for a column, e.g. "business unit".</param>
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

    /// <summary>The figures that may have columns of their own.</summary>
    public IReadOnlyList<PasteFigure> Figures { get; init; } = [];

    /// <summary>The number of figures, from the first on, that the columns of one unit without headings give in order; 0 for none.</summary>
    public int InOrder { get; init; }

    /// <summary>Whether a text gives all these figures at once, so that a column of single levels holds one figure; null when no text does.</summary>
    public Func<string, bool>? IsWhole { get; init; }

    /// <summary>Whether a text concerns the cell as a whole, in whichever column it stands.</summary>
    public Func<string, bool> IsOfCell { get; init; } = _ => false;

    public NameIndex RowNames => _rowNames ??= new NameIndex([.. Enumerable.Range(0, Tree.Count).Select(node => (Tree[node].Code, Tree[node].Name))]);

    public NameIndex ColumnNames => _columnNames ??= new NameIndex(AllColumns);

    /// <summary>The key and the words of each figure, longer words first.</summary>
    public IReadOnlyList<(string Key, string Word)> FigureWords =>
        _figureWords ??= [
            .. Figures
                .SelectMany(figure => figure.Words, (figure, word) => (figure.Key, Word: NameIndex.Fold(word)))
                .OrderByDescending(figure => figure.Word.Length),
        ];

    /// <summary>Names a row by its name and code.</summary>
    public string RowTitle(int node) => $"{Tree[node].Name} ({Tree[node].Code})";

    public bool IsAtOrAbove(int ancestor, int node) => ancestor <= node && node < Tree.EndOf(ancestor);
}
