using System.Collections.Immutable;
using Microsoft.JSInterop;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Web.Components.Board;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>Handles the keys, the text box and the pointer. The script sends one call after the other and waits for each answer.</summary>
public sealed partial class CapabilityTreeGrid
{
    private readonly AskedOnce<Answer> _asked = new();
    private Edit? _edit;
    private Capability? _added;
    private int _editLevel = 1;

    /// <summary>Says what the script does next.</summary>
    /// <param name="Index">The row to bring on screen; −1 for none.</param>
    /// <param name="IsEditing">Whether the text box is open and takes the keys.</param>
    /// <param name="Text">The text to put into the box; null leaves it as it is.</param>
    public sealed record Answer(int Index, bool IsEditing, string? Text = null);

    // What the text box edits: the name in the empty row, or that of a capability. Enter decides a conflict once the user has seen it.
    private sealed record Edit(NewRow? Row, string? Code, EditSession<string> Name, bool IsConflictSeen = false)
    {
        public bool IsNew => Row is not null;
    }

    private Answer Now => new(_edit is null ? _active : EditIndex, _edit is not null);

    [JSInvokable]
    public Task<Answer> OnMove(long number, int rows, bool extends) => _asked.AnswerAsync(number, () => MoveByAsync(rows, extends));

    [JSInvokable]
    public Task<Answer> OnKey(long number, string key) => _asked.AnswerAsync(number, () => PressAsync(key));

    /// <param name="how">
    /// What ended the typing: enter, leave or escape; put, which closes a draft that the user did not touch and keeps it; or tab and untab,
    /// which only change the level of the empty row.
    /// </param>
    [JSInvokable]
    public Task<Answer> OnCommit(long number, string text, string how) => _asked.AnswerAsync(number, () => CommitAsync(text, how));

    private async Task<Answer> MoveByAsync(int rows, bool extends)
    {
        if (_rows.Count > 0)
        {
            _active = (int)Math.Clamp((long)_active + rows, 0, _rows.Count - 1);
            _activeCode = CodeAt(_active);
            if (extends && _anchor is not null && IndexOf(_anchor) is var from and >= 0)
            {
                await SelectAsync(Between(from, _active));
            }
            else
            {
                _anchor = _activeCode;
            }

            if (View.Row is not null && _activeCode is not null)
            {
                _followed = _activeCode;
                await OnView.InvokeAsync(View with { Row = _activeCode });
            }
        }

        StateHasChanged();
        return Now;
    }

    private async Task<Answer> PressAsync(string key)
    {
        if (key == "enter" && _edit is null)
        {
            await BeginNewAsync(_activeCode is null ? new NewRow(null, null) : NewRow.Behind(Model.Tree, Model.Tree.IndexOf(_activeCode)));
        }
        else if (_activeCode is { } code && _edit is null)
        {
            await OnKeyAsync(key, code, Model.Tree.IndexOf(code));
        }

        Layout();
        StateHasChanged();
        return _edit is { IsNew: false } renamed ? Now with { Text = renamed.Name.Value } : Now;
    }

    private async Task<Answer> CommitAsync(string text, string how)
    {
        if (_edit is { } edit)
        {
            var name = VisibleText.Line(text);
            if (how is "tab" or "untab" && edit.Row is { } row)
            {
                _edit = edit with { Row = (how == "tab" ? row.Indented(Model.Tree) : row.Outdented(Model.Tree)) ?? row };
                Keep(text, seenVersion: 0);
            }
            else if (how == "put")
            {
                _edit = null;
            }
            else if (how == "escape" || name.Length == 0)
            {
                _edit = null;
                await _keeper.DropAsync(DraftPlace);
            }
            else if (!await StoreAsync(edit, name, isEnter: how == "enter"))
            {
                Layout();
                StateHasChanged();
                return Now with { Text = text };
            }
        }

        Layout();
        StateHasChanged();
        return Now;
    }

