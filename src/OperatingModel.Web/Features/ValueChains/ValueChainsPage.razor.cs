using Microsoft.AspNetCore.Components;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.ValueChains;

/// <summary>The value chains, drawn as chains and edited where they are drawn.</summary>
public sealed partial class ValueChainsPage : ModelPage
{
    private const double FirstPoints = 10;

    private ValueChainsView _view = new((string?)null);
    private IReadOnlyList<ChainPicture> _chains = [];
    private ChainBoard? _board;
    private AskFirst? _ask;
    private string? _renaming;
    private string? _addAfter;
    private Func<Task>? _afterRender;

    [Inject]
    private ModelEditor Editor { get; set; } = default!;

    [Inject]
    private DraftShelf Drafts { get; set; } = default!;

    protected override async Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        _view = ValueChainsView.Parse(Query);
        _chains = ChainPicture.Of(Snapshot);
        if (_board is null)
        {
            // A name that was being typed between two stages is to be found there.
            _addAfter = (await Drafts.AllAsync(ChainStrip.NextStage))
                .Select(draft => draft.Place.Split(':')[^1])
                .FirstOrDefault(code => code.Length > 0);
        }

        _addAfter = _addAfter is { } code && Snapshot.Stages.Contains(code) ? code : null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Before the first chain there is no board.
        if (_afterRender is { } then && _board is not null)
        {
            _afterRender = null;
            await then();
        }
    }

    private void Select(string? stage) => Go(new ValueChainsView(stage).ToQuery());

    private StagePicture? Find(string stage) => _chains.SelectMany(chain => chain.Stages).FirstOrDefault(picture => picture.Stage.Code == stage);

    private async Task<bool> AddAsync(string chain, string? after, string[] names)
    {
        var what = names.Length == 1 ? $"Stage {names[0]} added" : $"{names.Length} stages added";
        var outcome = await Editor.WriteAsync(what, model => Added(model, chain, after, names));
        if (outcome.IsDone && after is not null)
        {
            // The field moves on behind the new stage, and the focus with it.
            _afterRender = () => _board?.FocusAddAsync(chain) ?? Task.CompletedTask;
            _addAfter = outcome
                .Result!.Changes.Select(change => change.Before is null ? change.After : null)
                .OfType<Stage>()
                .MaxBy(stage => stage.Order)
                ?.Code;
            StateHasChanged();
        }

        return outcome.IsDone;
    }

    private static IReadOnlyList<RowChange> Added(ModelSnapshot model, string chain, string? after, string[] names)
    {
        var points = PointsOfNew(model, chain);
        return RowEdits.InTurn(model, names.Select(name => (Func<ModelSnapshot, IReadOnlyList<RowChange>>)(current =>
        {
            var changes = StageEdits.Add(current, after is null ? Place.LastIn(chain) : Place.After(after), name, points: points);
            after = changes.Select(change => change.Before is null ? change.After : null).OfType<Stage>().Single().Code;
            return changes;
        })));
    }

    // A chain of equals stays one; where somebody has weighed, a new stage waits for points of its own.
    private static double PointsOfNew(ModelSnapshot model, string chain)
    {
        double[] points = [.. model.Stages.Where(stage => stage.Chain == chain).Select(stage => stage.ValueWeight).Distinct()];
        return points switch { [] => FirstPoints, [var same] => same, _ => 0 };
    }

    private async Task StepAsync((string Stage, int By) step)
    {
        if (_chains.FirstOrDefault(chain => chain.Stages.Any(picture => picture.Stage.Code == step.Stage)) is not { } chain)
        {
            return;
        }

        var place = chain.Stages.Select(picture => picture.Stage.Code).ToList().IndexOf(step.Stage) + step.By;
        if (place >= 0 && place < chain.Stages.Count)
        {
            var beside = chain.Stages[place].Stage.Code;
            await MoveAsync(step.Stage, step.By < 0 ? Place.Before(beside) : Place.After(beside));
        }
    }

    private Task DropAsync((string Stage, string Chain, string? Beside, bool Before) drop) =>
        MoveAsync(drop.Stage, drop.Beside is not { } beside ? Place.LastIn(drop.Chain) : drop.Before ? Place.Before(beside) : Place.After(beside));

    private async Task MoveAsync(string stage, Place place)
    {
        await Editor.WriteAsync($"Stage {Find(stage)?.Stage.Name ?? stage} moved", model => StageEdits.Move(model, stage, place));
        _afterRender = () => _board?.FocusAsync(stage) ?? Task.CompletedTask;
    }

    private void Rename(string stage)
    {
        _renaming = stage;
        _afterRender = () => _board?.FocusAsync(stage) ?? Task.CompletedTask;
    }

    private void EndRenaming()
    {
        if (_renaming is { } stage)
        {
            _renaming = null;
            _afterRender = () => _board?.FocusAsync(stage, onlyIfLost: true) ?? Task.CompletedTask;
        }
    }

    private async Task AddAfterAsync(string stage)
    {
        _addAfter = stage;
        if (_chains.FirstOrDefault(chain => chain.Stages.Any(picture => picture.Stage.Code == stage)) is { } chain)
        {
            await Task.Yield();
            _afterRender = () => _board?.FocusAddAsync(chain.Chain.Code) ?? Task.CompletedTask;
            StateHasChanged();
        }
    }

    private async Task DeleteAsync(string stage)
    {
        if (Find(stage) is not { } picture)
        {
            return;
        }

        var changes = StageEdits.Delete(Snapshot, stage);
        var consequence = $"{Impact.Of(changes).SentenceFor(picture.Stage)} Capabilities stay.{Orphans.Sentence(Snapshot, changes)}";
        if (await AskAsync($"Delete the stage {picture.Stage.Name}?", consequence, "Delete"))
        {
            var chain = picture.Stage.Chain;
            var next = _chains
                .First(c => c.Chain.Code == chain)
                .Stages.Where(other => other.Stage.Code != stage)
                .MinBy(other => Math.Abs(other.Number - picture.Number));
            var outcome = await Editor.WriteAsync($"Stage {picture.Stage.Name} deleted", model => StageEdits.Delete(model, stage));
            if (outcome.IsDone)
            {
                _afterRender = () => (next is null ? _board?.FocusAddAsync(chain) : _board?.FocusAsync(next.Stage.Code)) ?? Task.CompletedTask;
                Select(null);
            }
        }
    }

    private Task<bool> AskAsync(string question, string consequence, string action) =>
        _ask!.AskAsync(question, $"{consequence} It can be undone.", action);

    private Task<EditOutcome> ApplyAsync(IReadOnlyList<SuggestedPoints> suggested)
    {
        var what = suggested is [var one]
            ? $"Points of stage {one.Stage.Name}: {Numbers.Trimmed(one.Points)}, as customers say"
            : $"Points of {suggested.Count} stages as customers say";
        return Editor.WriteAsync(what, model => SuggestedPoints.Apply(model, [.. suggested.Select(points => points.Stage.Code)]));
    }

    private async Task NewChainAsync()
    {
        var outcome = await Editor.WriteAsync("Value chain added", model =>
            ValueChainEdits.Add(model, _chains.Count == 0 ? "Customer journey" : $"Value chain {_chains.Count + 1}"));
        if (outcome.Result?.Changes.Select(change => change.After).OfType<ValueChain>().FirstOrDefault() is { } chain)
        {
            _afterRender = () => _board?.FocusAddAsync(chain.Code) ?? Task.CompletedTask;
        }
    }

    private Task MoveChainAsync(ChainPicture chain, int by)
    {
        var place = _chains.ToList().IndexOf(chain) + by;
        return place < 0 || place >= _chains.Count
            ? Task.CompletedTask
            : Editor.WriteAsync($"Value chain {chain.Chain.Name} moved", model =>
                ValueChainEdits.Move(
                    model,
                    chain.Chain.Code,
                    by < 0 ? Place.Before(_chains[place].Chain.Code) : Place.After(_chains[place].Chain.Code)));
    }

    private async Task MergeChainAsync(ChainPicture chain, string into)
    {
        var kept = _chains.First(other => other.Chain.Code == into).Chain.Name;
        var impact = Impact.Of(ValueChainEdits.Merge(Snapshot, chain.Chain.Code, into));
        if (await AskAsync($"Continue {kept} with {chain.Chain.Name}?", $"{impact.Sentence} The share of every stage stays the same.", "Merge"))
        {
            await Editor.WriteAsync($"Value chain {chain.Chain.Name} merged into {kept}", model =>
                ValueChainEdits.Merge(model, chain.Chain.Code, into));
        }
    }

    private async Task DeleteChainAsync(ChainPicture chain)
    {
        var changes = ValueChainEdits.Delete(Snapshot, chain.Chain.Code);
        var consequence = $"{Impact.Of(changes).SentenceFor(chain.Chain)} Capabilities stay.{Orphans.Sentence(Snapshot, changes)}";
        if (await AskAsync($"Delete the value chain {chain.Chain.Name}?", consequence, "Delete")
            && (await Editor.WriteAsync($"Value chain {chain.Chain.Name} deleted", model => ValueChainEdits.Delete(model, chain.Chain.Code))).IsDone
            && chain.Stages.Any(picture => picture.Stage.Code == _view.Stage))
        {
            Select(null);
        }
    }
}
