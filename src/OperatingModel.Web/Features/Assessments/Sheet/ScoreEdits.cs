using System.Collections.Immutable;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>
/// The edits of the sheet that are not stored yet: begun, refused or in conflict. The server keeps them as drafts, so that a reload loses none.
/// </summary>
internal sealed class ScoreEdits(DraftShelf shelf, ModelEditor editor)
{
    private const string Prefix = "score:";

    private readonly Dictionary<RowKey, EditSession<GivenScores>> _open = [];
    private readonly Dictionary<RowKey, ScoreDraft> _held = [];
    private readonly HashSet<RowKey> _touched = [];

    /// <summary>The scores that are not stored yet, by the key of their assessment.</summary>
    public ImmutableDictionary<RowKey, ScoreDraft> Drafts => _open
        .Where(edit => edit.Value.IsDirty)
        .ToImmutableDictionary(edit => edit.Key, edit => new ScoreDraft(edit.Value.Value, edit.Value.SeenVersion))
        .SetItems(_held);

    /// <summary>The cells that somebody else scored meanwhile.</summary>
    public IReadOnlyList<RowKey> Conflicts => [.. _open.Where(edit => edit.Value.State == EditState.Conflicted).Select(edit => edit.Key)];

    /// <summary>The complete cells that were not stored because another cell of the same write was in conflict or refused.</summary>
    public IReadOnlyList<RowKey> Waiting =>
        [.. _open.Where(edit => edit.Value is { State: EditState.Typing, IsRestored: false, Value.IsComplete: true }).Select(edit => edit.Key)];

    /// <summary>Whether the storage has the latest drafts.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Returns the place of an assessment's draft, the same for the sheet and the editor in the drawer.</summary>
    public static string PlaceOf(RowKey key) => Prefix + key.Text;

    /// <summary>Returns the key of a cell's general assessment.</summary>
    public static RowKey KeyOf(string capability, string unit) => Assessment.KeyOf(capability, unit, null);

    /// <summary>Returns the edit of a cell, and begins it when there is none.</summary>
    public EditSession<GivenScores> Of(RowKey key)
    {
        if (!_open.TryGetValue(key, out var edit))
        {
            _open[key] = edit = new(
                () => editor.Model?.Assessments.Find(key),
                row => GivenScores.Of(row as Assessment),
                editor.WhoChanged,
                store: null,
                (_, _) => _touched.Add(key),
                () => Task.FromResult(_touched.Add(key)));
        }

        if (_held.Remove(key, out var held))
        {
            // The sheet goes on with the scores that were begun in the drawer.
            edit.Restore(held.Scores, held.SeenVersion);
        }

        return edit;
    }

    /// <summary>Whether the cell has scores that are not stored.</summary>
    public bool IsDirty(RowKey key) => _held.ContainsKey(key) || (_open.TryGetValue(key, out var edit) && edit.IsDirty);

    /// <summary>Reads the drafts of an earlier visit.</summary>
    public async Task LoadAsync()
    {
        foreach (var draft in await shelf.AllAsync(Prefix))
        {
            var key = new RowKey(draft.Place[Prefix.Length..]);
            if (key.Text.Split(RowKey.Separator) is [var capability, var unit, ..] && key == KeyOf(capability, unit))
            {
                Of(key).Restore(GivenScores.FromText(draft.Text), draft.SeenVersion);
                if (!IsDirty(key))
                {
                    _touched.Add(key);
                }
            }
        }

        await KeepAsync();
    }

    /// <summary>Shows the scores that the user gave in the drawer, which keeps their draft itself.</summary>
    public void Hold(RowKey key, ScoreDraft draft) => _held[key] = draft;

    /// <summary>Gives up the edit of a cell, because the drawer stored its scores or gave them up.</summary>
    public async Task ForgetAsync(RowKey key)
    {
        _held.Remove(key);
        if (_open.TryGetValue(key, out var edit))
        {
            await edit.DiscardAsync();
            await KeepAsync();
        }
    }

    /// <summary>Updates the edits after the window got a newer model.</summary>
    /// <param name="except">The cell that is open in the drawer, whose editor follows by itself; null for none.</param>
    public void Arrived(RowKey? except)
    {
        foreach (var (_, edit) in _open.Where(edit => edit.Key != except))
        {
            edit.Arrived();
        }
    }

    /// <summary>Keeps the drafts on the server; one that cannot be kept now is tried again with the next key.</summary>
    public async Task KeepAsync()
    {
        if (_touched.Count == 0)
        {
            return;
        }

        IsKept = false;
        var (model, isKept) = (shelf.Model, shelf.Model is not null);
        foreach (var key in _touched.ToList())
        {
            var edit = Of(key);
            if (edit.IsDirty)
            {
                isKept = isKept && await shelf.SaveAsync(model!.Value, PlaceOf(key), edit.Value.ToText(), edit.SeenVersion);
            }
            else
            {
                _open.Remove(key);
                await shelf.DropAsync(PlaceOf(key));
            }

            if (isKept || !edit.IsDirty)
            {
                _touched.Remove(key);
            }
        }

        IsKept = isKept;
    }
}
