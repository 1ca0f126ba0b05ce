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

/// <summary>Scores typed for a cell that are not stored yet.</summary>
/// <param name="SeenVersion">The version of the assessment when the user began; 0 when there was none.</param>
internal sealed record ScoreDraft(GivenScores Scores, long SeenVersion);

/// <summary>The scoring sheet for one view of one revision: capabilities × business units.</summary>
public sealed class ScorePicture : GridPicture
{
    private readonly ModelSnapshot _model;
    private readonly ScoreSheetView _view;
    private readonly ScoreScale _scale;
    private readonly ImmutableDictionary<RowKey, ScoreDraft> _drafts;
    private readonly Ageing _ageing;
    private readonly int _level;

    private ScorePicture(ModelSnapshot model, ScoreSheetView view, ScoreScale scale, ImmutableDictionary<RowKey, ScoreDraft> drafts, FoundRows? found)
        : base(model.Tree)
    {
        (_model, _view, _scale, _drafts, _level) = (model, view, scale, drafts, view.Level ?? Capability.MaxLevel);
        _ageing = Ageing.Of(model.AsOf, model.Settings.StaleAfterMonths);
        Units = [.. model.BusinessUnits];
        Discipline = model.Analyses.ScaleUse.Where(unit => unit.Warnings.Count > 0).ToDictionary(unit => unit.BusinessUnit);
        Rows = view.Rows.Visible(Tree, _level);
        if (view.Only != SheetRows.All)
        {
            Narrow(Shows, $"{view.Only} {view.Text}", view.Text.Length > 0, found);
        }
    }

    public IReadOnlyList<BusinessUnit> Units { get; }

    /// <summary>The units whose use of the scales is worth a second look, by code.</summary>
    public IReadOnlyDictionary<string, ScaleDiscipline> Discipline { get; }

    public override GridScale Scale => _scale.Grid;

    private protected override int ColumnCount => Units.Count;

    /// <param name="found">The rows that the filter found before; null to apply it anew.</param>
    internal static ScorePicture Of(
        ModelSnapshot model, ScoreSheetView view, ScoreScale scale, ImmutableDictionary<RowKey, ScoreDraft> drafts, FoundRows? found = null) =>
        new(model, view, scale, drafts, found);

    public bool IsStale(Assessment assessment) => _ageing.IsStale(assessment.AssessedOn);

    public override GridAxes Axes() => new(
        [
            .. Rows.Select(node => RowOf(node, _view.Only != SheetRows.All || _view.Rows.IsExpanded(Tree, node, _level)) with
            {
                Fixed = !Tree.IsLeaf(node),
            }),
        ],
        [
            .. Units.Select(unit => new GridColumn(unit.Code, unit.Code, unit.Name, null, "")
            {
                Note = Discipline.TryGetValue(unit.Code, out var warned) ? string.Join(" ", warned.Explain().Levers) : null,
            }),
        ],
        [new GridGroup("", "Business units")],
        "Capability");

    /// <summary>
    /// Returns the cells that differ from those of an earlier picture as a patch; null when rows, columns, their remarks or the scale differ.
    /// </summary>
    /// <param name="leaves">The codes of the capabilities whose scores changed.</param>
    public byte[]? Patch(ScorePicture earlier, IReadOnlyCollection<string> leaves)
    {
        if (!ReferenceEquals(Scale, earlier.Scale) || !Rows.SequenceEqual(earlier.Rows) || !Units.SequenceEqual(earlier.Units)
            || !Discipline.Keys.Order().SequenceEqual(earlier.Discipline.Keys.Order()))
        {
            return null;
        }

        return PatchOf(earlier, leaves);
    }

    /// <summary>Returns the lines shown about the cell under the pointer, beyond its scores.</summary>
    public IReadOnlyList<string> Hints(string? row, string? column)
    {
        if (row is null || column is null || Tree.IndexOf(row) is not (>= 0 and var node) || !Tree.IsLeaf(node))
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

    private protected override GridCell[] CellsOf(IReadOnlyList<int> rows)
    {
        var cells = new GridCell[rows.Count * Units.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < Units.Count; column++)
            {
                cells[(row * Units.Count) + column] = Tree.IsLeaf(rows[row])
                    ? Leaf(Tree[rows[row]].Code, Units[column].Code)
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
        for (var below = node + 1; below < Tree.EndOf(node); below++)
        {
            var code = Tree[below].Code;
            if (Tree.IsLeaf(below) && Absence(code, unit) is null)
            {
                cells++;
                scored += Find(code, unit) is null ? 0 : 1;
            }
        }

        return _scale.Parent(scored, cells);
    }
}
