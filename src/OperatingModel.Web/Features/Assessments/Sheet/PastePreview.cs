using System.Collections.Immutable;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>A cell a paste would set.</summary>
/// <param name="SeenVersion">Of its assessment when the preview was made; 0 where there was none.</param>
public sealed record PastedCell(string Capability, string Unit, GivenScores Before, GivenScores After, long SeenVersion)
{
    public RowKey Key => Assessment.KeyOf(Capability, Unit, null);
}

/// <summary>What a block from a spreadsheet would do to the sheet.</summary>
public sealed record PastePreview(ScoredFigure Figure, PasteBlock<PastedCell> Block)
{
    /// <summary>Of the cells that would change, those that stay unknown for lack of a figure.</summary>
    public int Incomplete => Block.Cells.Count(cell => !cell.After.IsComplete);

    public string? More => Incomplete > 0 ? $"{Numbers.Whole(Incomplete)} of them stay unknown until a figure is added" : null;

    /// <param name="leaves">Rows that can be scored, as shown.</param>
    /// <param name="units">Columns as shown.</param>
    /// <param name="paste">The text and the cell its first cell goes to.</param>
    internal static PastePreview Of(
        ModelSnapshot model, ScoredFigure figure, ImmutableDictionary<RowKey, ScoreDraft> drafts, IReadOnlyList<string> leaves, IReadOnlyList<string> units, GridPaste paste) =>
        new(figure, PasteBlock<PastedCell>.Read(
            paste,
            leaves,
            units,
            (capability, unit, text) => CellOf(model, figure, drafts, capability, unit, text),
            (capability, unit) => $"{capability} {model.Capabilities.Find(capability)?.Name} · {model.BusinessUnits.Find(unit)?.Name}"));

    public (string Row, string Column, string Before, string After) Words(PastedCell cell) => (cell.Capability, cell.Unit, Text(cell.Before), Text(cell.After));

    private static CellReading<PastedCell> CellOf(
        ModelSnapshot model, ScoredFigure figure, ImmutableDictionary<RowKey, ScoreDraft> drafts, string capability, string unit, string text)
    {
        if (model.Table<NotApplicable>().Find(RowKey.Of(capability, unit)) is { } absence)
        {
            return new(null, $"Does not apply here{(string.IsNullOrWhiteSpace(absence.Reason) ? "" : $": {absence.Reason}")}.");
        }

        var (given, reason) = ScoreText.Read(figure, text);
        if (given is null)
        {
            return new(null, reason);
        }

        var key = Assessment.KeyOf(capability, unit, null);
        var (draft, stored) = (drafts.GetValueOrDefault(key), model.Assessments.Find(key));
        var before = draft?.Scores ?? GivenScores.Of(stored);
        var after = before.With(given);
        return after == before ? CellReading<PastedCell>.Same : new(new PastedCell(capability, unit, before, after, draft?.SeenVersion ?? stored?.Version ?? 0));
    }

    private string Text(GivenScores scores) => Figure switch
    {
        ScoredFigure.Importance => Numbers.Whole(scores.Importance),
        ScoredFigure.Current => Numbers.Whole(scores.Current),
        ScoredFigure.Target => Numbers.Whole(scores.Target),
        ScoredFigure.Confidence => scores.Confidence?.ToString() ?? Numbers.Unknown,
        _ => $"{Numbers.Whole(scores.Importance)} · {Numbers.Whole(scores.Current)}→{Numbers.Whole(scores.Target)}",
    };
}
