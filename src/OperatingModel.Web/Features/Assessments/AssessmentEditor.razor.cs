using Microsoft.AspNetCore.Components;
using OperatingModel.Application.Assessments;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Features.Assessments.Sheet;

namespace OperatingModel.Web.Features.Assessments;

/// <summary>
/// Edits one assessment in place: every complete change is stored at once. When somebody else changed it meanwhile, the editor shows that change
/// and does not overwrite it.
/// </summary>
public sealed partial class AssessmentEditor
{
    /// <summary>The fields that show their problems themselves.</summary>
    private static readonly string[] Shown = ["importance", "current", "target", "note", "evidenceLink"];

    private readonly string _id = $"a{Guid.NewGuid():N}"[..9];
    private EditSession<GivenScores> _edit = default!;
    private (string Capability, string BusinessUnit, string? Stage) _opened;
    private DraftKeeper _keeper = default!;
    private bool _forStage;
    private bool _isSaved;
    private GivenScores? _cleared;
    private IReadOnlyList<PastAssessment>? _history;

    [Parameter, EditorRequired]
    public ModelAddress Address { get; set; }

    [Parameter, EditorRequired]
    public ModelSnapshot Model { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Capability { get; set; } = "";

    [Parameter, EditorRequired]
    public string BusinessUnit { get; set; } = "";

    /// <summary>The code of the stage whose cell is open; null for the capability as a whole.</summary>
    [Parameter]
    public string? Stage { get; set; }

    /// <summary>Called with incomplete scores of the general assessment, which are not stored, and the version that the user saw.</summary>
    [Parameter]
    public EventCallback<(GivenScores Scores, long SeenVersion)> OnBegun { get; set; }

    /// <summary>Called when the general assessment was stored, or its draft given up.</summary>
    [Parameter]
    public EventCallback OnStored { get; set; }

    private string? EditedStage => _forStage ? Stage : null;

    private Assessment? Stored => Model.Assessments.Find(Assessment.KeyOf(Capability, BusinessUnit, EditedStage));

    private string StageName => Model.Stages.Find(Stage ?? "")?.Name ?? Stage ?? "";

    private string PlaceName =>
        $"{Model.Capabilities.Find(Capability)?.Name ?? Capability} in {Model.BusinessUnits.Find(BusinessUnit)?.Name ?? BusinessUnit}"
        + (_forStage ? $" for {StageName}" : "");

    private string DraftPlace => ScoreEdits.PlaceOf(Assessment.KeyOf(Capability, BusinessUnit, EditedStage));

    private bool IsFull => _edit.Value is { IsComplete: true, Confidence: not null };

    protected override void OnInitialized() => _keeper = new DraftKeeper(Drafts, Time, InvokeAsync, StateHasChanged);

    protected override async Task OnParametersSetAsync()
    {
        if (_opened != (Capability, BusinessUnit, Stage))
        {
            _opened = (Capability, BusinessUnit, Stage);
            _forStage = Stage is not null && Model.Assessments.Find(Assessment.KeyOf(Capability, BusinessUnit, Stage)) is not null;
            await BeginAsync();
        }
        else
        {
            _edit.Arrived();
            _isSaved = _isSaved && _edit.ChangedBy is null;
        }
    }

    private async Task ChooseAsync(bool forStage)
    {
        _forStage = forStage;
        await BeginAsync();
    }

    // Begins with the draft of an assessment that was begun here or in the sheet, if there is one.
    private async Task BeginAsync()
    {
        var (place, stage, key) = (DraftPlace, EditedStage, Assessment.KeyOf(Capability, BusinessUnit, EditedStage));
        _edit?.Leave();
        var edit = _edit = new(
            () => (Editor.Model ?? Model).Assessments.Find(key),
            row => GivenScores.Of(row as Assessment),
            Editor.WhoChanged,
            (scores, seen) => StoreAsync(scores, stage, seen),
            (scores, seen) => _keeper.Keep(place, scores.ToText(), seen),
            () => _keeper.DropAsync(place),
            scores => scores == GivenScores.None || scores.IsComplete ? null : "Unknown until all four are given.");
        (_isSaved, _cleared, _history) = (false, null, null);
        if (await Drafts.FindAsync(place) is { } draft && edit == _edit && !edit.IsDirty)
        {
            edit.Restore(GivenScores.FromText(draft.Text), draft.SeenVersion);
            await (edit.IsDirty ? Task.CompletedTask : _keeper.DropAsync(place));
        }
    }

    private void Type(GivenScores scores)
    {
        _edit.Type(scores);
        (_isSaved, _cleared) = (false, null);
    }

    private void Offer(GivenScores scores)
    {
        _edit.Restore(scores, _edit.SeenVersion);
        if (_edit.IsRestored)
        {
            _keeper.Keep(DraftPlace, scores.ToText(), _edit.SeenVersion);
        }
    }

    private async Task ChangeAsync(GivenScores scores)
    {
        Type(scores);
        if (IsFull)
        {
            await SaveAsync();
        }
        else if (EditedStage is null)
        {
            await OnBegun.InvokeAsync((scores, _edit.SeenVersion));
        }
    }

    private Task SaveAsync() => ThroughAsync(_edit.SaveAsync());

    private Task KeepMineAsync() => ThroughAsync(_edit.KeepMineAsync());

    private Task GiveUpAsync() => ThroughAsync(_edit.Theirs is null ? _edit.DiscardAsync() : _edit.TakeTheirsAsync(), isSaved: false);

    private async Task ThroughAsync(Task saving, bool isSaved = true)
    {
        var (edit, stage) = (_edit, EditedStage);
        await saving;
        if (!edit.IsDirty)
        {
            _isSaved = edit == _edit ? isSaved : _isSaved;
            await (stage is null ? OnStored.InvokeAsync() : Task.CompletedTask);
        }
    }

    private Task<EditOutcome> StoreAsync(GivenScores given, string? stage, long seenVersion)
    {
        var scores = given == GivenScores.None ? null : given.ToScores(null);
        CellScores cell = new(Capability, BusinessUnit, stage, scores, seenVersion);
        var what = scores is null ? $"Clear the score of {PlaceName}" : $"Score {PlaceName}: {given.Words()}";
        return Editor.WriteAsync(what, model => AssessmentEdits.Assess(model, User.Name, cell), atField: true);
    }

    private async Task ClearAsync()
    {
        var before = _edit.Value;
        Type(GivenScores.None);
        await SaveAsync();
        if (!_edit.IsDirty)
        {
            (_isSaved, _cleared, _history) = (false, before, null);
        }
    }

    private Task UndoClearAsync() => ChangeAsync(_cleared!);

    private async Task ToggleHistoryAsync() =>
        _history = _history is null ? await History.OfAsync(Address.Model, Capability, BusinessUnit, EditedStage, User) : null;

    private string CampaignName(string code) => Model.Table<Campaign>().Find(code)?.Name ?? code;

    // The problems that no field shows.
    private string? Failure => _edit.Problems.Count == 0
        ? _edit.Sentence
        : string.Join(" ", _edit.Problems.Where(problem => !Shown.Contains(problem.Field)).Select(problem => problem.Message)) is { Length: > 0 } rest
            ? rest
            : null;

    private string? Problem(string field) => _edit.Problems.FirstOrDefault(problem => problem.Field == field)?.Message;

    private static string Words(GivenScores scores) =>
        scores == GivenScores.None ? "not assessed" : $"{scores.Words()}{(string.IsNullOrEmpty(scores.Note) ? "" : $", “{scores.Note}”")}";

    // The assessors of a campaign's result are the people who agreed on it, not the user who stored it.
    private static string Words(PastAssessment value) =>
        $"{(value.Campaign is null ? value.Who.Name : value.Assessment!.Assessor)}: {Words(GivenScores.Of(value.Assessment))}";

    private static string? Text(object? value) => VisibleText.Of(value as string ?? "").Trim() is { Length: > 0 } text ? text : null;

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();
}
