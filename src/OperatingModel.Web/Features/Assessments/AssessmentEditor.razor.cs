using Microsoft.AspNetCore.Components;
using OperatingModel.Application.Access;
using OperatingModel.Application.Assessments;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Features.Assessments.Sheet;

namespace OperatingModel.Web.Features.Assessments;

/// <summary>
/// Edits one assessment in place: every complete change is stored at once; what somebody else changed meanwhile is shown, not overwritten.
/// </summary>
public sealed partial class AssessmentEditor
{
    /// <summary>Fields whose problems are shown beside them.</summary>
    private static readonly string[] Shown = ["importance", "current", "target", "note", "evidenceLink"];

    private readonly string _id = $"a{Guid.NewGuid():N}"[..9];
    private GivenScores _draft = GivenScores.None;
    private (string Capability, string BusinessUnit, string? Stage) _opened;
    private bool _forStage;
    private long _seenVersion;
    private bool _typed;
    private bool _restored;
    private DraftKeeper _keeper = default!;
    private bool _saving;
    private bool _again;
    private bool _saved;
    private string? _failure;
    private GivenScores? _cleared;
    private Conflict? _conflict;
    private IReadOnlyList<FieldProblem> _problems = [];
    private IReadOnlyList<PastAssessment>? _history;

    [Parameter, EditorRequired]
    public Guid ModelId { get; set; }

