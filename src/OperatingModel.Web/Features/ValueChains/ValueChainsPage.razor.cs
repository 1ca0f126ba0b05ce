using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Web.Components.Board;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.ValueChains;

/// <summary>The page of the value chains, which draws each as a row of stages and lets the user edit them there.</summary>
public sealed partial class ValueChainsPage : ModelPage
{
    private ValueChainsView _view = new((string?)null);
    private IReadOnlyList<ChainPicture> _chains = [];
    private MoveBoard? _board;
    private AskFirst? _ask;
    private string? _renaming;
    private string? _addAfter;

    protected override async Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        _view = ValueChainsView.Parse(Query);
        _chains = ChainPicture.Of(Snapshot);
        if (_board is null)
        {
            // Opens the field between two stages again when it holds a draft.
            _addAfter = (await Drafts.AllAsync(ChainStrip.NextStage))
                .Select(draft => draft.Place.Split(':')[^1])
                .FirstOrDefault(code => code.Length > 0);
        }

        _addAfter = _addAfter is { } code && Snapshot.Stages.Contains(code) ? code : null;
    }

    private void Select(string? stage) => Go(new ValueChainsView(stage).ToQuery());

    private StagePicture? Find(string stage) => _chains.SelectMany(chain => chain.Stages).FirstOrDefault(picture => picture.Stage.Code == stage);

    private async Task<bool> AddAsync(string chain, string? after, string[] names)
    {
        var what = names.Length == 1 ? $"Stage {names[0]} added" : $"{names.Length} stages added";
        var outcome = await Editor.WriteAsync(what, model =>
            StageEdits.Add(model, after is null ? Place.LastIn(chain) : Place.After(after), names));
        if (outcome.IsDone && after is not null)
        {
            // The field moves behind the new stage and keeps the focus.
            _addAfter = outcome.Added<Stage>().MaxBy(stage => stage.Order)?.Code;
            StateHasChanged();
        }

        return outcome.IsDone;
    }

    private Place? StepTo(string stage, BoardStep step) => step switch
    {
        BoardStep.Left => StageEdits.Beside(Snapshot, stage, -1),
        BoardStep.Right => StageEdits.Beside(Snapshot, stage, 1),
        BoardStep.Up => StageEdits.InOtherChain(Snapshot, stage, -1),
        _ => StageEdits.InOtherChain(Snapshot, stage, 1),
    };

    private Task StepAsync(string stage, int by) =>
        Find(stage) is { } moved ? _board!.MoveAsync(moved.Seen, StageEdits.Beside(Snapshot, stage, by)) : Task.CompletedTask;

    private Task<EditOutcome> MoveAsync(SeenRow seen, Place place, bool isDragged) =>
        Editor.WriteAsync($"Stage {seen.Name} moved {Words(place)}", model =>
        {
            var current = model.Stages.Find(seen.Code);
            seen.ThrowIfMoved(current, current?.Chain, StageEdits.SiblingsOf(model, seen.Code), Editor.WhoChanged, Words);
            return StageEdits.Move(model, seen.Code, place);
        });

    private string Words(Place place) => place.Words(place.Owner is null
        ? stage => Find(stage)?.Stage.Name ?? stage
        : chain => _chains.FirstOrDefault(other => other.Chain.Code == chain)?.Chain.Name ?? chain);

    private Task PressAsync((string Code, string Key) press)
    {
        _renaming = press.Key == "F2" ? press.Code : _renaming;
        _addAfter = press.Key == "Escape" ? null : _addAfter;
        return press.Key == "Delete" ? DeleteAsync(press.Code) : Task.CompletedTask;
    }

    private async Task AddAfterAsync(string stage)
    {
        _addAfter = stage;
        StateHasChanged();
        if (Find(stage) is { } picture)
        {
            await _board!.FocusAsync(picture.Stage.Chain);
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
                Select(null);
                await _board!.FocusAsync(next?.Stage.Code ?? chain);
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
        if (outcome.Added<ValueChain>().FirstOrDefault() is { } chain)
        {
            await _board!.FocusAsync(chain.Code);
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
