using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Capabilities.StageLinks;

/// <summary>The picture of the matrix for one view of one revision: which capability serves which stage, and how strongly.</summary>
internal sealed class LinkPicture : GridPicture
{
    private readonly ModelSnapshot _model;
    private readonly StageLinksView _view;
    private readonly int _level;
    private readonly Dictionary<string, int> _columnOf;
    private readonly HashSet<string> _linked;
    private readonly HashSet<string> _served;

    private LinkPicture(ModelSnapshot model, StageLinksView view, FoundRows? found)
        : base(model.Tree)
    {
        (_model, _view, _level) = (model, view, view.Level ?? Capability.MaxLevel);
        _linked = [.. model.StageLinks.Select(link => link.Capability)];
        _served = [.. model.StageLinks.Select(link => link.Stage)];
        Rows = view.Rows.Visible(Tree, _level);
        if (view.OrphansOnly)
        {
            Narrow(leaf => !_linked.Contains(leaf), view.Text, view.Text.Length > 0, found);
        }

        var stages = model.Stages.ToLookup(stage => stage.Chain);
        Columns =
        [
            .. model
                .ValueChains.Where(chain => view.Chain is null || view.Chain == chain.Code)
                .SelectMany(chain => stages[chain.Code].OrderBy(stage => stage.Order)),
        ];
        _columnOf = Columns.Select((stage, place) => (stage.Code, place)).ToDictionary(stage => stage.Code, stage => stage.place);
    }

    public IReadOnlyList<Stage> Columns { get; }

    public override GridScale Scale => LinkScale.Scale;

    private protected override int ColumnCount => Columns.Count;

    /// <param name="found">The rows that the filter found before; null to apply it anew.</param>
    public static LinkPicture Of(ModelSnapshot model, StageLinksView view, FoundRows? found = null) => new(model, view, found);

    public override GridAxes Axes() => new(
        [
            .. Rows.Select(node => RowOf(node, _view.OrphansOnly || _view.Rows.IsExpanded(Tree, node, _level)) with
            {
                Fixed = !Tree.IsLeaf(node),
                Flag = IsOrphan(node) ? "no stage" : null,
                Note = IsOrphan(node) ? "Orphan: serves no stage, so it counts nowhere on the map." : null,
            }),
        ],
        [
            .. Columns.Select(stage => new GridColumn(stage.Code, stage.Code, stage.Name, null, stage.Chain)
            {
                Note = _served.Contains(stage.Code) ? null : "No capability serves this stage.",
            }),
        ],
        [
            .. _model.ValueChains
                .Where(chain => _view.Chain is null || _view.Chain == chain.Code)
                .Select(chain => new GridGroup(chain.Code, chain.Name)),
        ],
        "Capability");

    /// <summary>Returns the cells that differ from those of an earlier picture as a patch; null when rows, columns or their remarks differ.</summary>
    /// <param name="leaves">The codes of the capabilities whose links changed.</param>
    public byte[]? Patch(LinkPicture earlier, IReadOnlyCollection<string> leaves)
    {
        if (!Rows.SequenceEqual(earlier.Rows) || !Columns.SequenceEqual(earlier.Columns)
            || leaves.Any(leaf => _linked.Contains(leaf) != earlier._linked.Contains(leaf))
            || Columns.Any(stage => _served.Contains(stage.Code) != earlier._served.Contains(stage.Code)))
        {
            return null;
        }

        return PatchOf(earlier, leaves);
    }

    /// <summary>Returns the lines shown about the links below the parent under the pointer.</summary>
    public IReadOnlyList<string> Hints(string? row, string? column)
    {
        if (row is null || column is null || Tree.IndexOf(row) is not (>= 0 and var node) || Tree.IsLeaf(node))
        {
            return [];
        }

        var below = Enumerable.Range(node, Tree.EndOf(node) - node).Select(child => Tree[child].Code).ToHashSet();
        var links = _model
            .StageLinks.Where(link => link.Stage == column && below.Contains(link.Capability))
            .OrderByDescending(link => link.Strength)
            .ToList();
        return links.Count == 0
            ? []
            :
            [
                $"Strongest: {LinkScale.WordOf(links[0].Strength)}",
                .. links.Take(5).Select(link => $"{link.Capability} {LinkScale.WordOf(link.Strength)}"),
            ];
    }

    /// <summary>Whether a node is a leaf that serves no stage.</summary>
    private bool IsOrphan(int node) => Tree.IsLeaf(node) && !_linked.Contains(Tree[node].Code);

    private protected override GridCell[] CellsOf(IReadOnlyList<int> rows)
    {
        var counts = new int[rows.Count * Columns.Count];
        var placeOf = rows.Select((node, place) => (node, place)).ToDictionary(row => row.node, row => row.place);
        foreach (var link in _model.StageLinks)
        {
            if (!_columnOf.TryGetValue(link.Stage, out var column) || Tree.IndexOf(link.Capability) is not (>= 0 and var leaf))
            {
                continue;
            }

            foreach (var node in Tree.PathUp(leaf))
            {
                if (placeOf.TryGetValue(node, out var row))
                {
                    counts[(row * Columns.Count) + column] += Tree.IsLeaf(node) ? (int)link.Strength : 1;
                }
            }
        }

        return
        [
            .. counts.Select((count, i) => !Tree.IsLeaf(rows[i / Columns.Count]) ? LinkScale.Parent(count)
                : LinkScale.Leaf(count == 0 ? null : (LinkStrength)count)),
        ];
    }
}
