using Microsoft.AspNetCore.Components;
using OperatingModel.Application.Access;
using OperatingModel.Application.Assessments;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Features.Assessments.Sheet;

namespace OperatingModel.Web.Features.Assessments;

/// <summary>Edits one assessment in place: every complete change is stored at once; what somebody else changed meanwhile is told, not overwritten.</summary>
public sealed partial class AssessmentEditor
{
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
    private IReadOnlyList<RowHistoryEntry<Assessment>>? _history;

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
    private AssessmentService Assessments { get; set; } = default!;

    [Inject]
    private CurrentUser User { get; set; } = default!;

    private string? EditedStage => _forStage ? Stage : null;

    private Assessment? Stored => Model.Assessments.Find(Assessment.KeyOf(Capability, BusinessUnit, EditedStage));

    private string StageName => Model.Stages.Find(Stage ?? "")?.Name ?? Stage ?? "";

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
        if (await Drafts.FindAsync(place) is { } draft && place == DraftPlace && !_typed && GivenScores.FromText(draft.Text) is var begun && begun != _draft)
        {
            (_draft, _seenVersion, _typed, _restored) = (begun, draft.SeenVersion, true, true);
        }
    }

    private void Type(GivenScores draft)
    {
        _typed = true;
        _keeper.Keep(DraftPlace, draft.ToText(), _seenVersion);
    }

    private async Task DiscardAsync()
    {
        Adopt();
        await _keeper.DropAsync(DraftPlace);
        await (EditedStage is null ? OnStored.InvokeAsync() : Task.CompletedTask);
    }

    private async Task ChangeAsync(GivenScores draft)
    {
        (_draft, _saved, _cleared, _failure) = (draft, false, null, null);
        Type(draft);
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
        _saving = true;
        _problems = [];
        StateHasChanged();
        try
        {
            var assessed = await Assessments.AssessAsync(
                new AssessOrder(ModelId, Capability, BusinessUnit, EditedStage, scores, _seenVersion, Guid.CreateVersion7()), User);
            _seenVersion = assessed.Assessment?.Version ?? 0;
            (_typed, _restored, _saved) = (false, false, scores is not null);
            if (!_again)
            {
                await _keeper.DropAsync(DraftPlace);
            }

            if (EditedStage is null)
            {
                await OnStored.InvokeAsync();
            }
        }
        catch (ModelRuleException broken)
        {
            _problems = broken.Problems;
            _failure = string.Join(" ", _problems.Where(problem => problem.Field is not ("importance" or "current" or "target" or "note" or "evidenceLink")).Select(problem => problem.Message)) is { Length: > 0 } rest ? rest : null;
        }
        catch (ConflictException stale)
        {
            _conflict = stale.Conflicts[0];
        }
        catch (StorageUnavailableException unavailable)
        {
            _failure = $"Not saved: {unavailable.Message}";
        }
        finally
        {
            _saving = false;
        }
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
        _history = _history is null ? await Assessments.HistoryAsync(ModelId, Capability, BusinessUnit, EditedStage) : null;

    private string? Problem(string field) => _problems.FirstOrDefault(problem => problem.Field == field)?.Message;

    private static string Words(Assessment? assessment) => assessment is null
        ? "not assessed"
        : $"importance {assessment.Importance}, now {assessment.Current}, target {assessment.Target}, {assessment.Confidence}{(string.IsNullOrEmpty(assessment.Note) ? "" : $", “{assessment.Note}”")}";

    private static string? Text(object? value) => (value as string)?.Trim() is { Length: > 0 } text ? text : null;

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();
}
