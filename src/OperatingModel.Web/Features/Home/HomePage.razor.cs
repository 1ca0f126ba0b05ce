using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Home;

/// <summary>The operating model on a page. Each part appears when it is ready; after a change, the old parts stay until then.</summary>
public sealed partial class HomePage : ModelPage
{
    private const int HomeParts = 8;

    private Groundwork _ground = default!;
    private HeatPart? _heat;
    private PriorityPart? _priorities;
    private FundingPart? _funding;
    private ChangeSimulation? _changes;
    private EffortBalance? _effort;
    private Trajectory? _roadmap;
    private IReadOnlyList<WarningGroup>? _warnings;
    private IReadOnlyList<CampaignReminder> _reminders = [];
    private Explanation? _why;
    private int _ready;

    protected internal override bool IsReady => base.IsReady && _ground is not null;

    protected override async Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        var model = Snapshot;
        var figures = HomeFigures.Of(model);
        _reminders = CampaignReminder.For(model, User.Id);
        _ready = 0;
        _ground = await Shown(figures.Groundwork);
        _heat = await Shown(figures.Heat);
        _priorities = await Shown(figures.Priorities);
        _funding = await Shown(figures.Funding);
        _changes = await Shown(figures.Coordination);
        _effort = await Shown(figures.Effort);
        _roadmap = await Shown(figures.Roadmap);
        _warnings = await Shown(figures.Warnings);
        _why = Explained(new ViewQuery(Query).Text("why"), model);
        StateHasChanged();
    }

    private async Task<T> Shown<T>(Task<T> part)
    {
        if (!part.IsCompleted)
        {
            StateHasChanged();
        }

        var shown = await part;
        _ready++;
        return shown;
    }

    private void Why(string? figure) => Go(figure is null ? "" : $"?why={figure}");

    private Explanation? Explained(string? figure, ModelSnapshot model) =>
        figure switch
        {
            "heat" when _heat is { Hottest: [var hot, ..] } => model.Cube.Explain(
                model.Tree.IndexOf(hot.Capability),
                model.Cube.StageIndex(hot.Stage)),
            "heat" => model.Cube.Explain(),
            "priorities" when _priorities is { Top: [var leader, ..] } => model.Cube.ExplainPriority(leader.Node),
            "funding" when _funding?.Headline is { } round => round.Discretionary.Leaf?.Explain(
                $"{round.Name(model)}, without mandatory initiatives",
                model),
            "coordination" => _changes?.ExplainHandOffs(),
            "effort" => _effort?.Explain(),
            "roadmap" => _roadmap?.Explain(model),
            _ => null,
        };
}