    [JSInvokable]
    public async Task OnPaste(IJSStreamReference text)
    {
        await using (text)
        {
            if (text.Length > MaxPasted)
            {
                await OnPasted.InvokeAsync((_activeCode, null));
                return;
            }

            await using var stream = await text.OpenReadStreamAsync(MaxPasted);
            using var reader = new StreamReader(stream);
            await OnPasted.InvokeAsync((_activeCode, await reader.ReadToEndAsync()));
        }
    }

    /// <summary>Opens the empty row: behind the active capability or last below it; in an empty tree at the top.</summary>
    public async Task AddAsync(bool below)
    {
        var node = _activeCode is null ? -1 : Model.Tree.IndexOf(_activeCode);
        await BeginNewAsync(node < 0 ? new NewRow(null, null) : below ? NewRow.LastBelow(Model.Tree, node) : NewRow.Behind(Model.Tree, node));
        Layout();
        StateHasChanged();
        await _script.CallAsync("edit", Now);
    }

    private async Task BeginNewAsync(NewRow row)
    {
        if (View.Text.Length > 0)
        {
            await OnView.InvokeAsync(View with { Text = "" });
        }

        _edit = new Edit(row, null, NameOf(null));
    }

    private async Task OnKeyAsync(string key, string code, int node)
    {
        var tree = Model.Tree;
        switch (key)
        {
            case "left" when _rows[_active].IsExpanded && View.Text.Length == 0:
            case "right" when !_rows[_active].IsExpanded && !tree.IsLeaf(node):
                await ToggleAsync(code);
                break;
            case "left" when tree.ParentOf(node) >= 0:
                _activeCode = tree[tree.ParentOf(node)].Code;
                break;
            case "right" when _rows[_active].IsExpanded:
                _activeCode = CodeAt(_active + 1);
                break;
            case "rename":
                _edit = new Edit(null, code, NameOf(code));
                break;
            case "open":
                _followed = code;
                await OnView.InvokeAsync(View with { Row = code });
                break;
            case "select":
                _anchor = code;
                await SelectAsync(Flipped(_selected, code));
                break;
            case "all":
                await SelectAsync(Between(0, _rows.Count - 1));
                break;
            case "none":
                await SelectAsync(_selected.Clear());
                break;
            case "delete":
                await OnDelete.InvokeAsync(Chosen(code));
                break;
        }
    }

    /// <summary>Moves a capability by one place.</summary>
    public Task ShiftAsync(Shift shift, string code) =>
        Seen(code) is { } seen ? _board!.MoveAsync(seen, Shifts.PlaceOf(Model.Tree, code, shift)) : Task.CompletedTask;

    private Place? StepTo(string code, BoardStep step) => Shifts.PlaceOf(
        Model.Tree,
        code,
        step switch { BoardStep.Up => Shift.Up, BoardStep.Down => Shift.Down, BoardStep.Right => Shift.In, _ => Shift.Out });

    private SeenRow? Seen(string? code) => code is not null && Model.Capabilities.Find(code) is { } row
        ? SeenRow.Of(row, row.Name, row.Parent, Shifts.SiblingsOf(Model.Tree, code)) : null;

    // Selected capabilities move and are deleted together.
    private ImmutableHashSet<string> Chosen(string code) => _selected.Contains(code) ? _selected : [code];

    private IEnumerable<string> Refused(string code) => Chosen(code)
        .Select(Model.Tree.IndexOf).Where(node => node >= 0)
        .SelectMany(node => Enumerable.Range(node, Model.Tree.EndOf(node) - node))
        .Select(node => Model.Tree[node].Code);

