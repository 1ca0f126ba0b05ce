using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>The page of the capability tree with its tools.</summary>
public sealed partial class CapabilitiesPage
{
    private CapabilitiesView _view = new();
    private CapabilityTreeGrid? _grid;
    private AskFirst? _ask;
    private PasteDialog? _paste;
    private SplitDialog? _split;
    private MergeDialog? _merge;
    private IReadOnlyCollection<string> _selected = [];
    private int _depth = 1;
    private int _level = 1;
    private int _orphans;
    private int _unowned;
    private bool _found = true;

    protected override Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        if (changes is null && Query != _view.ToQuery())
        {
            _view = CapabilitiesView.Parse(Query);
        }

        var (model, tree) = (Snapshot, Snapshot.Tree);
        if (changes is not null && _view.Row is { } row && tree.IndexOf(row) < 0 && NewCodeOf(row, changes) is { } code)
        {
            Go(_view with { Row = code });
        }

        var linked = model.StageLinks.Select(link => link.Capability).ToHashSet(StringComparer.Ordinal);
        (_orphans, _unowned, _depth) = (0, 0, 1);
        for (var node = 0; node < tree.Count; node++)
        {
            _depth = Math.Max(_depth, tree.LevelOf(node));
            _orphans += tree.IsLeaf(node) && !linked.Contains(tree[node].Code) ? 1 : 0;
            _unowned += tree.IsLeaf(node) && tree[node].OwnerTeam is null ? 1 : 0;
        }

        Arrange();
        return Task.CompletedTask;
    }

    private void Arrange()
    {
        var tree = Snapshot.Tree;
        _level = Math.Min(_depth, _view.Level ?? TreeRows.DefaultLevel(tree));
        _found = _view.Text.Length == 0 || Enumerable.Range(0, tree.Count).Any(node => _view.Rows.Matches(tree[node]));
    }

    private void Go(CapabilitiesView view)
    {
        // The page sets the view itself, because an address cannot hold all of a large one.
        _view = view;
        Arrange();
        Go(view.ToQuery());
        StateHasChanged();
    }

    private void Select(IReadOnlyCollection<string> codes) => _selected = codes;

    private Task AddAsync(bool below) => _grid!.AddAsync(below);

    private async Task DeleteAsync(IReadOnlyCollection<string> codes)
    {
        var changes = CapabilityEdits.Delete(Snapshot, codes);
        if (changes.Count == 0)
        {
            return;
        }

        var what = codes.Count == 1 ? $"{codes.First()} {Snapshot.Capabilities.Find(codes.First())?.Name}" : $"{codes.Count} capabilities";
        if (await _ask!.AskAsync($"Delete {what}?", $"{Impact.Of(changes).Sentence} It can be undone.", "Delete"))
        {
            await Editor.WriteAsync($"{what} deleted", model => CapabilityEdits.Delete(model, codes));
        }

        await _grid!.FocusAsync();
    }

    // Returns the new code of the capability in the drawer, which the drawer goes on to show.
    private static string? NewCodeOf(string code, IReadOnlyList<RowChange> changes)
    {
        var gone = changes.Select(change => change.Before).OfType<Capability>().FirstOrDefault(before => before.Code == code);
        return changes.Where(change => change.Before is null).Select(change => change.After).OfType<Capability>()
            .FirstOrDefault(added => gone is not null && added.Name == gone.Name && added.Position == gone.Position)?.Code;
    }
}
