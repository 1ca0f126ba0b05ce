using Microsoft.AspNetCore.Components;
using OperatingModel.Application.Access;
using OperatingModel.Application.Assessments;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Persistence;
using OperatingModel.Application.Writing;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Features.Assessments.Sheet;

namespace OperatingModel.Web.Features.Assessments;

/// <summary>Edits one assessment in place: every complete change is stored at once; what somebody else changed meanwhile is told, not overwritten.</summary>
public sealed partial class AssessmentEditor
{
    private readonly string _id = $"a{Guid.NewGuid():N}"[..9];
    private Draft _draft = Draft.Empty;
    private (string Capability, string BusinessUnit, string? Stage) _opened;
    private bool _forStage;
    private long _seenVersion;
    private bool _typed;
    private bool _saving;
    private bool _again;
    private bool _saved;
    private string? _failure;
    private Draft? _cleared;
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

    /// <summary>What was given elsewhere and is not complete; taken over where nothing is stored.</summary>
    [Parameter]
    public GivenScores? Begun { get; set; }

    /// <summary>The general assessment was stored.</summary>
    [Parameter]
    public EventCallback OnStored { get; set; }

    [Inject]
    private AssessmentService Assessments { get; set; } = default!;

    [Inject]
    private CurrentUser User { get; set; } = default!;

    private string? EditedStage => _forStage ? Stage : null;

    private Assessment? Stored => Model.Assessments.Find(Assessment.KeyOf(Capability, BusinessUnit, EditedStage));

    private string StageName => Model.Stages.Find(Stage ?? "")?.Name ?? Stage ?? "";

    protected override void OnParametersSet()
    {
        if (_opened != (Capability, BusinessUnit, Stage))
        {
            _opened = (Capability, BusinessUnit, Stage);
            _forStage = Stage is not null && Model.Assessments.Find(Assessment.KeyOf(Capability, BusinessUnit, Stage)) is not null;
            Adopt();
        }
        else if (!_saving && !_typed && _conflict is null && (Stored?.Version ?? 0) != _seenVersion)
        {
            // Somebody else changed it, and nothing of ours is at stake.
            Adopt();
        }
    }

    private void Choose(bool forStage)
    {
        _forStage = forStage;
        Adopt();
    }

    private void Adopt()
    {
        var stored = Stored;
        _draft = stored is not null ? Draft.Of(stored)
            : Begun is not null && EditedStage is null ? new Draft(Begun.Importance, Begun.Current, Begun.Target, Begun.Confidence, null, null)
            : Draft.Empty;
        _seenVersion = stored?.Version ?? 0;
        (_typed, _saved, _failure, _cleared, _conflict, _problems, _history) = (false, false, null, null, null, [], null);
    }

    private async Task ChangeAsync(Draft draft)
    {
        (_draft, _typed, _saved, _cleared, _failure) = (draft, true, false, null, null);
        if (_draft.IsComplete && _conflict is null)
        {
            await SaveAsync();
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
            await StoreAsync(_draft.Scores);
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
            (_typed, _saved) = (false, scores is not null);
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

    private void TakeTheirs()
    {
        var theirs = _conflict?.Theirs as Assessment;
        Adopt();
        _draft = theirs is null ? Draft.Empty : Draft.Of(theirs);
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
            (_draft, _cleared, _history) = (Draft.Empty, before, null);
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

    /// <summary>What stands in the fields; null where nothing was given yet.</summary>
    private sealed record Draft(int? Importance, int? Current, int? Target, Confidence? Confidence, string? Note, string? EvidenceLink)
    {
        public static Draft Empty { get; } = new(null, null, null, null, null, null);

        public bool IsComplete => this is { Importance: not null, Current: not null, Target: not null, Confidence: not null };

        public Scores Scores => new(Importance ?? 0, Current ?? 0, Target ?? 0, Confidence ?? default, Note, EvidenceLink);

        public static Draft Of(Assessment row) => new(row.Importance, row.Current, row.Target, row.Confidence, row.Note, row.EvidenceLink);
    }
}
