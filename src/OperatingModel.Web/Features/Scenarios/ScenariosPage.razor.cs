using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Scenarios;

/// <summary>The scenarios of a model: how each differs, how the figures change, and which of its choices are merged into its base.</summary>
public sealed partial class ScenariosPage : ModelPage
{
    private ScenariosView _view = ScenariosView.Parse("");
    private List<ScenarioBranch> _scenarios = [];
    private ScenarioBranch? _shown;
    private AskFirst? _ask;

    private string Sentence
    {
        get
        {
            var choosing = _scenarios.Count(branch => branch.Own.Count > 0);
            var conflicts = _scenarios.Sum(branch => branch.Conflicts.Count);
            return _scenarios.Count == 0
                ? "There are no scenarios yet."
                : $"{Numbers.Count(_scenarios.Count, "scenario", "scenarios")} beside the model; {choosing} with choices of their own"
                    + (conflicts == 0 ? "." : $", {Numbers.Count(conflicts, "conflict waits", "conflicts wait")} to be settled.");
        }
    }

    protected override Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        var whole = Bench.Whole!;
        _view = ScenariosView.Parse(Query);
        _view = _view with { Show = _view.Show ?? Bench.Address?.Scenario };
        _scenarios =
        [
            .. whole.Table<Scenario>().Where(scenario => scenario.Kind != ScenarioKind.Current)
                .Select(scenario => whole.Branch(scenario.Code)!),
        ];
        _shown = _scenarios.Find(branch => branch.Scenario.Code == _view.Show);
        return Task.CompletedTask;
    }

    private static string NameOf(Scenario? scenario) => scenario is null or { Kind: ScenarioKind.Current } ? "the model" : scenario.Name;

    private async Task<EditOutcome> AddAsync(string name)
    {
        var baseline = Bench.Scenario?.Code;
        var outcome = await Editor.WriteAsync(
            $"Scenario “{name}” added", model => ScenarioEdits.Add(model, name, baseline), atField: true, inModel: true);
        if (outcome.Result?.Changes.Select(change => change.After).OfType<Scenario>().LastOrDefault() is { } added)
        {
            Go(new ScenariosView(added.Code, null).ToQuery());
        }

        return outcome;
    }

    private async Task RemoveAsync(ScenarioBranch branch)
    {
        var choices = branch.Own.Count == 0
            ? "It has no choices of its own."
            : $"Its {Numbers.Count(branch.Own.Count, "choice goes", "choices go")} with it.";
        string[] heirs =
        [
            .. _scenarios.Where(other => other.Scenario.Baseline == branch.Scenario.Code).Select(other => $"“{other.Scenario.Name}”"),
        ];
        var then = heirs.Length == 0 ? ""
            : $" {NameList.All(heirs)} {(heirs.Length == 1 ? "starts" : "start")} from it, and then from the model, without its choices.";
        if (!await _ask!.AskAsync($"Remove scenario {branch.Scenario.Name}?", $"{choices}{then} It can be undone.", "Remove it"))
        {
            return;
        }

        var outcome = await Editor.WriteAsync(
            $"Scenario “{branch.Scenario.Name}” removed", model => RowEdits.Remove(model, branch.Scenario), inModel: true);
        if (outcome.IsDone && Bench.Address?.Scenario == branch.Scenario.Code)
        {
            Navigation.NavigateTo(Urls.Scenarios(Model));
        }
    }
}
