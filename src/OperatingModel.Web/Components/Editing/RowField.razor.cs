using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Fields;
using OperatingModel.Domain.Reading;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Components.Editing;

/// <summary>One field of one row, edited in place; see the page part.</summary>
public sealed partial class RowField
{
    private readonly string _id = $"f{Guid.NewGuid():N}"[..9];
    private string _noteId = "";
    private ModelTable _table = default!;
    private ModelField _field = default!;
    private EditSession<string> _edit = default!;
    private (Guid? Model, RowKey Row) _key;
    private DraftKeeper _keeper = default!;
    private bool _disposed;
    private ElementReference _input;

    /// <summary>The row as it is stored now.</summary>
    [Parameter, EditorRequired]
    public ModelRow Row { get; set; } = default!;

    /// <summary>The name of the row's property, e.g. <c>nameof(Capability.Name)</c>.</summary>
    [Parameter, EditorRequired]
    public string Field { get; set; } = "";

    [Parameter, EditorRequired]
    public string? Label { get; set; }

    /// <summary>Whether only screen readers read the label, because a column shows it.</summary>
    [Parameter]
    public bool LabelHidden { get; set; }

    /// <summary>The unit or scale, shown beside the label.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public bool Multiline { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>The choices, each with value and words; by default all members of an enumeration, or all rows of the list referred to.</summary>
    [Parameter]
    public IEnumerable<KeyValuePair<string, string>>? Options { get; set; }

    /// <summary>Makes the changes that lead from the row as seen to the row as wanted; by default the change of this row alone.</summary>
    [Parameter]
    public Func<ModelSnapshot, ModelRow, ModelRow, IReadOnlyList<RowChange>> Edit { get; set; } = RowEdits.Change;

    /// <summary>Raised after the value was stored.</summary>
    [Parameter]
    public EventCallback OnStored { get; set; }

    /// <summary>Raised when the user leaves the field with its text stored, unchanged or given up; not while it has a problem.</summary>
    [Parameter]
    public EventCallback OnLeft { get; set; }

    // The window may have a newer version of the row than the page.
    private ModelRow Now => Bench.Snapshot?.Table(_table).Find(Row.Key) is { } row && row.Version >= Row.Version ? row : Row;

    private string DraftPlace => $"{_table.Name}:{Row.Key.Text.Replace(RowKey.Separator, '|')}:{_field.FileName}";

    private bool IsNumber => _field.Kind.Editor == FieldEditor.Number;

    private int? MaxLength =>
        _field.Rules.OfType<TextAttribute>().FirstOrDefault()?.MaxLength
        ?? (_field.Rules.OfType<CodeAttribute>().Any() ? CodeAttribute.MaxLength : null);

    // Blazor writes an attribute whose value is empty and leaves out one whose value is null.
    private string? Dirty => _edit.IsDirty ? "" : null;

    private string? Invalid => _edit.Sentence is null ? null : "true";

    private IEnumerable<KeyValuePair<string, string>>? Choices =>
        Options
        ?? (_field.Kind.Choices is { Count: > 0 } names ? names.Select(name => KeyValuePair.Create(name, EnumWords.Label(name)))
        : _field.Reference is { } reference && Bench.Snapshot is { } model ? FieldWords.RowsOf(model, ModelTables.Of(reference.Target))
        : null);

    /// <summary>Whether the text waits for a decision: it breaks a rule, somebody else changed the field, or it is a draft.</summary>
    public bool IsUndecided => _edit.IsUndecided;

    /// <summary>Ends the editing: stores the text, unless the user gives it up.</summary>
    public async Task EndAsync(bool givesUp)
    {
        if (givesUp)
        {
            await GiveUpAsync();
        }

        await LeaveAsync();
    }

    /// <summary>Puts the focus on the field; works for fields of one line only.</summary>
    public ValueTask FocusAsync() => _input.FocusAsync();

