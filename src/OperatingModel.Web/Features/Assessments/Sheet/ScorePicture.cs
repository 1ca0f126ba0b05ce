using System.Collections.Immutable;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>What was typed for a cell and is not an assessment yet.</summary>
/// <param name="SeenVersion">The version of the assessment when typing began; 0 where there was none.</param>
internal sealed record ScoreDraft(GivenScores Scores, long SeenVersion);

/// <summary>The scoring sheet for one view of one revision: capabilities × business units.</summary>
public sealed class ScorePicture : IGridPicture
{
    private readonly ModelSnapshot _model;
    private readonly ScoreSheetView _view;
    private readonly ScoreScale _scale;
    private readonly ImmutableDictionary<RowKey, ScoreDraft> _drafts;
    private readonly Ageing _ageing;
    private readonly int _level;

    private ScorePicture(ModelSnapshot model, ScoreSheetView view, ScoreScale scale, ImmutableDictionary<RowKey, ScoreDraft> drafts, FoundRows? found)
    {
        (_model, _view, _scale, _drafts, _level) = (model, view, scale, drafts, view.Level ?? Capability.MaxLevel);
        _ageing = Ageing.Of(model.AsOf, model.Settings.StaleAfterMonths);
        Units = [.. model.BusinessUnits];
        Discipline = ScaleDiscipline.Compute(model).Where(unit => unit.Warnings.Count > 0).ToDictionary(unit => unit.BusinessUnit);
        Rows = view.Rows.Visible(model.Tree, _level);
        if (view.Only != SheetRows.All)
        {
            List<int> leaves = [.. (view.Text.Length > 0 ? Rows : Enumerable.Range(0, model.Tree.Count)).Where(model.Tree.IsLeaf)];
            HashSet<string> now = [.. leaves.Select(node => model.Tree[node].Code).Where(Shows)];
            Found = FoundRows.Of(found, $"{view.Only} {view.Text}", now);
            leaves.RemoveAll(node => !Found.Leaves.Contains(model.Tree[node].Code));
            Rows = [.. new SortedSet<int>(leaves.SelectMany(model.Tree.PathUp))];
            IsOutdated = !now.SetEquals(leaves.Select(node => model.Tree[node].Code));
        }
    }

    /// <summary>Nodes of the capability tree.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>What the filter found when it was asked; null without a filter on scores.</summary>
    internal FoundRows? Found { get; }

    /// <summary>Whether the filter would find other rows now.</summary>
    public bool IsOutdated { get; }

    public IReadOnlyList<BusinessUnit> Units { get; }

    /// <summary>Units that use the scales in a way worth a second look, by code.</summary>
    public IReadOnlyDictionary<string, ScaleDiscipline> Discipline { get; }

    public GridScale Scale => _scale.Grid;

    /// <param name="found">What the filter found before; null to ask it anew.</param>
    internal static ScorePicture Of(
        ModelSnapshot model, ScoreSheetView view, ScoreScale scale, ImmutableDictionary<RowKey, ScoreDraft> drafts, FoundRows? found = null) =>
        new(model, view, scale, drafts, found);

    /// <summary>Codes of the rows that can be scored, in the order shown.</summary>
    public IReadOnlyList<string> Leaves() => [.. Rows.Where(_model.Tree.IsLeaf).Select(node => _model.Tree[node].Code)];

    public bool IsStale(Assessment assessment) => _ageing.IsStale(assessment.AssessedOn);

    public object Axes() => new
    {
        rows = Rows.Select(node => new
        {
            id = _model.Tree[node].Code,
            code = _model.Tree[node].Code,
            label = _model.Tree[node].Name,
            level = _model.Tree.LevelOf(node),
            isParent = !_model.Tree.IsLeaf(node),
            expanded = !_model.Tree.IsLeaf(node) && (_view.Only != SheetRows.All || _view.Rows.IsExpanded(_model.Tree, node, _level)),
            @fixed = !_model.Tree.IsLeaf(node),
        }),
        columns = Units.Select(unit => new
        {
            id = unit.Code,
            code = unit.Code,
            label = unit.Name,
            group = "",
            note = Discipline.TryGetValue(unit.Code, out var warned) ? string.Join(" ", warned.Explain().Levers) : null,
        }),
        groups = new[] { new { id = "", label = "Business units" } },
        corner = "Capability",
    };

