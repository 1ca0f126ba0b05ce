using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Components.Editing;

/// <summary>One field of one row, edited in place; see the page part.</summary>
public sealed partial class RowField
{
    private static readonly TimeSpan DraftAfter = TimeSpan.FromSeconds(0.7);

    private readonly string _id = $"f{Guid.NewGuid():N}"[..9];
    private ModelTable _table = default!;
    private ModelField _field = default!;
    private ModelRow _seen = default!;
    private string _shown = "";
    private string _typed = "";
    private bool _isTyping;
    private bool _restored;
    private int _generation;
    private string? _problem;
    private string? _changedBy;
    private Conflict? _conflict;
    private ITimer? _draft;
    private bool _disposed;

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

    /// <summary>Told after the value was stored.</summary>
    [Parameter]
    public EventCallback OnStored { get; set; }

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

    private int? MaxLength => _field.Rules.OfType<TextAttribute>().FirstOrDefault()?.MaxLength ?? (_field.Rules.OfType<CodeAttribute>().Any() ? CodeAttribute.MaxLength : null);

    private string? Invalid => _problem is null ? null : "true";

    private IEnumerable<KeyValuePair<string, string>>? Choices =>
        Options
        ?? (_field.Type.IsEnum ? Enum.GetNames(_field.Type).Select(name => KeyValuePair.Create(name, FieldWords.Of(name)))
        : _field.Reference is { } reference && Bench.Snapshot is { } model ? FieldWords.RowsOf(model, ModelTables.Of(reference.Target))
        : null);

    protected override void OnInitialized()
    {
        _table = ModelTables.Of(Row.GetType());
        _field = _table.Fields.First(field => field.Name == Field);
        Adopt();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Choices is null && await Drafts.FindAsync(DraftPlace) is { } draft && draft.Text != _shown && !_isTyping)
        {
            (_shown, _typed, _restored) = (draft.Text, draft.Text, true);
            _generation++;
            StateHasChanged();
        }
    }

    protected override void OnParametersSet()
    {
        if (_seen.Key != Row.Key)
        {
            Adopt();
            _changedBy = null;
        }
        else if (Row != _seen && !_isTyping && !_restored && _conflict is null)
        {
            var differs = TextOf(Row) != TextOf(_seen);
            _changedBy = differs ? Bench.ChangedBy(Row.Version) : _changedBy;
            Adopt();
        }
    }

    private void Adopt()
    {
        _seen = Row;
        if (TextOf(Row) is var text && text != _shown)
        {
            _shown = text;
            _generation++;
        }
    }

    private void Type(ChangeEventArgs change)
    {
        (_typed, _isTyping, _changedBy) = ((string?)change.Value ?? "", true, null);
        _draft ??= Time.CreateTimer(_ => _ = InvokeAsync(KeepDraftAsync), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _draft.Change(DraftAfter, Timeout.InfiniteTimeSpan);
    }

    private async Task KeepDraftAsync()
    {
        if (_isTyping && !_disposed)
        {
            await Drafts.SaveAsync(DraftPlace, _typed, _seen.Version);
        }
    }

    private async Task StoreAsync(string text)
    {
        (_typed, _restored, _conflict) = (text, false, null);
        _draft?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _problem = FieldText.Read(_field, text, out var value);
        if (_problem is not null)
        {
            // The typed text stays where it is until it is right.
            (_isTyping, _shown) = (true, text);
            await Drafts.SaveAsync(DraftPlace, text, _seen.Version);
            return;
        }

        var (seen, wanted) = (_seen, _table.Rewrite(_seen, (field, old) => field == _field ? value : old));
        _isTyping = true;
        if (wanted != seen)
        {
            var outcome = await Editor.WriteAsync(Words(value), model => RowEdits.Change(model, seen, wanted), atField: true);
            if (!outcome.IsDone)
            {
                _shown = text;
                _conflict = outcome.Conflicts.Count > 0 ? outcome.Conflicts[0] : null;
                _problem = _conflict is null ? outcome.ProblemOf(_field.FileName) ?? outcome.Sentence : null;
                return;
            }
        }

        _isTyping = false;
        _shown = text;
        await Drafts.DropAsync(DraftPlace);
        await OnStored.InvokeAsync();
    }

    private async Task SaveMineAsync()
    {
        if (_conflict?.Theirs is { } theirs)
        {
            _seen = theirs;
            await StoreAsync(_typed);
        }
        else
        {
            _problem = "The row was removed; add it again to keep what you typed.";
            _conflict = null;
        }
    }

    private async Task DiscardAsync()
    {
        (_isTyping, _restored, _problem, _conflict) = (false, false, null, null);
        _generation++;
        _shown = TextOf(Row);
        _seen = Row;
        await Drafts.DropAsync(DraftPlace);
    }

    private Task KeyAsync(KeyboardEventArgs key) => key.Key == "Escape" && (_isTyping || _problem is not null) ? DiscardAsync() : Task.CompletedTask;

    private string TextOf(ModelRow row) => FieldText.Of(_field.ValueOf(row));

    private string Words(object? value)
    {
        var text = FieldText.Of(value);
        return $"{Label ?? FieldWords.Of(_field.Name)} of {ListWords.Of(_table).Singular} {Row.Key}: {(text.Length == 0 ? "none" : text)}";
    }

    public async ValueTask DisposeAsync()
    {
        // Left in the middle of a word: keep it.
        if (_isTyping && _conflict is null && _problem is null)
        {
            await KeepDraftAsync();
        }

        _disposed = true;
        if (_draft is not null)
        {
            await _draft.DisposeAsync();
        }
    }
}
