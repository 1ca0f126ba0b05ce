using System.Globalization;
using Microsoft.AspNetCore.Components;
using OperatingModel.Application.Access;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Features.Capabilities;

namespace OperatingModel.Web.Features.Campaigns;

/// <summary>
/// One cell on an assessor's list. It is stored as soon as all three scores are given; where somebody else filled in the same sheet
/// meanwhile, what was typed is offered beside what is stored.
/// </summary>
public sealed partial class ScoringRow
{
    // Typed over what is not stored any more.
    private const long OfNoRow = -1;

    private static readonly GivenScores Nothing = new(Confidence: Confidence.Medium);

    private EditSession<GivenScores> _edit = default!;
    private string? _problem;
    private string? _absentBy;
    private (bool IsKnown, NotApplicable? Absence) _before;
    private DraftKeeper _keeper = default!;

    [Parameter, EditorRequired]
    public CampaignCell Cell { get; set; } = default!;

    /// <summary>Why the cell does not apply; null where it does.</summary>
    [Parameter, EditorRequired]
    public NotApplicable? Absence { get; set; }

    [Parameter, EditorRequired]
    public string CapabilityName { get; set; } = "";

    [Parameter, EditorRequired]
    public string UnitName { get; set; } = "";

    /// <summary>Code.</summary>
    [Parameter, EditorRequired]
    public string Campaign { get; set; } = "";

    /// <summary>Id of the assessor whose list it is.</summary>
    [Parameter, EditorRequired]
    public string? Assessor { get; set; }

    /// <summary>Names of assessors by id.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Names { get; set; } = default!;

    [Parameter]
    public bool IsRunning { get; set; }

    /// <summary>Raised with what the row shows when the focus enters it and when that changes.</summary>
    [Parameter]
    public EventCallback<GivenScores> OnShown { get; set; }