    public byte[] Cells() => GridPayload.Cells(Rows.Count, Units.Count, CellsOf(Rows), Scale);

    /// <summary>
    /// The cells that differ from those of an earlier picture, as a patch; null when rows, columns, scale or what is said of them differ.
    /// </summary>
    /// <param name="leaves">Codes of the capabilities whose scores changed.</param>
    public byte[]? Patch(ScorePicture earlier, IReadOnlyCollection<string> leaves)
    {
        if (!ReferenceEquals(Scale, earlier.Scale) || !Rows.SequenceEqual(earlier.Rows) || !Units.SequenceEqual(earlier.Units)
            || !Discipline.Keys.Order().SequenceEqual(earlier.Discipline.Keys.Order()))
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
                .Select(i => ((places[i / Units.Count] * Units.Count) + (i % Units.Count), after[i]))],
            Scale);
    }

    /// <summary>What the pointer is told about a cell beyond its scores.</summary>
    public IReadOnlyList<string> Hints(string? row, string? column)
    {
        if (row is null || column is null || _model.Tree.IndexOf(row) is not (>= 0 and var node) || !_model.Tree.IsLeaf(node))
        {
            return [];
        }

        if (Absence(row, column) is { } absence)
        {
            return [.. new[] { absence.Reason ?? "", "N takes that back." }.Where(line => !string.IsNullOrWhiteSpace(line))];
        }

        var stored = Find(row, column);
        return
        [
            .. _drafts.ContainsKey(Assessment.KeyOf(row, column, null))
                ? ["Kept for you until importance, now and target are there."]
                : Array.Empty<string>(),
            .. stored is null
                ? ["N says that it does not apply."]
                : new[]
                {
                    $"Scored {Dates.Of(stored.AssessedOn)}{(string.IsNullOrEmpty(stored.Assessor) ? "" : $" by {stored.Assessor}")}, "
                        + $"{stored.Confidence.ToString().ToLowerInvariant()} confidence",
                    stored.Note ?? "",
                }.Where(line => line.Length > 0),
        ];
    }

    public NotApplicable? Absence(string capability, string unit) => _model.Table<NotApplicable>().Find(RowKey.Of(capability, unit));

    private Assessment? Find(string capability, string unit) => _model.Assessments.Find(Assessment.KeyOf(capability, unit, null));

    private bool Shows(string leaf) => _view.Only == SheetRows.Stale
        ? Units.Any(unit => Find(leaf, unit.Code) is { } stored && IsStale(stored))
        : Units.Any(unit => Find(leaf, unit.Code) is null && Absence(leaf, unit.Code) is null);

    private GridCell[] CellsOf(IReadOnlyList<int> rows)
    {
        var cells = new GridCell[rows.Count * Units.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < Units.Count; column++)
            {
                cells[(row * Units.Count) + column] = _model.Tree.IsLeaf(rows[row])
                    ? Leaf(_model.Tree[rows[row]].Code, Units[column].Code)
                    : Parent(rows[row], Units[column].Code);
            }
        }

        return cells;
    }

    private GridCell Leaf(string leaf, string unit) =>
        Absence(leaf, unit) is not null ? new GridCell(GridState.NotApplicable, 0, 0, false)
        : _drafts.TryGetValue(Assessment.KeyOf(leaf, unit, null), out var draft) ? _scale.Draft(draft.Scores)
        : Find(leaf, unit) is { } stored ? _scale.Stored(GivenScores.Of(stored), IsStale(stored))
        : new GridCell(GridState.Unknown, 0, 0, false);

    private GridCell Parent(int node, string unit)
    {
        var (scored, cells) = (0, 0);
        for (var below = node + 1; below < _model.Tree.EndOf(node); below++)
        {
            var code = _model.Tree[below].Code;
            if (_model.Tree.IsLeaf(below) && Absence(code, unit) is null)
            {
                cells++;
                scored += Find(code, unit) is null ? 0 : 1;
            }
        }

        return _scale.Parent(scored, cells);
    }
}
