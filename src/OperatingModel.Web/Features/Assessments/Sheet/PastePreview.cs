using System.Collections.Immutable;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>A cell a paste would set.</summary>
/// <param name="SeenVersion">Of its assessment when the preview was made; 0 where there was none.</param>
public sealed record PastedCell(string Capability, string Unit, GivenScores Before, GivenScores After, long SeenVersion)
{
    public RowKey Key => Assessment.KeyOf(Capability, Unit, null);
}

/// <summary>A cell of the block that cannot be used.</summary>
/// <param name="Line">In the block, from 1.</param>
/// <param name="Column">In the block, from 1.</param>
/// <param name="Place">The cell of the sheet it would have gone to.</param>
public sealed record UnreadCell(int Line, int Column, string Place, string Text, string Reason);

/// <summary>What a block from a spreadsheet would do to the sheet; nothing is stored before it is applied.</summary>
/// <param name="Cells">Cells that would change.</param>
/// <param name="Same">Cells that already have these scores.</param>
/// <param name="Outside">Cells of the block beyond the last row or column.</param>
public sealed record PastePreview(ScoredFigure Figure, IReadOnlyList<PastedCell> Cells, IReadOnlyList<UnreadCell> Unread, int Same, int Outside)
{
    /// <summary>Of the cells that would change, those that stay unknown for lack of a figure.</summary>
    public int Incomplete => Cells.Count(cell => !cell.After.IsComplete);

    /// <param name="leaves">Rows that can be scored, as shown.</param>
    /// <param name="units">Columns as shown.</param>
    /// <param name="paste">The text and the cell its first cell goes to.</param>
    internal static PastePreview Of(
        ModelSnapshot model, ScoredFigure figure, ImmutableDictionary<RowKey, ScoreDraft> drafts, IReadOnlyList<string> leaves, IReadOnlyList<string> units, GridPaste paste)
    {
        List<PastedCell> cells = [];
        List<UnreadCell> unread = [];
        var (same, outside) = (0, 0);
        var (top, left) = (leaves.ToList().IndexOf(paste.Row), units.ToList().IndexOf(paste.Column));
        var table = ClipboardTable.Read(paste.Text ?? "");
        for (var line = 0; line < table.Count; line++)
        {
            for (var column = 0; column < table[line].Count; column++)
            {
                var text = table[line][column];
                if (text.Length == 0)
                {
                    continue;
                }

                if (top < 0 || left < 0 || top + line >= leaves.Count || left + column >= units.Count)
                {
                    outside++;
                    continue;
                }

                var (capability, unit) = (leaves[top + line], units[left + column]);
                var (cell, reason) = CellOf(model, figure, drafts, capability, unit, text);
                if (cell is null)
                {
                    unread.Add(new UnreadCell(line + 1, column + 1, $"{capability} {model.Tree[model.Tree.IndexOf(capability)].Name} · {model.BusinessUnits.Find(unit)?.Name}", text, reason!));
                }
                else if (cell.After == cell.Before)
                {
                    same++;
                }
                else
                {
                    cells.Add(cell);
                }
            }
        }

        return new PastePreview(figure, cells, unread, same, outside);
    }

    private static (PastedCell? Cell, string? Reason) CellOf(
        ModelSnapshot model, ScoredFigure figure, ImmutableDictionary<RowKey, ScoreDraft> drafts, string capability, string unit, string text)
    {
        if (model.Table<NotApplicable>().Find(RowKey.Of(capability, unit)) is { } absence)
        {
            return (null, $"Does not apply here{(string.IsNullOrWhiteSpace(absence.Reason) ? "" : $": {absence.Reason}")}.");
        }

        var (given, reason) = ScoreText.Read(figure, text);
        if (given is null)
        {
            return (null, reason);
        }

        var stored = model.Assessments.Find(Assessment.KeyOf(capability, unit, null));
        var draft = drafts.GetValueOrDefault(Assessment.KeyOf(capability, unit, null));
        var before = draft?.Scores ?? GivenScores.Of(stored);
        return (new PastedCell(capability, unit, before, before.With(given), draft?.SeenVersion ?? stored?.Version ?? 0), null);
    }
}
