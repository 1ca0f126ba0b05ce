using Microsoft.AspNetCore.Components;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Features.Capabilities;

namespace OperatingModel.Web.Features.Campaigns;

/// <summary>
/// One cell on an assessor's list. It is stored as soon as all three scores are given. When somebody else filled in the same list
/// meanwhile, the row shows the typed scores beside the stored ones and the user decides.
/// </summary>
public sealed partial class ScoringRow
{
    // A version that no stored row has, so that the typed scores count as typed over an older row.
    private const long OfNoRow = -1;

    private static readonly GivenScores Nothing = new(Confidence: Confidence.Medium);

    private EditSession<GivenScores> _edit = default!;
    private string? _problem;
    private string? _absentBy;
    private (bool IsKnown, NotApplicable? Absence) _before;
    private DraftKeeper _keeper = default!;

    [Parameter, EditorRequired]
    public CampaignCell Cell { get; set; } = default!;

    /// <summary>The row that says why the cell does not apply; null when it applies.</summary>
    [Parameter, EditorRequired]
    public NotApplicable? Absence { get; set; }

    [Parameter, EditorRequired]
    public string CapabilityName { get; set; } = "";

    [Parameter, EditorRequired]
    public string UnitName { get; set; } = "";

    /// <summary>The code of the campaign.</summary>
    [Parameter, EditorRequired]
    public string Campaign { get; set; } = "";

    /// <summary>The id of the assessor whose list it is.</summary>
    [Parameter, EditorRequired]
    public string? Assessor { get; set; }

    /// <summary>The names of the assessors by their ids.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Names { get; set; } = default!;

    [Parameter]
    public bool IsRunning { get; set; }

    /// <summary>Raised with the scores in the row when the focus enters it and when they change.</summary>
    [Parameter]
    public EventCallback<GivenScores> OnShown { get; set; }

    private CampaignScore? Own => Cell.Scores.FirstOrDefault(score => score.Assessor == Assessor);

    private List<CampaignScore> Others => [.. Cell.Scores.Where(score => score.Assessor != Assessor)];

    // After an agreement the judgements can no longer change: they document how it came about.
    private bool IsOpen => IsRunning && Cell.Agreement is null;

    private string Place => $"{CapabilityName} in {UnitName}";

    private RowKey Key => RowKey.Of(Campaign, Cell.Capability, Cell.BusinessUnit, Assessor);

    private string DraftPlace => $"campaign:{Campaign}:{Cell.Capability}:{Cell.BusinessUnit}:{Assessor}";

    protected override void OnInitialized()
    {
        _keeper = new DraftKeeper(Drafts, Time, InvokeAsync, StateHasChanged);
        Begin();
    }

    // Brings back a draft, also after the row was scrolled out of sight and in again.
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
            // The row changed while the user looks at it, so it names who changed it.
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

    // Takes up a score that was typed while the connection was lost and that somebody else changed meanwhile.
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

    // The judgement is stored when all three scores are given, and removed when all three are emptied; in between it waits.
    private bool IsReady => _edit.Value.IsComplete || (IsEmpty(_edit.Value) && Own is not null);

    private static bool IsEmpty(GivenScores given) => given is { Importance: null, Current: null, Target: null };

    private Task GiveUpAsync() => _edit.Theirs is null ? _edit.DiscardAsync() : _edit.TakeTheirsAsync();

    private Task<EditOutcome> StoreAsync(GivenScores given, long seenVersion)
    {
        // The user may fill in the list of somebody else; the audit names the user.
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

    // Applicability belongs to the model, not to the judgement of one assessor, so it changes for everybody at once.
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
}
