using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Pasting;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.Capabilities.StageLinks;

/// <summary>The page of the matrix of stages and capabilities, in which one key or click sets a link.</summary>
public sealed partial class StageLinksPage : ModelPage
{
    /// <summary>The most cells that one key sets without asking the user first.</summary>
    private const int SetUnasked = 25;

    private StageLinksView _view = StageLinksView.Parse("");
    private LinkPicture _picture = default!;
    private PasteBlock<PastedLink>? _preview;
    private GridPaste? _paste;
    private CellGrid? _grid;
    private AskFirst? _ask;
    private int _depth = 1;
    private int _links;
    private int _critical;
    private int _linkedLeaves;
    private int _servedStages;
    private int _orphans;

    protected internal override bool IsReady => base.IsReady && _picture is not null;

    protected override async Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        var model = Snapshot;
        var (earlier, earlierView) = (_picture, _view);
        _view = StageLinksView.Parse(Query);
        _picture = LinkPicture.Of(model, _view, _picture?.Found);
        Count(model);
        if (_grid is null)
        {
            return;
        }

        if (changes is not null
            && earlier is not null
            && !changes.Any(TouchesAxes)
            && _picture.Patch(earlier, [.. changes.Select(Leaf).OfType<string>().Distinct()]) is { } patch)
        {
            await _grid.PatchAsync(_picture, patch);
        }
        else if (changes is not null || earlier is null || !earlierView.ShowsSameCellsAs(_view))
        {
            await _grid.ShowAsync(_picture, null, null);
        }
    }

    private static bool TouchesAxes(RowChange change) => (change.After ?? change.Before) is Capability or Stage or ValueChain or ModelMeta;

    private static string? Leaf(RowChange change) => ((change.After ?? change.Before) as StageLink)?.Capability;

    private void Count(ModelSnapshot model)
    {
        var linked = model.StageLinks.Select(link => link.Capability).ToHashSet();
        _links = model.StageLinks.Count;
        _critical = model.StageLinks.Count(link => link.Strength == LinkStrength.Critical);
        _linkedLeaves = linked.Count;
        _servedStages = model.StageLinks.Select(link => link.Stage).Distinct().Count();
        _orphans = Orphans.Of(model).Count();
        _depth = Enumerable.Range(0, model.Tree.Count).Select(model.Tree.LevelOf).DefaultIfEmpty(1).Max();
    }

    private async Task StartAsync()
    {
        if (_grid is not null && _picture is not null)
        {
            await _grid.EditAsync(LinkScale.Editing);
            await _grid.ShowAsync(_picture, null, null);
        }
    }

    private async Task<bool> EnterAsync(GridEntry entry)
    {
        if (_picture is null || entry.Cells(_picture.Leaves(), [.. _picture.Columns.Select(stage => stage.Code)]) is not { Count: > 0 } cells)
        {
            return false;
        }

        var isNext = entry.Text == GridEntry.Cycle;
        var strength = LinkScale.StrengthOf(entry.Text);
        return await WriteAsync(
            Sentence(cells, isNext, strength),
            cells.Count,
            model => [.. cells.SelectMany(cell => isNext
                ? StageLinkEdits.Cycle(model, cell.Column, cell.Row)
                : StageLinkEdits.Set(model, cell.Column, cell.Row, strength))]);
    }

    private async Task FilterAgainAsync()
    {
        _picture = LinkPicture.Of(Snapshot, _view);
        if (_grid is not null)
        {
            await _grid.ShowAsync(_picture, null, null);
        }
    }

    private void Preview(GridPaste paste) => (_paste, _preview) = (paste, LinkPaste.Read(Snapshot, _picture, paste));

    private async Task ApplyAsync()
    {
        if (_preview is { Cells: { Count: > 0 } links })
        {
            _preview = null;
            await Editor.WriteAsync(
                $"{Numbers.Count(links.Count, "link", "links")} pasted",
                model => [.. links.SelectMany(link => StageLinkEdits.Set(model, link.Stage, link.Capability, link.After))]);
        }
    }

    private async Task<bool> WriteAsync(string what, int count, Func<ModelSnapshot, IReadOnlyList<RowChange>> decide)
    {
        if (count > SetUnasked
            && !await _ask!.AskAsync(
                $"Set {Numbers.Count(count, "link", "links")}?",
                $"{Impact.Of(decide(Snapshot)).Sentence} It can be undone.",
                "Set them"))
        {
            return false;
        }

        var outcome = await Editor.WriteAsync(what, decide);
        return outcome is { IsDone: true, Result.Changes.Count: > 0 };
    }

    private string Sentence(IReadOnlyList<(string Row, string Column)> cells, bool isNext, LinkStrength? strength)
    {
        var (capability, stage) = cells[0];
        var wanted = isNext ? StageLinkEdits.After(Snapshot.StageLinks.Find(RowKey.Of(stage, capability))?.Strength) : strength;
        var name = Snapshot.Stages.Find(stage)?.Name ?? stage;
        return cells.Count > 1
                ? $"{Numbers.Count(cells.Count, "link", "links")} set to {(isNext ? "the next strength" : LinkScale.WordOf(wanted))}"
            : wanted is null ? $"{capability} unlinked from {name}"
            : $"{capability} linked to {name}: {LinkScale.WordOf(wanted)}";
    }

    private void Go(StageLinksView view) => Go(view.ToQuery());

    private void Toggle(string row)
    {
        var toggled = _view.Toggled.Remove(row);
        Go(_view with { Toggled = ReferenceEquals(toggled, _view.Toggled) ? toggled.Add(row) : toggled });
    }

    private static string Pressed(bool pressed) => pressed ? "true" : "false";
}
