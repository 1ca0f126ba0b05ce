using Microsoft.AspNetCore.Components;
using OperatingModel.Application.Assessments;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Features.Capabilities;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>
/// How what is typed or pasted becomes assessments: complete cells are stored, the others kept as drafts, conflicts reported with both values.
/// </summary>
public sealed partial class ScoreSheetPage
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<RowKey, Assessment> _own = [];
    private ScoreDrafts? _drafts;
    private PastePreview? _preview;
    private GridPaste? _paste;
    private IReadOnlyList<Conflict> _conflicts = [];
    private string? _problem;

    // What a paste that met a conflict says not to apply, until the conflict is decided.
    private IReadOnlyList<NotApplicable>? _absent;

    [Inject]
    private ModelEditor Editor { get; set; } = default!;

    [Inject]
    private AssessmentService Assessments { get; set; } = default!;

    private List<string> UnitCodes => [.. _picture!.Units.Select(unit => unit.Code)];

    private async Task<bool> EnterAsync(GridEntry entry)
    {
        _problem = null;
        var chosen = entry.Cells(_picture!.Leaves(), UnitCodes);
        if (entry.Text == AbsenceWords.Key)
        {
            return await TurnAsync([.. chosen.Select(cell => new NotApplicable(cell.Row, cell.Column, AbsenceWords.Reason))]);
        }

        List<RowKey> keys =
            [.. chosen.Where(cell => _picture.Absence(cell.Row, cell.Column) is null).Select(cell => ScoreDrafts.KeyOf(cell.Row, cell.Column))];
        if (keys.Count == 0 || _drafts is null)
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

        // One write after the other: each knows the version that the one before it led to.
        await _one.WaitAsync();
        try
        {
            List<(RowKey Key, ScoreDraft Draft)> cells = [.. keys.Select(key => (key, Over(key, given)))];
            return await KeepOrStoreAsync(
                cells,
                cells.Count > 1 ? $"{cells.Count} cells scored" : $"{PlaceOf(keys[0])} scored: {cells[0].Draft.Scores.Words()}");
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Cells that do not apply; where all do not already, they do again. Scores and drafts stay for when they do.</summary>
    private async Task<bool> TurnAsync(List<NotApplicable> cells)
    {
        var applies = cells.TrueForAll(cell => _picture!.Absence(cell.Capability, cell.BusinessUnit) is not null);
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
            List<RowKey> drafts = [.. keys.Where(_drafts!.All.ContainsKey)];
            if (drafts.Count > 0)
            {
                await _drafts!.DropAsync(drafts);
                await RedrawAsync(drafts.Select(CapabilityOf));
            }

            List<CellScores> stored =
            [
                .. keys.Except(drafts)
                    .Select(Stored)
                    .OfType<Assessment>()
                    .Select(row => new CellScores(row.Capability, row.BusinessUnit, null, null, row.Version)),
            ];
            return drafts.Count > 0
                || (
                    stored.Count > 0
                    && await StoreAsync(stored, stored.Count > 1 ? $"{stored.Count} scores cleared" : $"Score of {PlaceOf(stored[0].Key)} cleared"));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Complete cells become assessments in one step; the others are kept.</summary>
    /// <param name="absent">Cells that do not apply, said in the same step.</param>
    private async Task<bool> KeepOrStoreAsync(
        IReadOnlyList<(RowKey Key, ScoreDraft Draft)> cells, string what, IReadOnlyList<NotApplicable>? absent = null)
    {
        List<(RowKey Key, ScoreDraft Draft)> kept = [.. cells.Where(cell => !cell.Draft.Scores.IsComplete)];
        if (kept.Count > 0)
        {
            await _drafts!.KeepAsync(kept);
            await RedrawAsync(kept.Select(cell => CapabilityOf(cell.Key)));
        }

        List<CellScores> complete = [.. cells.Where(cell => cell.Draft.Scores.IsComplete && IsNew(cell)).Select(cell =>
            new CellScores(CapabilityOf(cell.Key), UnitOf(cell.Key), null, cell.Draft.Scores.ToScores(Stored(cell.Key)), cell.Draft.SeenVersion))];
        return complete.Count > 0 || absent is { Count: > 0 } ? await StoreAsync(complete, what, absent) : kept.Count > 0;
    }

    private async Task<bool> StoreAsync(IReadOnlyList<CellScores> cells, string what, IReadOnlyList<NotApplicable>? absent = null)
    {
        var outcome = await Editor.RunAsync(what, atField: true, (model, operation) =>
            Assessments.WriteAsync(new AssessManyOrder(model, cells, operation) { NotApplicable = absent ?? [] }, what, User));
        if (outcome.Result is { } done)
        {
            foreach (var row in done.Changes.Select(change => change.After).OfType<Assessment>())
            {
                _own[row.Key] = row;
            }

            List<RowKey> drafts = [.. cells.Select(cell => cell.Key).Where(_drafts!.All.ContainsKey)];
            await _drafts!.DropAsync(drafts);
            await RedrawAsync(drafts.Select(CapabilityOf));
            return done.Changes.Count > 0;
        }

        // Nothing is lost: what was given stays as a draft until it is stored or given up.
        List<(RowKey Key, ScoreDraft Draft)> kept =
        [
            .. cells
                .Where(cell => cell.Scores is not null)
                .Select(cell =>
                    (
                        cell.Key,
                        new ScoreDraft(
                            new GivenScores(
                                cell.Scores!.Importance,
                                cell.Scores.Current,
                                cell.Scores.Target,
                                cell.Scores.Confidence,
                                cell.Scores.Note,
                                cell.Scores.EvidenceLink),
                            cell.SeenVersion))),
        ];
        await _drafts!.KeepAsync(kept);
        (_conflicts, _problem, _absent) = (outcome.Conflicts, outcome.Conflicts.Count > 0 ? null : outcome.Sentence, absent);
        await RedrawAsync(kept.Select(cell => CapabilityOf(cell.Key)));
        return false;
    }

    private async Task KeepTheirsAsync()
    {
        List<RowKey> keys = [.. _conflicts.Select(conflict => conflict.Key)];
        _conflicts = [];
        await _drafts!.DropAsync(keys);
        await RedrawAsync(keys.Select(CapabilityOf));
        if (_absent is { Count: > 0 } absent)
        {
            _absent = null;
            await StoreAsync([], $"Paste {Numbers.Count(absent.Count, "cell that does not apply", "cells that do not apply")}", absent);
        }
    }

    private async Task SaveMineAsync()
    {
        List<(RowKey Key, ScoreDraft Draft)> mine =
        [
            .. _conflicts
                .Where(conflict => _drafts!.All.ContainsKey(conflict.Key))
                .Select(conflict => (conflict.Key, _drafts!.All[conflict.Key] with { SeenVersion = conflict.Theirs?.Version ?? 0 })),
        ];
        (_conflicts, var absent, _absent) = ([], _absent, null);
        var what = mine.Count == 1 ? $"{PlaceOf(mine[0].Key)} scored: {mine[0].Draft.Scores.Words()}" : $"{mine.Count} cells scored";
        await KeepOrStoreAsync(mine, what, absent);
    }

    // The drawer keeps what is given there; the sheet shows it.
    private Task HoldAsync(string capability, string unit, (GivenScores Scores, long SeenVersion) begun)
    {
        _drafts!.Hold(ScoreDrafts.KeyOf(capability, unit), new ScoreDraft(begun.Scores, begun.SeenVersion));
        return RedrawAsync([capability]);
    }

    // The drawer stored the cell, or gave it up: what was begun is done with.
    private async Task ForgetAsync(string capability, string unit)
    {
        var key = ScoreDrafts.KeyOf(capability, unit);
        if (_drafts!.All.ContainsKey(key))
        {
            await _drafts.DropAsync([key]);
            await RedrawAsync([capability]);
        }
    }

    private void Preview(GridPaste paste)
    {
        _problem = null;
        (_paste, _preview) = (paste, PastePreview.Of(Snapshot!, _view.Figure, _drafts?.All ?? [], _picture!, paste));
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
            await KeepOrStoreAsync(
                [.. preview.Cells.Where(cell => cell.Applies).Select(cell => (cell.Key, new ScoreDraft(cell.After, cell.SeenVersion)))],
                $"{Numbers.Count(preview.Cells.Count, "score", "scores")} pasted",
                [.. preview.Cells.Where(cell => !cell.Applies).Select(cell => new NotApplicable(cell.Capability, cell.Unit, AbsenceWords.Reason))]);
        }
        finally
        {
            _one.Release();
        }
    }

    private ScoreDraft Over(RowKey key, GivenScores given)
    {
        if (_drafts!.All.GetValueOrDefault(key) is { } draft)
        {
            return draft with { Scores = draft.Scores.With(given) };
        }

        var stored = Stored(key);
        return new ScoreDraft(GivenScores.Of(stored).With(given), stored?.Version ?? 0);
    }

    private bool IsNew((RowKey Key, ScoreDraft Draft) cell) =>
        _drafts!.All.ContainsKey(cell.Key) || GivenScores.Of(Stored(cell.Key)) != cell.Draft.Scores;

    // What this page stored itself may not have come back to it yet.
    private Assessment? Stored(RowKey key)
    {
        var shown = Snapshot!.Assessments.Find(key);
        return _own.TryGetValue(key, out var own) && own.Version > Snapshot.Revision ? own : shown;
    }

    private static string CapabilityOf(RowKey key) => key.Text.Split(RowKey.Separator)[0];

    private static string UnitOf(RowKey key) => key.Text.Split(RowKey.Separator)[1];

    private string PlaceOf(RowKey key) => PlaceOf(CapabilityOf(key), UnitOf(key));

    private string PlaceOf(Conflict conflict) => PlaceOf(conflict.Key);

    private static string Words(ModelRow? row) => row is Assessment assessment ? GivenScores.Of(assessment).Words() : "not scored";
}