    [Inject]
    private DraftShelf Drafts { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ModelEditor Editor { get; set; } = default!;

    [Inject]
    private CurrentUser User { get; set; } = default!;

    private CampaignScore? Own => Cell.Scores.FirstOrDefault(score => score.Assessor == Assessor);

    private List<CampaignScore> Others => [.. Cell.Scores.Where(score => score.Assessor != Assessor)];

    // What was judged before an agreement is its trace.
    private bool IsOpen => IsRunning && Cell.Agreement is null;

    private string Place => $"{CapabilityName} in {UnitName}";

    private RowKey Key => RowKey.Of(Campaign, Cell.Capability, Cell.BusinessUnit, Assessor);

    private string DraftPlace => $"campaign:{Campaign}:{Cell.Capability}:{Cell.BusinessUnit}:{Assessor}";

    protected override void OnInitialized()
    {
        _keeper = new DraftKeeper(Drafts, Time, InvokeAsync, StateHasChanged);
        Begin();
    }

    // What was begun is back when the row is, also after it was scrolled away.
    protected override async Task OnInitializedAsync()
    {
        if (await Drafts.FindAsync(DraftPlace) is { } draft && !_edit.IsDirty && IsOpen)
        {
            _edit.Restore(Nothing.With(GivenScores.FromText(draft.Text)), draft.SeenVersion);
            await (_edit.IsDirty ? Task.CompletedTask : _keeper.DropAsync(DraftPlace));
        }
    }

    protected override void OnParametersSet()
    {
        if (_before is { IsKnown: true, Absence: null } && Absence is not null)
        {
            // Who sees the row change under the hands wants to know by whom.
            _absentBy = Editor.WhoChanged(Absence.Version);
        }

        _before = (true, Absence);
        if (!IsOpen)
        {
            Begin();
        }
        else if (Absence is null)
        {
            _edit.Arrived();
        }
    }

    private void Begin()
    {
        _edit?.Leave();
        _edit = new(
            () => Editor.Model is { } model ? model.Table<CampaignScore>().Find(Key) : Own,
            row => row is CampaignScore own ? new(own.Importance, own.Current, own.Target, own.Confidence) : Nothing,
            Editor.WhoChanged,
            StoreAsync,
            (given, seen) => _keeper.Keep(DraftPlace, given.ToText(), seen),
            () => _keeper.DropAsync(DraftPlace),
            given => given.IsComplete || IsEmpty(given) ? null : "Give all three.");
    }

    private async Task TypeAsync(string text, int lowest, Func<GivenScores, int?, GivenScores> put)
    {
        if (text.Trim().Equals(AbsenceWords.Key, StringComparison.OrdinalIgnoreCase))
        {
            await SetAppliesAsync(false);
        }
        else if (Read(text, lowest, out var score))
        {
            await ChangeAsync(put(_edit.Value, score));
        }
        else
        {
            _problem = $"Give {lowest} to 5.";
        }
    }

    private static bool Read(string text, int lowest, out int? score)
    {
        score = text.Trim() is [>= '0' and <= '5' and var digit] ? digit - '0' : null;
        return string.IsNullOrWhiteSpace(text) || score >= lowest;
    }

    // Typed while the connection was lost, over what somebody else changed meanwhile.
    private void Offer(string text, int lowest, Func<GivenScores, int?, GivenScores> put)
    {
        if (IsOpen && Read(text, lowest, out var score))
        {
            _edit.Restore(put(_edit.Value, score), OfNoRow);
            if (_edit.IsRestored)
            {
                _problem = null;
                _keeper.Keep(DraftPlace, _edit.Value.ToText(), OfNoRow);
            }
        }
    }

    private async Task ChangeAsync(GivenScores given)
    {
        _problem = null;
        _edit.Type(given);
        await OnShown.InvokeAsync(given);
        if (IsReady)
        {
            await _edit.SaveAsync();
        }
    }

    // What is given in part waits for the rest; it takes back nothing.
    private bool IsReady => _edit.Value.IsComplete || (IsEmpty(_edit.Value) && Own is not null);

    private static bool IsEmpty(GivenScores given) => given is { Importance: null, Current: null, Target: null };

    private Task GiveUpAsync() => _edit.Theirs is null ? _edit.DiscardAsync() : _edit.TakeTheirsAsync();

    private Task<EditOutcome> StoreAsync(GivenScores given, long seenVersion)
    {
        // One's own list is one's own; for another's the audit names who typed.
        var assessor = Assessor ?? "";
        var scores = given is { Importance: { } importance, Current: { } current, Target: { } target, Confidence: { } confidence }
            ? new Scores(importance, current, target, confidence, Own?.Note)
            : null;
        var cell = new CellScores(Cell.Capability, Cell.BusinessUnit, null, scores, seenVersion);
        var campaign = Campaign;
        return Editor.WriteAsync(
            $"Judge {Place} as {Names.GetValueOrDefault(assessor, "")}",
            model => CampaignEdits.Judge(model, campaign, (User.Id, User.Name), assessor, cell),
            atField: true);
    }

    // Applicability is a fact of the model, not a judgement: it counts for everybody at once.
    private async Task SetAppliesAsync(bool applies)
    {
        var (capability, unit) = (Cell.Capability, Cell.BusinessUnit);
        var outcome = await Editor.WriteAsync(
            $"{CapabilityName} {(applies ? "applies" : "does not apply")} in {UnitName}",
            model => ApplicabilityEdits.Set(model, capability, unit, applies, AbsenceWords.Reason),
            atField: true);
        _problem = outcome.IsDone ? null : outcome.Sentence;
    }

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();

    private RenderFragment Score(string what, int? value, int lowest, Func<GivenScores, int?, GivenScores> put) => builder =>
    {
        builder.OpenElement(0, "input");
        builder.AddAttribute(1, "class", "field score");
        builder.AddAttribute(2, "data-score", lowest);
        builder.AddAttribute(3, "inputmode", "numeric");
        builder.AddAttribute(4, "maxlength", 1);
        builder.AddAttribute(5, "autocomplete", "off");
        builder.AddAttribute(6, "aria-label", $"{what} of {Place}, {lowest} to 5");
        builder.AddAttribute(7, "disabled", !IsOpen);
        builder.AddAttribute(8, "value", value?.ToString(CultureInfo.InvariantCulture) ?? "");
        builder.AddAttribute(
            9, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, change => TypeAsync(change.Value as string ?? "", lowest, put)));
        builder.AddAttribute(10, "ontypedaway", EventCallback.Factory.Create<TypedAwayEventArgs>(this, typed => Offer(typed.Text, lowest, put)));
        builder.CloseElement();
    };
}
