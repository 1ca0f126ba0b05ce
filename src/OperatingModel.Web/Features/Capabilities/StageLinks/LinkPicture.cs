using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Capabilities.StageLinks;

/// <summary>The matrix for one view of one revision: which capability serves which stage, and how strongly.</summary>
internal sealed class LinkPicture : IGridPicture
{
    private readonly ModelSnapshot _model;
    private readonly StageLinksView _view;
    private readonly int _level;
    private readonly Dictionary<string, int> _columnOf;
    private readonly HashSet<string> _linked;
    private readonly HashSet<string> _served;

    private LinkPicture(ModelSnapshot model, StageLinksView view, FoundRows? found)
    {
        (_model, _view, _level) = (model, view, view.Level ?? Capability.MaxLevel);
        _linked = [.. model.StageLinks.Select(link => link.Capability)];
        _served = [.. model.StageLinks.Select(link => link.Stage)];
        Rows = view.Rows.Visible(model.Tree, _level);
        if (view.OrphansOnly)
        {
            List<int> leaves = [.. (view.Text.Length > 0 ? Rows : Enumerable.Range(0, model.Tree.Count)).Where(model.Tree.IsLeaf)];
            HashSet<string> now = [.. leaves.Where(IsOrphan).Select(node => model.Tree[node].Code)];
            Found = FoundRows.Of(found, view.Text, now);
            leaves.RemoveAll(node => !Found.Leaves.Contains(model.Tree[node].Code));
            Rows = [.. new SortedSet<int>(leaves.SelectMany(model.Tree.PathUp))];
            IsOutdated = !now.SetEquals(leaves.Select(node => model.Tree[node].Code));
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

    /// <summary>Nodes of the capability tree.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>What the filter found when it was asked; null without one.</summary>
    public FoundRows? Found { get; }

    /// <summary>Whether the filter would find other rows now.</summary>
    public bool IsOutdated { get; }

    public IReadOnlyList<Stage> Columns { get; }

    public GridScale Scale => LinkScale.Scale;

    /// <param name="found">What the filter found before; null to ask it anew.</param>
    public static LinkPicture Of(ModelSnapshot model, StageLinksView view, FoundRows? found = null) => new(model, view, found);

    /// <summary>Codes of the rows that can be linked, in the order shown.</summary>
    public IReadOnlyList<string> Leaves() => [.. Rows.Where(_model.Tree.IsLeaf).Select(node => _model.Tree[node].Code)];

    public object Axes() =>
        new
        {
            rows = Rows.Select(node => new
            {
                id = _model.Tree[node].Code,
                code = _model.Tree[node].Code,
                label = _model.Tree[node].Name,
                level = _model.Tree.LevelOf(node),
                isParent = !_model.Tree.IsLeaf(node),
                expanded = !_model.Tree.IsLeaf(node) && (_view.OrphansOnly || _view.Rows.IsExpanded(_model.Tree, node, _level)),
                @fixed = !_model.Tree.IsLeaf(node),
                flag = IsOrphan(node) ? "no stage" : null,
                note = IsOrphan(node) ? "Orphan: serves no stage, so it counts nowhere on the map." : null,
            }),
            columns = Columns.Select(stage => new
            {
                id = stage.Code,
                code = stage.Code,
                label = stage.Name,
                group = stage.Chain,
                note = _served.Contains(stage.Code) ? null : "No capability serves this stage.",
            }),
            groups = _model
                .ValueChains.Where(chain => _view.Chain is null || _view.Chain == chain.Code)
                .Select(chain => new { id = chain.Code, label = chain.Name }),
            corner = "Capability",
        };

    public byte[] Cells() => GridPayload.Cells(Rows.Count, Columns.Count, CellsOf(Rows), Scale);

    /// <summary>The cells that differ from those of an earlier picture, as a patch; null when rows, columns or what is said of them differ.</summary>
    /// <param name="leaves">Codes of the capabilities whose links changed.</param>
    public byte[]? Patch(LinkPicture earlier, IReadOnlyCollection<string> leaves)
    {
        if (!Rows.SequenceEqual(earlier.Rows) || !Columns.SequenceEqual(earlier.Columns)
            || leaves.Any(leaf => _linked.Contains(leaf) != earlier._linked.Contains(leaf))
            || Columns.Any(stage => _served.Contains(stage.Code) != earlier._served.Contains(stage.Code)))
        {
            return null;
        }

        var touched = leaves.Select(_model.Tree.IndexOf).Where(node => node >= 0).SelectMany(_model.Tree.PathUp).ToHashSet();
        int[] places = [.. Enumerable.Range(0, Rows.Count).Where(place => touched.Contains(Rows[place]))];
        int[] nodes = [.. places.Select(place => Rows[place])];
        var (before, after) = (earlier.CellsOf(nodes), CellsOf(nodes));
        return GridPayload.Patch(
            [.. Enumerable.Range(0, after.Length)
                .Where(i => before[i] != after[i])
                .Select(i => ((places[i / Columns.Count] * Columns.Count) + (i % Columns.Count), after[i]))],
            Scale);
    }

    /// <summary>What the pointer is told about the links below a parent.</summary>
    public IReadOnlyList<string> Hints(string? row, string? column)
    {
        if (row is null || column is null || _model.Tree.IndexOf(row) is not (>= 0 and var node) || _model.Tree.IsLeaf(node))
        {
            return [];
        }

        var below = Enumerable.Range(node, _model.Tree.EndOf(node) - node).Select(child => _model.Tree[child].Code).ToHashSet();
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

    /// <summary>A leaf that serves no stage.</summary>
    private bool IsOrphan(int node) => _model.Tree.IsLeaf(node) && !_linked.Contains(_model.Tree[node].Code);

    private GridCell[] CellsOf(IReadOnlyList<int> rows)
    {
        var counts = new int[rows.Count * Columns.Count];
        var placeOf = rows.Select((node, place) => (node, place)).ToDictionary(row => row.node, row => row.place);
        foreach (var link in _model.StageLinks)
        {
            if (!_columnOf.TryGetValue(link.Stage, out var column) || _model.Tree.IndexOf(link.Capability) is not (>= 0 and var leaf))
            {
                continue;
            }

            foreach (var node in _model.Tree.PathUp(leaf))
            {
                if (placeOf.TryGetValue(node, out var row))
                {
                    counts[(row * Columns.Count) + column] += _model.Tree.IsLeaf(node) ? link.Strength : 1;
                }
            }
        }

        return [.. counts.Select((count, i) => _model.Tree.IsLeaf(rows[i / Columns.Count]) ? LinkScale.Leaf(count) : LinkScale.Parent(count))];
    }
}