    protected override void OnInitialized()
    {
        _noteId = $"{_id}-note";
        _keeper = new DraftKeeper(Drafts, Time, InvokeAsync, StateHasChanged);
        _table = ModelTables.Of(Row.GetType());
        _field = _table.Fields.First(field => field.Name == Field);
        Open();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Choices is null && await Drafts.FindAsync(DraftPlace) is { } draft && !_edit.IsDirty && !_disposed)
        {
            _edit.Restore(draft.Text, draft.SeenVersion);
            if (!_edit.IsDirty)
            {
                await _keeper.DropAsync(DraftPlace);
            }

            StateHasChanged();
        }
    }

    protected override void OnParametersSet()
    {
        if (_key != (Bench.Model?.Id, Row.Key))
        {
            Open();
        }
        else
        {
            _edit.Arrived();
        }
    }

    private void Open()
    {
        _key = (Bench.Model?.Id, Row.Key);
        _edit?.Leave();
        var place = DraftPlace;
        _edit = new(
            () => Now,
            row => row is null ? "" : TextOf(row),
            Editor.WhoChanged,
            StoreAsync,
            (text, seen) => _keeper.Keep(place, text, seen),
            () => _keeper.DropAsync(place),
            text => FieldText.Read(_field, text, out _));
    }

    private string? Problem => _edit.Problems.FirstOrDefault(problem => problem.Field == _field.FileName)?.Message ?? _edit.Sentence;

    private void Type(string? text) => _edit.Type(text ?? "");

    private void OfferTyped(TypedAwayEventArgs typed)
    {
        _edit.Restore(typed.Text, _edit.SeenVersion);
        if (_edit.IsRestored)
        {
            _keeper.Keep(DraftPlace, typed.Text, _edit.SeenVersion);
        }
    }

    // Stores the text that the browser shows, because single keys may have been lost on the way.
    private Task StoreChangeAsync(ChangeEventArgs change) => StoreAsync(change.Value as string);

    // The browser raises no change event when the user leaves the field with the text it had before.
    private async Task LeaveAsync()
    {
        if (_edit is { State: EditState.Typing or EditState.Unreachable, IsRestored: false })
        {
            await SaveAsync();
        }

        if (!_edit.IsDirty)
        {
            await OnLeft.InvokeAsync();
        }
    }

    private Task StoreAsync(string? text)
    {
        _edit.Type(text ?? "");
        return SaveAsync();
    }

    private Task SaveAsync() => ThroughAsync(_edit.SaveAsync());

    private Task KeepMineAsync() => ThroughAsync(_edit.KeepMineAsync());

    private async Task ThroughAsync(Task saving)
    {
        await saving;
        if (!_edit.IsDirty)
        {
            await OnStored.InvokeAsync();
        }
    }

    private Task GiveUpAsync() => _edit.Theirs is null ? _edit.DiscardAsync() : _edit.TakeTheirsAsync();

    private Task<EditOutcome> StoreAsync(string text, long seenVersion)
    {
        var seen = (TextOf(Now) == _edit.Stored ? Now : With(Now, _edit.Stored)) with { Version = seenVersion };
        var wanted = With(seen, text);
        return Editor.WriteAsync(Words(wanted), model => Edit(model, seen, wanted), atField: true);
    }

    private ModelRow With(ModelRow row, string text)
    {
        FieldText.Read(_field, text, out var value);
        return _table.Rewrite(row, (field, old) => field == _field ? value : old);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
        {
            await (_edit.IsDirty ? GiveUpAsync() : Task.CompletedTask);
            await OnLeft.InvokeAsync();
        }
    }

    // Writes a value in words: the words of a choice, or a day as people read it.
    private string Readable(string text) =>
        Choices?.FirstOrDefault(choice => choice.Key == text).Value
        ?? (_field.Kind.Editor == FieldEditor.Day && DayText.Read(text, CultureInfo.CurrentCulture) is { } day ? Dates.Of(day) : text);

    private string TextOf(ModelRow row) => FieldText.Of(_field.ValueOf(row));

    private string Words(ModelRow wanted)
    {
        var value = _field.ValueOf(wanted);
        var text = value is DateOnly day ? Dates.Of(day) : FieldText.Of(value);
        // A hidden label may name the row as well, so the name of the field stands in for it.
        var what = LabelHidden || Label is null ? FieldWords.Of(_field.Name) : Label;
        return $"{what} of {FieldWords.RowOf(Row)}: {(text.Length == 0 ? "none" : text)}";
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _keeper.DisposeAsync();
    }
}