    private async Task<EditOutcome> MoveAsync(SeenRow seen, Place place, bool isDragged)
    {
        var code = seen.Code;
        var codes = isDragged ? Chosen(code) : [code];
        List<SeenRow> moved = [seen, .. codes.Where(other => other != code).Select(Seen).OfType<SeenRow>()];
        var what = codes.Count > 1 ? Numbers.Count(codes.Count, "capability", "capabilities") : seen.Name;
        var outcome = await Editor.WriteAsync($"{what} moved {place.Words(Named)}", model =>
        {
            foreach (var one in moved)
            {
                var current = model.Capabilities.Find(one.Code);
                one.ThrowIfMoved(current, current?.Parent, Shifts.SiblingsOf(model.Tree, one.Code), Editor.WhoChanged, where => where.Words(Named));
            }

            return CapabilityEdits.Move(model, codes, place);
        });
        if (outcome.IsDone)
        {
            await ShowAsync(code);
        }

        return outcome;
    }

    private string Named(string code) => Model.Capabilities.Find(code)?.Name ?? code;

    private async Task<bool> StoreAsync(Edit edit, string name, bool isEnter)
    {
        edit.Name.Type(name);
        if (edit.Name.State != EditState.Conflicted)
        {
            await edit.Name.SaveAsync();
        }
        else if (isEnter && edit.IsConflictSeen)
        {
            await edit.Name.KeepMineAsync();
        }

        if (edit.Name.IsDirty)
        {
            _edit = edit with { IsConflictSeen = edit.Name.State == EditState.Conflicted };
            return false;
        }

        _edit = null;
        if (edit.IsNew && _added is { } added)
        {
            _activeCode = added.Code;
            await RevealAsync(added.Code);
            if (isEnter)
            {
                var row = new NewRow(added.Parent, added.Code);
                _edit = new Edit(row, null, NameOf(null));
            }
        }

        return true;
    }

    // The edit session for the name of a capability; a null code stands for a new one.
    private EditSession<string> NameOf(string? code) => new(
        () => code is null ? null : Model.Capabilities.Find(code),
        row => (row as Capability)?.Name ?? "",
        Editor.WhoChanged,
        (name, seen) => code is null ? AddAsync(name) : RenameAsync(code, name, seen),
        Keep,
        () => _keeper.DropAsync(DraftPlace));

    private async Task<EditOutcome> AddAsync(string name)
    {
        var place = _edit!.Row!.Place;
        var outcome = await Editor.WriteAsync($"Capability {name} added", model => CapabilityEdits.Add(model, place, name), atField: true);
        _added = outcome.Added<Capability>().FirstOrDefault();
        return outcome;
    }

    private Task<EditOutcome> RenameAsync(string code, string name, long seenVersion)
    {
        if (Model.Capabilities.Find(code) is not { } shown)
        {
            return Task.FromResult(EditOutcome.Failed($"{code} was removed."));
        }

        var seen = shown with { Name = _edit!.Name.Stored, Version = seenVersion };
        return Editor.WriteAsync($"{code} renamed to {name}", model => CapabilityEdits.Rename(model, seen, name), atField: true);
    }

    private static string? ProblemOf(Edit edit) => edit.Name switch
    {
        { Theirs: { IsRemoved: true } theirs } => $"{theirs.Subject} removed it meanwhile. Esc gives yours up.",
        { IsRestored: true, Theirs: { } theirs } => $"It is called “{theirs.Value}” by now. Enter saves yours, Esc keeps it.",
        { Theirs: { } theirs } => $"{theirs.Subject} called it “{theirs.Value}” meanwhile. Enter saves yours, Esc keeps theirs.",
        var name => name.Sentence,
    };

    private string HintOf(NewRow row) =>
        row.Parent is { } parent && Model.Tree.IndexOf(parent) is var node and >= 0 && Model.Tree.IsLeaf(node)
            ? $"{parent} becomes a parent; this takes over its stages and scores"
            : $"{NewCodes.NextCapability(Model, row.Parent)} · "
                + $"{(_edit is { Name.IsRestored: true } ? "typed before: Enter adds, Esc drops it" : "Enter adds, Tab makes it a child, Esc ends")}";
}
