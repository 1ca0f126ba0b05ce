using System.Collections.Immutable;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Assessments.Sheet;

/// <summary>
/// The cells of the sheet that are being edited: begun, refused or in conflict. They are kept on the server, so that a reload loses none.
/// </summary>
internal sealed class ScoreEdits(DraftShelf shelf, ModelEditor editor)
{
    private const string Prefix = "score:";

    private readonly Dictionary<RowKey, EditSession<GivenScores>> _open = [];
    private readonly Dictionary<RowKey, ScoreDraft> _held = [];
    private readonly HashSet<RowKey> _touched = [];

    /// <summary>What is not stored, as it is now.</summary>
    public ImmutableDictionary<RowKey, ScoreDraft> Drafts => _open
        .Where(edit => edit.Value.IsDirty)
        .ToImmutableDictionary(edit => edit.Key, edit => new ScoreDraft(edit.Value.Value, edit.Value.SeenVersion))
        .SetItems(_held);

    /// <summary>Cells that somebody else scored meanwhile.</summary>
    public IReadOnlyList<RowKey> Conflicts => [.. _open.Where(edit => edit.Value.State == EditState.Conflicted).Select(edit => edit.Key)];

    /// <summary>Cells that are complete and wait for a write that something else was in the way of.</summary>
    public IReadOnlyList<RowKey> Waiting =>
        [.. _open.Where(edit => edit.Value is { State: EditState.Typing, IsRestored: false, Value.IsComplete: true }).Select(edit => edit.Key)];

    /// <summary>Whether the server has what was given last.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Where the draft of an assessment is kept, given in the sheet or in its own editor.</summary>
    public static string PlaceOf(RowKey key) => Prefix + key.Text;

    /// <summary>The key of a cell's general assessment.</summary>
    public static RowKey KeyOf(string capability, string unit) => Assessment.KeyOf(capability, unit, null);

    /// <summary>The edit of a cell, which begins now where there is none.</summary>
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
            // What was begun in the cell's own editor goes on here.
            edit.Restore(held.Scores, held.SeenVersion);
        }

        return edit;
    }

    /// <summary>Whether something given for the cell is not stored.</summary>
    public bool IsDirty(RowKey key) => _held.ContainsKey(key) || (_open.TryGetValue(key, out var edit) && edit.IsDirty);

    /// <summary>What was begun before the page was left.</summary>
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

    /// <summary>Shows what is given, and kept, in a cell's own editor.</summary>
    public void Hold(RowKey key, ScoreDraft draft) => _held[key] = draft;

    /// <summary>A cell's own editor stored it, or gave it up.</summary>
    public async Task ForgetAsync(RowKey key)
    {
        _held.Remove(key);
        if (_open.TryGetValue(key, out var edit))
        {
            await edit.DiscardAsync();
            await KeepAsync();
        }
    }

    /// <summary>The window has a newer model.</summary>
    /// <param name="except">The cell whose own editor is open, and follows by itself.</param>
    public void Arrived(RowKey? except)
    {
        foreach (var (_, edit) in _open.Where(edit => edit.Key != except))
        {
            edit.Arrived();
        }
    }

    /// <summary>Keeps on the server what is not stored; what cannot be kept now is tried again with the next key.</summary>
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
