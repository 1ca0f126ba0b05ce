using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Reading;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Components.Editing;

/// <summary>One field of one row, edited in place; see the page part.</summary>
public sealed partial class RowField
{
    private readonly string _id = $"f{Guid.NewGuid():N}"[..9];
    private string _noteId = "";
    private ModelTable _table = default!;
    private ModelField _field = default!;
    private ModelRow _seen = default!;
    private string _text = "";
    private bool _isTyping;
    private bool _isStoring;
    private bool _storeAgain;
    private bool _restored;
    private string? _problem;
    private string? _changedBy;
    private Conflict? _conflict;
    private DraftKeeper _keeper = default!;
    private bool _disposed;
    private ElementReference _input;

    /// <summary>The row as it is stored now.</summary>
    [Parameter, EditorRequired]
    public ModelRow Row { get; set; } = default!;

    /// <summary>As in code, e.g. <c>nameof(Capability.Name)</c>.</summary>
    [Parameter, EditorRequired]
    public string Field { get; set; } = "";

    [Parameter, EditorRequired]
    public string? Label { get; set; }

    /// <summary>Heard, not seen: the column says it.</summary>
    [Parameter]
    public bool LabelHidden { get; set; }

    /// <summary>Unit or scale beside the label.</summary>
    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter]
    public bool Multiline { get; set; }

    [Parameter]
    public string? Class { get; set; }

    /// <summary>What may be chosen, value and words; by default all members of an enumeration, all rows of the list referred to.</summary>
    [Parameter]
    public IEnumerable<KeyValuePair<string, string>>? Options { get; set; }

    /// <summary>What the edit does to the model, where it is more than this row: from the row as seen to the row as wanted.</summary>
    [Parameter]
    public Func<ModelSnapshot, ModelRow, ModelRow, IReadOnlyList<RowChange>> Edit { get; set; } = RowEdits.Change;

    /// <summary>Raised after the value was stored.</summary>
    [Parameter]
    public EventCallback OnStored { get; set; }

    /// <summary>Raised when the user is through with the field: stored, unchanged or given up; not while something is wrong with it.</summary>
    [Parameter]
    public EventCallback OnLeft { get; set; }

    [Inject]
    private ModelEditor Editor { get; set; } = default!;

    [Inject]
    private DraftShelf Drafts { get; set; } = default!;

    [Inject]
    private Workbench Bench { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    private string DraftPlace => $"{_table.Name}:{Row.Key.Text.Replace(RowKey.Separator, '|')}:{_field.FileName}";

    private bool IsNumber => _field.Type == typeof(int) || _field.Type == typeof(long) || _field.Type == typeof(double);

    private int? MaxLength =>
        _field.Rules.OfType<TextAttribute>().FirstOrDefault()?.MaxLength
        ?? (_field.Rules.OfType<CodeAttribute>().Any() ? CodeAttribute.MaxLength : null);

    // An attribute without a value is there, one that is null is not.
    private string? Dirty => _isTyping || _restored || _problem is not null || _conflict is not null ? "" : null;

    private string? Invalid => _problem is null ? null : "true";

    private IEnumerable<KeyValuePair<string, string>>? Choices =>
        Options
        ?? (_field.Type.IsEnum ? Enum.GetNames(_field.Type).Select(name => KeyValuePair.Create(name, EnumWords.Label(name)))
        : _field.Reference is { } reference && Bench.Snapshot is { } model ? FieldWords.RowsOf(model, ModelTables.Of(reference.Target))
        : null);

    /// <summary>Whether what stands in it waits for a decision: it is wrong, somebody else was first, or it was typed before.</summary>
    public bool IsUndecided => _conflict is not null || _problem is not null || (_restored && !_isTyping);

    /// <summary>Ends the work in it: what was typed is stored, unless the user gives it up.</summary>
    public async Task EndAsync(bool givesUp)
    {
        if (givesUp)
        {
            await DiscardAsync();
        }

        await LeaveAsync();
    }

    /// <summary>For a field of one line that appears because somebody wants to type into it.</summary>
    public ValueTask FocusAsync() => _input.FocusAsync();

    protected override void OnInitialized()
    {
        _noteId = $"{_id}-note";
        _keeper = new DraftKeeper(Drafts, Time, InvokeAsync, StateHasChanged);
        _table = ModelTables.Of(Row.GetType());
        _field = _table.Fields.First(field => field.Name == Field);
        Adopt();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Choices is null && await Drafts.FindAsync(DraftPlace) is { } draft && !_isTyping && !_disposed)
        {
            if (draft.Text == _text)
            {
                await _keeper.DropAsync(DraftPlace);
                return;
            }

            (_text, _restored) = (draft.Text, true);
            StateHasChanged();
        }
    }

    protected override void OnParametersSet()
    {
        if (_seen.Key != Row.Key)
        {
            (_isTyping, _restored, _problem, _conflict, _changedBy) = (false, false, null, null, null);
            Adopt();
        }
        else if (Row != _seen && Row.Version >= _seen.Version && !_isTyping && !_restored && _conflict is null && _problem is null)
        {
            _changedBy = TextOf(Row) == TextOf(_seen) ? _changedBy : Editor.Wrote(Row.Version) ? null : Editor.WhoChanged(Row.Version);
            Adopt();
        }
    }

    private void Adopt() => (_seen, _text) = (Row, TextOf(Row));

    private void Type(string? text)
    {
        if (text == _text)
        {
            return;
        }

        (_text, _isTyping, _changedBy) = (text ?? "", true, null);
        // What is put right is no longer called wrong; what is not yet through is not called wrong before it is left.
        _problem = _problem is null ? null : FieldText.Read(_field, _text, out _);
        Keep();
    }

    private void Keep() => _keeper.Keep(DraftPlace, _text, _seen.Version);

    private void OfferTyped(TypedAwayEventArgs typed)
    {
        if (typed.Text != TextOf(Row))
        {
            Adopt();
            (_text, _isTyping, _restored, _problem, _conflict, _changedBy) = (typed.Text, false, true, null, null, null);
            Keep();
        }
    }

    // What the browser shows is stored: keys may have got lost on the way.
    private Task StoreChangeAsync(ChangeEventArgs change) => StoreAsync(change.Value as string);

    // The browser raises no change when the text is again what it was when the field was entered.
    private async Task LeaveAsync()
    {
        if (_isTyping && _conflict is null && _problem is null)
        {
            await StoreAsync(_text);
        }

        if (!_isTyping && !_isStoring && !_restored)
        {
            await OnLeft.InvokeAsync();
        }
    }

    private async Task StoreAsync(string? text)
    {
        (_text, _restored, _conflict, _changedBy) = (text ?? "", false, null, null);
        if (_isStoring)
        {
            _storeAgain = true;
            return;
        }

        _problem = FieldText.Read(_field, _text, out var value);
        _isTyping = true;
        if (_problem is not null)
        {
            // The typed text stays where it is until it is right.
            Keep();
            return;
        }

        var (seen, wanted) = (_seen, _table.Rewrite(_seen, (field, old) => field == _field ? value : old));
        if (wanted != seen)
        {
            (_isStoring, _storeAgain) = (true, false);
            var stored = _text;
            var outcome = await Editor.WriteAsync(Words(value), model => Edit(model, seen, wanted), atField: true);
            _isStoring = false;
            if (!outcome.IsDone)
            {
                Refuse(outcome);
                return;
            }

            // The next edit starts from what was stored, even before the page has heard of it.
            _seen = outcome.Result!.Changes.FirstOrDefault(change => change.Table == _table && change.Key == wanted.Key)?.After ?? wanted;
            if (_text != stored)
            {
                await (_storeAgain ? StoreAsync(_text) : Task.CompletedTask);
                return;
            }
        }

        (_isTyping, _text) = (false, TextOf(_seen));
        await _keeper.DropAsync(DraftPlace);
        await OnStored.InvokeAsync();
    }

    private void Refuse(EditOutcome outcome)
    {
        _conflict = outcome.Conflicts.Count > 0 ? outcome.Conflicts[0] : null;
        _problem = _conflict is null ? outcome.ProblemOf(_field.FileName) ?? outcome.Sentence : null;
        Keep();
    }

    private async Task SaveMineAsync()
    {
        if (_conflict?.Theirs is { } theirs)
        {
            _seen = theirs;
            await StoreAsync(_text);
        }
    }

    private Task SaveRestoredAsync()
    {
        // The user was shown what is stored now, and decides against it.
        _seen = Row;
        return StoreAsync(_text);
    }

    private async Task DiscardAsync()
    {
        (_isTyping, _restored, _problem, _conflict) = (false, false, null, null);
        Adopt();
        await _keeper.DropAsync(DraftPlace);
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
        {
            if (_isTyping || _restored || _problem is not null)
            {
                await DiscardAsync();
            }

            await OnLeft.InvokeAsync();
        }
    }

    private string ReadableOf(ModelRow row) => Readable(TextOf(row));

    // What a choice is called, where there are choices; a code or a name of the enumeration says little.
    private string Readable(string text) =>
        Choices?.FirstOrDefault(choice => choice.Key == text).Value
        ?? (_field.Type == typeof(DateOnly) && DayText.Read(text, CultureInfo.CurrentCulture) is { } day ? Dates.Of(day) : text);

    private string TextOf(ModelRow row) => FieldText.Of(_field.ValueOf(row));

    private string Words(object? value)
    {
        var text = value is DateOnly day ? Dates.Of(day) : FieldText.Of(value);
        // A label that is only heard names the row itself.
        var what = LabelHidden || Label is null ? FieldWords.Of(_field.Name) : Label;
        return $"{what} of {FieldWords.RowOf(_seen)}: {(text.Length == 0 ? "none" : text)}";
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _keeper.DisposeAsync();
    }
}
