using System.Globalization;
using Microsoft.AspNetCore.Components;
using OperatingModel.Application.Access;
using OperatingModel.Application.Assessments;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Features.Assessments;
using OperatingModel.Web.Features.Capabilities;

namespace OperatingModel.Web.Features.Campaigns;

/// <summary>
/// One cell on an assessor's list. It is stored as soon as all three scores are given; where somebody else filled in the same sheet
/// meanwhile, what was typed is offered beside what is stored.
/// </summary>
public sealed partial class ScoringRow
{
    private static readonly GivenScores Nothing = new(Confidence: Confidence.Medium);

    private GivenScores _given = Nothing;
    private long _seenVersion;
    private string? _problem;
    private string? _changedBy;
    private string? _absentBy;
    private (bool IsKnown, NotApplicable? Absence) _before;
    private bool _touched;
    private bool _isOffered;
    private bool _isStoring;
    private bool _storeAgain;
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
    private CampaignService Campaigns { get; set; } = default!;

    [Inject]
    private ModelEditor Editor { get; set; } = default!;

    [Inject]
    private CurrentUser User { get; set; } = default!;

    private CampaignScore? Own => Cell.Scores.FirstOrDefault(score => score.Assessor == Assessor);

    private List<CampaignScore> Others => [.. Cell.Scores.Where(score => score.Assessor != Assessor)];

    // What was judged before an agreement is its trace.
    private bool IsOpen => IsRunning && Cell.Agreement is null;

    private string Place => $"{CapabilityName} in {UnitName}";

    private string DraftPlace => $"campaign:{Campaign}:{Cell.Capability}:{Cell.BusinessUnit}:{Assessor}";

    protected override void OnInitialized() => _keeper = new DraftKeeper(Drafts, Time, InvokeAsync, StateHasChanged);

    // What was begun is back when the row is, also after it was scrolled away.
    protected override async Task OnInitializedAsync()
    {
        if (await Drafts.FindAsync(DraftPlace) is { } draft && !_touched && IsOpen)
        {
            _given = Nothing.With(GivenScores.FromText(draft.Text));
            (_touched, _seenVersion) = (true, Own?.Version ?? 0);
            _isOffered = draft.SeenVersion != _seenVersion && _given != Stored();
            if (_given == Stored())
            {
                await DiscardAsync();
            }
        }
    }

    protected override void OnParametersSet()
    {
        if (_before is { IsKnown: true, Absence: null } && Absence is not null)
        {
            // Who sees the row change under the hands wants to know by whom.
            _absentBy = Editor.Wrote(Absence.Version) ? null : Editor.WhoChanged(Absence.Version);
        }

        _before = (true, Absence);
        var version = Own?.Version ?? 0;
        if (!_touched || !IsOpen)
        {
            Adopt();
        }
        else if (Absence is null && version != _seenVersion && !Editor.Wrote(version))
        {
            (_seenVersion, _problem, _changedBy) = (version, null, Editor.WhoChanged(version));
            _isOffered = _given != Stored();
        }
    }

    private GivenScores Stored() => Own is { } own ? new(own.Importance, own.Current, own.Target, own.Confidence) : Nothing;

    private void Adopt()
    {
        _problem = _touched ? null : _problem;
        (_given, _seenVersion, _touched, _isOffered, _changedBy) = (Stored(), Own?.Version ?? 0, false, false, null);
    }

    private async Task TypeAsync(string text, int lowest, Func<GivenScores, int?, GivenScores> put)
    {
        if (text.Trim().Equals(AbsenceWords.Key, StringComparison.OrdinalIgnoreCase))
        {
            await SetAppliesAsync(false);
        }
        else if (Read(text, lowest, out var score))
        {
            await ChangeAsync(put(_given, score));
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
        if (IsOpen && Read(text, lowest, out var score) && put(_isOffered ? _given : Stored(), score) is var typed && typed != Stored())
        {
            (_given, _seenVersion, _touched, _isOffered, _problem) = (typed, Own?.Version ?? 0, true, true, null);
            _changedBy = Editor.WhoChanged(_seenVersion);
            _keeper.Keep(DraftPlace, _given.ToText(), _seenVersion);
        }
    }

    private async Task ChangeAsync(GivenScores given)
    {
        (_given, _touched, _problem) = (given, true, null);
        _keeper.Keep(DraftPlace, _given.ToText(), _seenVersion);
        await OnShown.InvokeAsync(_given);
        if (IsReady)
        {
            await StoreAsync();
        }
    }

    // What is given in part waits for the rest; it takes back nothing.
    private bool IsReady => !_isOffered && (_given.IsComplete || (IsEmpty && Own is not null));

    private bool IsEmpty => _given is { Importance: null, Current: null, Target: null };

    private async Task SaveMineAsync()
    {
        _isOffered = false;
        await StoreAsync();
    }

    private async Task DiscardAsync()
    {
        Adopt();
        await _keeper.DropAsync(DraftPlace);
    }

    // One order at a time; what was changed meanwhile goes with the next.
    private async Task StoreAsync()
    {
        if (_isStoring)
        {
            _storeAgain = true;
            return;
        }

        _isStoring = true;
        try
        {
            do
            {
                _storeAgain = false;
                await StoreOnceAsync();
            }
            while (_storeAgain && _problem is null && IsReady);
        }
        finally
        {
            _isStoring = false;
        }
    }

    private async Task StoreOnceAsync()
    {
        // One's own list is one's own; for another's the audit names who typed.
        var name = Names.GetValueOrDefault(Assessor ?? "", "");
        var given = _given;
        var scores = given is { Importance: { } importance, Current: { } current, Target: { } target, Confidence: { } confidence }
            ? new Scores(importance, current, target, confidence, Own?.Note)
            : null;
        var order = new CellScores(Cell.Capability, Cell.BusinessUnit, null, scores, _seenVersion);
        var outcome = await Editor.RunAsync($"Judge {Place} as {name}", true, (model, operation) =>
            Campaigns.ScoreAsync(new CampaignScoresOrder(model, Campaign, [order], operation, Assessor == User.Id ? null : Assessor), User));
        if (!outcome.IsDone)
        {
            _problem = _isOffered ? null : outcome.Sentence;
            return;
        }

        var stored = outcome.Result!.Changes.Select(row => row.After).OfType<CampaignScore>().FirstOrDefault();
        _seenVersion = scores is null ? 0 : stored?.Version ?? _seenVersion;
        if (_given == given)
        {
            _touched = false;
            await _keeper.DropAsync(DraftPlace);
        }
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
