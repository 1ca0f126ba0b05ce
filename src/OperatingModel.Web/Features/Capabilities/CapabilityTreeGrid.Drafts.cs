using System.Text.Json;
using Microsoft.JSInterop;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>Keeps the text in the box as a draft, and brings it back when the page opens again.</summary>
public sealed partial class CapabilityTreeGrid
{
    private const string DraftPlace = "capability-tree";

    private DraftKeeper _keeper = default!;

    // A draft: the name of a new capability with the place of its empty row, or the new name of the capability with a code.
    private sealed record NameDraft(string Text, NewRow? Row, string? Renamed);

    /// <summary>Takes the text that is now in the box.</summary>
    [JSInvokable]
    public Task<Answer> OnTyped(long number, string text) => _asked.AnswerAsync(number, () =>
    {
        if (_edit is { } edit)
        {
            edit.Name.Type(text);
            StateHasChanged();
        }

        return Task.FromResult(Now);
    });

    private void Keep(string text, long seenVersion) =>
        _keeper.Keep(
            DraftPlace, text.Length == 0 ? "" : JsonSerializer.Serialize(new NameDraft(text, _edit?.Row, _edit?.Code)), seenVersion);

    // Puts the draft back into the box.
    private async Task RestoreAsync()
    {
        if (await Drafts.FindAsync(DraftPlace) is not { } draft || _edit is not null || !_script.IsAttached
            || JsonSerializer.Deserialize<NameDraft>(draft.Text) is not { } typed)
        {
            return;
        }

        var tree = Model.Tree;
        if (typed.Renamed is { } code && tree.IndexOf(code) is var node and >= 0)
        {
            _activeCode = code;
            _edit = new Edit(null, code, NameOf(code), IsConflictSeen: true);
        }
        else
        {
            _edit = new Edit(typed.Row?.StillIn(tree) ?? new NewRow(null, null), null, NameOf(null));
            _activeCode = _edit.Row!.After ?? _edit.Row.Parent ?? _activeCode;
        }

        _edit.Name.Restore(typed.Text, _edit.IsNew ? 0 : draft.SeenVersion);
        if (!_edit.Name.IsDirty)
        {
            _edit = null;
            await _keeper.DropAsync(DraftPlace);
            return;
        }

        if (_activeCode is { } active && tree.IndexOf(active) >= 0)
        {
            await RevealAsync(active);
        }

        Layout();
        StateHasChanged();
        await _script.CallAsync("restore", Now with { Text = typed.Text }, _edit.IsNew ? "new" : "rename");
    }
}
