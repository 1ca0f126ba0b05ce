using Microsoft.AspNetCore.Components;
using OperatingModel.Application.Access;
using OperatingModel.Application.Assessments;
using OperatingModel.Domain.Assessments;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Features.Assessments;

namespace OperatingModel.Web.Features.Campaigns;

/// <summary>One cell on an assessor's list. It is stored as soon as all three scores are given.</summary>
public sealed partial class ScoringRow
{
    private int? _importance;
    private int? _current;
    private int? _target;
    private Confidence _confidence = Confidence.Medium;
    private long _seenVersion;
    private string? _problem;
    private bool _touched;
    private DraftKeeper _keeper = default!;

    [Parameter, EditorRequired]
    public CampaignCell Cell { get; set; } = default!;

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

    private string DraftPlace => $"campaign:{Campaign}:{Cell.Capability}:{Cell.BusinessUnit}:{Assessor}";

    protected override void OnInitialized() => _keeper = new DraftKeeper(Drafts, Time, InvokeAsync, StateHasChanged);

    // What was begun is back when the row is, also after it was scrolled away.
    protected override async Task OnInitializedAsync()
    {
        if (await Drafts.FindAsync(DraftPlace) is { } draft && !_touched && draft.SeenVersion == (Own?.Version ?? 0))
        {
            var begun = GivenScores.FromText(draft.Text);
            (_importance, _current, _target, _confidence) = (begun.Importance, begun.Current, begun.Target, begun.Confidence ?? Confidence.Medium);
            (_touched, _seenVersion) = (true, draft.SeenVersion);
        }
    }

    protected override void OnParametersSet()
    {
        var own = Own;
        if (!_touched || (own?.Version ?? 0) != _seenVersion)
        {
            (_touched, _problem, _seenVersion) = (false, null, own?.Version ?? 0);
            if (own is not null)
            {
                (_importance, _current, _target, _confidence) = (own.Importance, own.Current, own.Target, own.Confidence);
            }
        }
    }

    private async Task TypeAsync(object? typed, int lowest, Action<int?> take)
    {
        var text = (typed as string ?? "").Trim();
        int? score = text is [>= '0' and <= '5'] ? text[0] - '0' : null;
        if (text.Length > 0 && !(score >= lowest))
        {
            _problem = $"Give {lowest} to 5.";
            return;
        }

        await ChangeAsync(() => take(score));
    }

    private async Task ChangeAsync(Action change)
    {
        change();
        (_touched, _problem) = (true, null);
        _keeper.Keep(DraftPlace, new GivenScores(_importance, _current, _target, _confidence).ToText(), _seenVersion);
        var scores = (_importance, _current, _target) switch
        {
            ({ } importance, { } current, { } target) => new Scores(importance, current, target, _confidence, Own?.Note),
            _ => null,
        };
        var isEmpty = (_importance, _current, _target) is (null, null, null);
        if (scores is null && !(isEmpty && Own is not null))
        {
            return;
        }

        // One's own list is one's own; for another's the audit names who typed.
        var name = Names.GetValueOrDefault(Assessor ?? "", "");
        var order = new CellScores(Cell.Capability, Cell.BusinessUnit, null, scores, _seenVersion);
        var outcome = await Editor.RunAsync($"Judge {Cell.Capability} in {UnitName} as {name}", true, (model, operation) =>
            Campaigns.ScoreAsync(new CampaignScoresOrder(model, Campaign, [order], operation, Assessor == User.Id ? null : Assessor), User));
        if (outcome.IsDone)
        {
            _seenVersion = outcome.Result!.Changes.Select(row => row.After).OfType<CampaignScore>().FirstOrDefault()?.Version ?? (scores is null ? 0 : _seenVersion);
            _touched = false;
            await _keeper.DropAsync(DraftPlace);
        }
        else
        {
            _problem = outcome.Sentence;
        }
    }

    public ValueTask DisposeAsync() => _keeper.DisposeAsync();

    private RenderFragment Score(string what, int? value, int lowest, Action<int?> take) => builder =>
    {
        builder.OpenElement(0, "input");
        builder.AddAttribute(1, "class", "field score");
        builder.AddAttribute(2, "data-score", lowest);
        builder.AddAttribute(3, "inputmode", "numeric");
        builder.AddAttribute(4, "maxlength", 1);
        builder.AddAttribute(5, "autocomplete", "off");
        builder.AddAttribute(6, "aria-label", $"{what} of {Cell.Capability} in {UnitName}, {lowest} to 5");
        builder.AddAttribute(7, "disabled", !IsRunning);
        builder.AddAttribute(8, "value", value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
        builder.AddAttribute(9, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, change => TypeAsync(change.Value, lowest, take)));
        builder.CloseElement();
    };
}