    [Parameter, EditorRequired]
    public ModelSnapshot Model { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Capability { get; set; } = "";

    [Parameter, EditorRequired]
    public string BusinessUnit { get; set; } = "";

    /// <summary>The stage whose cell is looked at; null for the capability as a whole.</summary>
    [Parameter]
    public string? Stage { get; set; }

    /// <summary>Something was given for all stages that is not stored, with the version it was given over.</summary>
    [Parameter]
    public EventCallback<(GivenScores Scores, long SeenVersion)> OnBegun { get; set; }

    /// <summary>The general assessment was stored, or what was begun was given up.</summary>
    [Parameter]
    public EventCallback OnStored { get; set; }

    [Inject]
    private DraftShelf Drafts { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ModelEditor Editor { get; set; } = default!;

    [Inject]
    private AssessmentService Assessments { get; set; } = default!;

    [Inject]
    private AssessmentHistory History { get; set; } = default!;

    [Inject]
    private CurrentUser User { get; set; } = default!;

    private string? EditedStage => _forStage ? Stage : null;

    private Assessment? Stored => Model.Assessments.Find(Assessment.KeyOf(Capability, BusinessUnit, EditedStage));

    private string StageName => Model.Stages.Find(Stage ?? "")?.Name ?? Stage ?? "";

    private string PlaceName =>
        $"{Model.Capabilities.Find(Capability)?.Name ?? Capability} in {Model.BusinessUnits.Find(BusinessUnit)?.Name ?? BusinessUnit}"
        + (_forStage ? $" for {StageName}" : "");

    private string DraftPlace => ScoreDrafts.PlaceOf(Assessment.KeyOf(Capability, BusinessUnit, EditedStage));

    private bool IsFull => _draft is { IsComplete: true, Confidence: not null };

    protected override void OnInitialized() => _keeper = new DraftKeeper(Drafts, Time, InvokeAsync, StateHasChanged);

    protected override async Task OnParametersSetAsync()
    {
        if (_opened != (Capability, BusinessUnit, Stage))
        {
            _opened = (Capability, BusinessUnit, Stage);
            _forStage = Stage is not null && Model.Assessments.Find(Assessment.KeyOf(Capability, BusinessUnit, Stage)) is not null;
            Adopt();
            await RestoreAsync();
        }
        else if (!_saving && !_typed && _conflict is null && (Stored?.Version ?? 0) != _seenVersion)
        {
            // Somebody else changed it, and nothing of ours is at stake.
            Adopt();
        }
    }

    private async Task ChooseAsync(bool forStage)
    {
        _forStage = forStage;
        Adopt();
        await RestoreAsync();
    }

    private void Adopt()
    {
        var stored = Stored;
        _draft = GivenScores.Of(stored);
        _seenVersion = stored?.Version ?? 0;
        (_typed, _restored, _saved, _failure, _cleared, _conflict, _problems, _history) = (false, false, false, null, null, null, [], null);
    }

    // What was begun here or in the sheet, and is not stored.
    private async Task RestoreAsync()
    {
        var place = DraftPlace;
        if (await Drafts.FindAsync(place) is { } draft
            && place == DraftPlace
            && !_typed
            && GivenScores.FromText(draft.Text) is var begun
            && begun != _draft)
        {
            (_draft, _seenVersion, _typed, _restored) = (begun, draft.SeenVersion, true, true);
        }
    }

    private void Type(GivenScores draft)
    {
        if (draft == _draft && !_typed)
        {
            return;
        }

        (_typed, _problems) = (true, []);
        _keeper.Keep(DraftPlace, draft.ToText(), _seenVersion);
    }

    private void Offer(GivenScores draft)
    {
        if (draft != _draft)
        {
            (_draft, _typed, _restored) = (draft, true, true);
            _keeper.Keep(DraftPlace, draft.ToText(), _seenVersion);
        }
    }

    private async Task DiscardAsync()
    {
        Adopt();
        await _keeper.DropAsync(DraftPlace);
        await (EditedStage is null ? OnStored.InvokeAsync() : Task.CompletedTask);
    }

    private async Task ChangeAsync(GivenScores draft)
    {
        Type(draft);
        (_draft, _saved, _cleared, _failure) = (draft, false, null, null);
        if (IsFull && _conflict is null)
        {
            await SaveAsync();
        }
        else if (EditedStage is null)
        {
            await OnBegun.InvokeAsync((draft, _seenVersion));
        }
    }

    // One order at a time; what was changed meanwhile goes with the next.
    private async Task SaveAsync()
    {
        if (_saving)
        {
            _again = true;
            return;
        }

        do
        {
            _again = false;
            await StoreAsync(_draft.ToScores(null));
        }
        while (_again && _conflict is null && _failure is null && _problems.Count == 0);
    }

    private async Task StoreAsync(Scores? scores)
    {
        (_saving, _problems) = (true, []);
        StateHasChanged();
        var (place, stage, key) = (DraftPlace, EditedStage, Assessment.KeyOf(Capability, BusinessUnit, EditedStage));
        CellScores cell = new(Capability, BusinessUnit, stage, scores, _seenVersion);
        var what = scores is null ? $"Clear the score of {PlaceName}" : $"Score {PlaceName}: {_draft.Words()}";
        var outcome = await Editor.RunAsync(
            what, atField: true, (model, operation) => Assessments.WriteAsync(new AssessManyOrder(model, [cell], operation), what, User));
        _saving = false;
        if (outcome.Result is not { } done)
        {
            Refuse(outcome);
            return;
        }

        var change = done.Changes.FirstOrDefault(row => row.Key == key);
        _seenVersion = (change is null ? done.Model.Assessments.Find(key) : change.After)?.Version ?? 0;
        (_typed, _restored, _saved) = (false, false, scores is not null);
        if (!_again)
        {
            await _keeper.DropAsync(place);
        }

        await (stage is null ? OnStored.InvokeAsync() : Task.CompletedTask);
    }

    private void Refuse(EditOutcome outcome)
    {
        _problems = outcome.Problems;
        _conflict = outcome.Conflicts.Count > 0 ? outcome.Conflicts[0] : null;
        var rest = string.Join(" ", _problems.Where(problem => !Shown.Contains(problem.Field)).Select(problem => problem.Message));
        _failure = outcome.Failure ?? (rest.Length > 0 ? rest : null);
    }

    private async Task TakeTheirsAsync()
    {
        var theirs = _conflict?.Theirs as Assessment;
        await DiscardAsync();
        _draft = GivenScores.Of(theirs);
        _seenVersion = theirs?.Version ?? 0;
    }

    private async Task SaveMineAsync()
    {
        _seenVersion = _conflict?.Theirs?.Version ?? 0;
        _conflict = null;
        await SaveAsync();
    }

    private async Task ClearAsync()
    {
        var before = _draft;
        await StoreAsync(null);
        if (_conflict is null && _failure is null)
        {
            (_draft, _cleared, _history) = (GivenScores.None, before, null);
        }
    }

    private async Task UndoClearAsync()
    {
        (_draft, _cleared) = (_cleared!, null);
        await SaveAsync();
    }

    private async Task ToggleHistoryAsync() =>
        _history = _history is null ? await History.OfAsync(ModelId, Capability, BusinessUnit, EditedStage, User) : null;

    private string CampaignName(string code) => Model.Table<Campaign>().Find(code)?.Name ?? code;

    private string? Problem(string field) => _problems.FirstOrDefault(problem => problem.Field == field)?.Message;

    private static string Words(Assessment? assessment) =>
        assessment is null
            ? "not assessed"
            : $"importance {assessment.Importance}, now {assessment.Current}, target {assessment.Target}, "
                + $"{assessment.Confidence}{(string.IsNullOrEmpty(assessment.Note) ? "" : $", “{assessment.Note}”")}";

    // Of what was agreed on, those who agreed are the assessors, not the one who wrote it down.
    private static string Words(PastAssessment value) =>
        $"{(value.Campaign is null ? value.Who.Name : value.Assessment!.Assessor)}: {Words(value.Assessment)}";

    private static string? Text(object? value) => VisibleText.Of(value as string ?? "").Trim() is { Length: > 0 } text ? text : null;

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();
}
