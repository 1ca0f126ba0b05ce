using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Exchange.Pasting;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Grid;
using OperatingModel.Web.Features.Capabilities;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>
/// Turns what the user types or pastes into assessments: it stores complete cells, keeps the others as drafts, and reports conflicts with both
/// values.
/// </summary>
public sealed partial class ScoreSheetPage
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private ScoreEdits? _edits;
    private PastePreview? _preview;
    private GridPaste? _paste;
    private string? _problem;

    // The cells that a paste marks as not applicable, while a conflict of the same paste waits for the user's decision.
    private IReadOnlyList<NotApplicable>? _absent;

    private int Begun => _edits?.Drafts.Count ?? 0;

    private List<string> UnitCodes => [.. _picture.Units.Select(unit => unit.Code)];

    private async Task<bool> EnterAsync(GridEntry entry)
    {
        _problem = null;
        var chosen = entry.Cells(_picture.Leaves(), UnitCodes);
        if (entry.Text == AbsenceWords.Key)
        {
            return await TurnAsync([.. chosen.Select(cell => new NotApplicable(cell.Row, cell.Column, AbsenceWords.Reason))]);
        }

        List<RowKey> keys =
            [.. chosen.Where(cell => _picture.Absence(cell.Row, cell.Column) is null).Select(cell => ScoreEdits.KeyOf(cell.Row, cell.Column))];
        if (keys.Count == 0 || _edits is null)
        {
            return false;
        }

        if (entry.Text == GridEntry.Clear)
        {
            return await ClearAsync(keys);
        }

        var (given, reason) = ScoreText.ReadKeys(_view.Figure, entry.Text);
        if (given is null)
        {
            _problem = $"{entry.Text} was not taken: {reason}";
            StateHasChanged();
            return false;
        }

        // One write after the other, so that each knows the version that the one before it led to.
        await _one.WaitAsync();
        try
        {
            foreach (var edit in keys.Select(_edits.Of))
            {
                edit.Type(edit.Value.With(given));
            }

            return await StoreAsync(
                keys, keys.Count > 1 ? $"{keys.Count} cells scored" : $"{PlaceOf(keys[0])} scored: {_edits.Of(keys[0]).Value.Words()}");
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Marks cells as not applicable, or as applicable again when none of them applies. Their scores and drafts stay.</summary>
    private async Task<bool> TurnAsync(List<NotApplicable> cells)
    {
        var applies = cells.TrueForAll(cell => _picture.Absence(cell.Capability, cell.BusinessUnit) is not null);
        var place = cells.Count == 1 ? PlaceOf(cells[0].Capability, cells[0].BusinessUnit) : Numbers.Count(cells.Count, "cell", "cells");
        var what = (cells.Count, applies) switch
        {
            (1, true) => "applies",
            (1, false) => "does not apply",
            (_, true) => "apply",
            _ => "do not apply",
        };
        var outcome =
            cells.Count == 0
                ? null
                : await Editor.WriteAsync($"{place} {what}", model => ApplicabilityEdits.SetMany(model, cells, applies), atField: true);
        _problem = outcome is { IsDone: false } ? outcome.Sentence : null;
        StateHasChanged();
        return outcome is { IsDone: true, Result.Changes.Count: > 0 };
    }

    private async Task<bool> ClearAsync(List<RowKey> keys)
    {
        await _one.WaitAsync();
        try
        {
            List<RowKey> begun = [.. keys.Where(_edits!.IsDirty)];
            foreach (var key in begun)
            {
                await _edits.Of(key).DiscardAsync();
            }

            List<RowKey> stored = [.. keys.Except(begun).Where(key => Stored(key) is not null)];
            stored.ForEach(key => _edits.Of(key).Type(GivenScores.None));
            var what = stored.Count == 1 ? $"Score of {PlaceOf(stored[0])} cleared" : $"{stored.Count} scores cleared";
            return await StoreAsync([.. begun, .. stored], what) || begun.Count > 0;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Stores the complete and the cleared cells in one step, and keeps the others as drafts.</summary>
    /// <param name="absent">The cells that the same step marks as not applicable.</param>
    private async Task<bool> StoreAsync(IReadOnlyList<RowKey> keys, string what, IReadOnlyList<NotApplicable>? absent = null)
    {
        var isTaken = keys.Any(_edits!.IsDirty);
        if (keys.Any(key => _edits.Of(key).State == EditState.Conflicted))
        {
            // The cells are stored together, so all wait until the user has decided the conflict.
            (_absent, isTaken) = (absent ?? _absent, false);
        }
        else
        {
            List<RowKey> begun = [.. keys.Where(key => IsWhole(_edits.Of(key).Value) && _edits.Of(key).Begin())];
            if (begun.Count > 0 || absent is { Count: > 0 })
            {
                CellScores[] cells = [.. begun.Select(CellOf)];
                var outcome = await Editor.WriteAsync(
                    what,
                    model => [.. AssessmentEdits.Assess(model, User.Name, cells), .. ApplicabilityEdits.SetMany(model, absent ?? [], applies: false)],
                    atField: true);
                foreach (var key in begun)
                {
                    await _edits.Of(key).EndAsync(outcome with { Conflicts = [.. outcome.Conflicts.Where(conflict => conflict.Key == key)] });
                }

                _problem = outcome.IsDone || outcome.Conflicts.Count > 0 ? null : outcome.Sentence;
                _absent = outcome.IsDone || absent is null ? _absent : absent;
                isTaken = outcome.Result is { Changes.Count: > 0 };
            }
        }

        await _edits.KeepAsync();
        await RedrawAsync(keys.Select(CapabilityOf));
        return isTaken;
    }

    private static bool IsWhole(GivenScores given) => given.IsComplete || given == GivenScores.None;

    private CellScores CellOf(RowKey key)
    {
        var edit = _edits!.Of(key);
        var scores = edit.Value == GivenScores.None ? null : edit.Value.ToScores(Stored(key));
        return new(CapabilityOf(key), UnitOf(key), null, scores, edit.SeenVersion);
    }

    private Task TakeTheirsAsync() => DecideAsync(edit => edit.TakeTheirsAsync());

    private Task KeepMineAsync() => DecideAsync(edit =>
    {
        edit.ChooseMine();
        return Task.CompletedTask;
    });

    // Stores the decided cells together with those that waited for the decision.
    private async Task DecideAsync(Func<EditSession<GivenScores>, Task> decide)
    {
        await _one.WaitAsync();
        try
        {
            var decided = _edits!.Conflicts;
            foreach (var key in decided)
            {
                await decide(_edits.Of(key));
            }

            (var absent, _absent) = (_absent, null);
            var waiting = _edits.Waiting;
            var count = waiting.Count + (absent?.Count ?? 0);
            var what = waiting is [var one] && count == 1
                ? $"{PlaceOf(one)} scored: {_edits.Of(one).Value.Words()}"
                : $"{Numbers.Count(count, "cell", "cells")} scored";
            await StoreAsync([.. decided.Union(waiting)], what, absent);
        }
        finally
        {
            _one.Release();
        }
    }

    // The drawer keeps the draft of its scores; the sheet only shows them.
    private Task HoldAsync(string capability, string unit, (GivenScores Scores, long SeenVersion) begun)
    {
        _edits!.Hold(ScoreEdits.KeyOf(capability, unit), new ScoreDraft(begun.Scores, begun.SeenVersion));
        return RedrawAsync([capability]);
    }

    // The drawer stored the scores of the cell or gave them up, so the sheet's edit of it ends.
    private async Task ForgetAsync(string capability, string unit)
    {
        await _edits!.ForgetAsync(ScoreEdits.KeyOf(capability, unit));
        await RedrawAsync([capability]);
    }

    private void Preview(GridPaste paste)
    {
        _problem = null;
        (_paste, _preview) = (paste, PastePreview.Of(Snapshot, _view.Figure, _edits?.Drafts ?? [], _picture, paste));
    }

    private void ClosePreview() => _preview = null;

    private async Task ApplyAsync()
    {
        if (_preview?.Block is not { Cells.Count: > 0 } preview)
        {
            return;
        }

        ClosePreview();
        await _one.WaitAsync();
        try
        {
            List<PastedCell> scored = [.. preview.Cells.Where(cell => cell.Applies)];
            foreach (var cell in scored)
            {
                var edit = _edits!.Of(cell.Key);
                if (edit.SeenVersion == cell.SeenVersion)
                {
                    edit.Type(cell.After);
                }
                else
                {
                    // Somebody scored the cell after the preview was made.
                    edit.Restore(cell.After, cell.SeenVersion);
                }
            }

            await StoreAsync(
                [.. scored.Select(cell => cell.Key)],
                $"{Numbers.Count(preview.Cells.Count, "score", "scores")} pasted",
                [.. preview.Cells.Where(cell => !cell.Applies).Select(cell => new NotApplicable(cell.Capability, cell.Unit, AbsenceWords.Reason))]);
        }
        finally
        {
            _one.Release();
        }
    }

    private Assessment? Stored(RowKey key) => Snapshot.Assessments.Find(key);

    private static string CapabilityOf(RowKey key) => key.Text.Split(RowKey.Separator)[0];

    private static string UnitOf(RowKey key) => key.Text.Split(RowKey.Separator)[1];

    private string PlaceOf(RowKey key) => PlaceOf(CapabilityOf(key), UnitOf(key));

    private static string Words(GivenScores scores) => scores == GivenScores.None ? "not scored" : scores.Words();
}
