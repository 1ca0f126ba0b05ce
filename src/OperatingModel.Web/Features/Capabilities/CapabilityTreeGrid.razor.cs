using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Board;
using OperatingModel.Web.Components.Editing;
using OperatingModel.Web.Components.Grid;
using OperatingModel.Web.Components.Layout;

namespace OperatingModel.Web.Features.Capabilities;

/// <summary>The tree of capabilities; see the page part. The other files handle the keys and edits, which a script sends, and the drafts.</summary>
public sealed partial class CapabilityTreeGrid
{
    private const long MaxPasted = 4 * 1024 * 1024;

    private readonly Dictionary<string, int> _leaves = new(StringComparer.Ordinal);
    private MoveBoard? _board;
    private ElementReference _grid;
    private ElementReference _box;
    private DotNetObjectReference<CapabilityTreeGrid>? _self;
    private AttachedScript _script = default!;
    private List<TreeRow> _rows = [];
    private CapabilityTree? _tree;
    private CapabilityFacts _facts = default!;
    private ImmutableHashSet<string> _selected = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
    private string? _activeCode;
    private string? _anchor;
    private string? _followed;
    private int _active = -1;

    [Parameter, EditorRequired]
    public ModelSnapshot Model { get; set; } = default!;

    [Parameter, EditorRequired]
    public CapabilitiesView View { get; set; } = default!;

    [Parameter]
    public EventCallback<CapabilitiesView> OnView { get; set; }

    /// <summary>Raised with the codes of the capabilities that the user selected for bulk work.</summary>
    [Parameter]
    public EventCallback<IReadOnlyCollection<string>> OnSelected { get; set; }

    /// <summary>Raised with the codes of the capabilities to delete, together with all below them.</summary>
    [Parameter]
    public EventCallback<IReadOnlyCollection<string>> OnDelete { get; set; }

    /// <summary>Raised with a pasted list and the active capability; the code is null in an empty tree, the text for too large a list.</summary>
    [Parameter]
    public EventCallback<(string? Code, string? Text)> OnPasted { get; set; }

    /// <summary>The code of the capability the keys work on; null while the tree is empty.</summary>
    public string? Active => _activeCode;

    // No rows are drawn before the script listens, because keys pressed earlier would be lost.
    private ICollection<TreeRow> Drawn => _script.IsAttached ? _rows : [];

    private int EditIndex => _edit is null ? 0 : _edit.IsNew ? Math.Max(0, _rows.FindIndex(row => row.Node == TreeRow.New)) : Math.Max(0, _active);

    private static string RowId(int index) => $"r{index}";

    protected override void OnInitialized()
    {
        _keeper = new DraftKeeper(Drafts, Time, InvokeAsync, StateHasChanged);
        _script = Shell.Script("Features/Capabilities/CapabilityTreeGrid.razor.js", "create");
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_tree, Model.Tree))
        {
            _tree = Model.Tree;
            _leaves.Clear();
            if (_selected.Any(code => _tree.IndexOf(code) < 0))
            {
                _selected = _selected.Except(_selected.Where(code => _tree.IndexOf(code) < 0).ToList());
                _ = OnSelected.InvokeAsync(_selected);
            }
        }

        _facts = CapabilityFacts.Of(Model, _facts);
        if (_edit is { Name.IsDirty: true } edit)
        {
            // The session compares with the new model only after typing began; until then it keeps the name that the user saw in the box.
            edit.Name.Arrived();
        }

        Layout();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (View.Row is { } row && row != _followed)
        {
            _followed = row;
            await ShowAsync(row);
        }
    }

    private async Task AttachAsync()
    {
        _self = DotNetObjectReference.Create(this);
        if (await _script.AttachAsync(_grid, _box, _self))
        {
            StateHasChanged();
            await ShowAsync(View.Row);
            if (_edit is null)
            {
                await RestoreAsync();
            }
            else
            {
                // A button opened the box before the script was attached, so the script gives it the focus now.
                await _script.CallAsync("edit", Now);
            }
        }
    }

    /// <summary>Makes a capability the active one and brings it on screen.</summary>
    public async Task ShowAsync(string? code)
    {
        if (code is not null && Model.Tree.IndexOf(code) >= 0)
        {
            (_activeCode, _anchor) = (code, code);
            await RevealAsync(code);
            Layout();
            await _script.CallAsync("show", _active);
            StateHasChanged();
        }
    }

    /// <summary>Clears the selection for bulk work.</summary>
    public Task ClearSelectionAsync() => SelectAsync(_selected.Clear());

    /// <summary>Gives the focus back to the tree.</summary>
    public ValueTask FocusAsync() => _grid.FocusAsync(preventScroll: true);

    // Works out the rows and the index of the active one. When the active capability was removed, the row in its place becomes active.
    private void Layout()
    {
        _rows = TreeRows.Of(Model.Tree, View, _edit?.Row);
        _editLevel =
            _edit is { IsNew: true } ? _edit.Row!.LevelIn(Model.Tree)
            : _edit?.Code is { } code && Model.Tree.IndexOf(code) is var node and >= 0 ? Model.Tree.LevelOf(node)
            : 1;
        var index = _activeCode is null ? -1 : IndexOf(_activeCode);
        if (index < 0 && _rows.Count > 0)
        {
            index = Math.Clamp(_active, 0, _rows.Count - 1);
            index = _rows[index].Node == TreeRow.New ? Math.Max(0, index - 1) : index;
        }

        _active = index;
        _activeCode = CodeAt(index);
    }

    private int IndexOf(string code) => Model.Tree.IndexOf(code) is var node and >= 0 ? _rows.FindIndex(row => row.Node == node) : -1;

    private string? CodeAt(int index) => index >= 0 && index < _rows.Count && _rows[index].Node is var node and >= 0 ? Model.Tree[node].Code : null;

    private string RowClass(TreeRow row, Capability capability) => string.Join(' ', new[]
    {
        row.Index == _active ? "active" : null,
        _selected.Contains(capability.Code) ? "selected" : null,
        View.Row == capability.Code ? "shown" : null,
        View.Text.Length > 0 && !View.Rows.Matches(capability) ? "context" : null,
        row.Level == 1 ? "top" : null,
    }.OfType<string>());

    private string? TeamName(Capability capability) => capability.OwnerTeam is { } team ? Model.Table<Team>().Find(team)?.Name ?? team : null;

    private string LeavesBelow(int node)
    {
        var code = Model.Tree[node].Code;
        if (!_leaves.TryGetValue(code, out var count))
        {
            _leaves[code] = count = Enumerable.Range(node, Model.Tree.EndOf(node) - node).Count(Model.Tree.IsLeaf);
        }

        return count == 1 ? "1 leaf" : $"{count} leaves";
    }

    private async Task PickAsync(string code, MouseEventArgs click)
    {
        var (from, to) = (_anchor is null ? -1 : IndexOf(_anchor), IndexOf(code));
        (_activeCode, _active) = (code, to);
        if (click.ShiftKey && from >= 0)
        {
            await SelectAsync(Between(from, to));
        }
        else if (click.CtrlKey || click.MetaKey)
        {
            _anchor = code;
            await SelectAsync(Flipped(_selected, code));
        }
        else
        {
            (_anchor, _followed) = (code, code);
            await SelectAsync(_selected.Clear());
            await OnView.InvokeAsync(View with { Row = code });
        }
    }

    private ImmutableHashSet<string> Between(int from, int to) =>
        [.. Enumerable.Range(Math.Min(from, to), Math.Abs(to - from) + 1).Select(CodeAt).OfType<string>()];

    private async Task SelectAsync(ImmutableHashSet<string> selected)
    {
        if (!ReferenceEquals(selected, _selected))
        {
            _selected = selected;
            await OnSelected.InvokeAsync(_selected);
        }
    }

    private Task ToggleAsync(string code) => OnView.InvokeAsync(Toggled(View, code));

    private static CapabilitiesView Toggled(CapabilitiesView view, string code) =>
        view with { Toggled = view.Toggled.Remove(code) is var without && ReferenceEquals(without, view.Toggled) ? view.Toggled.Add(code) : without };

    private static ImmutableHashSet<string> Flipped(ImmutableHashSet<string> codes, string code) =>
        codes.Remove(code) is var without && ReferenceEquals(without, codes) ? codes.Add(code) : without;

    private static RowFilter Unfiltered(CapabilitiesView view) => view.Rows with { Text = "" };

    // Opens the branches above a capability, and clears the filter when it hides the capability.
    private async Task RevealAsync(string code)
    {
        var (tree, view) = (Model.Tree, View);
        if (view.Text.Length > 0 && IndexOf(code) < 0)
        {
            view = view with { Text = "" };
        }

        var level = view.Level ?? TreeRows.DefaultLevel(tree);
        foreach (var above in tree.PathUp(tree.IndexOf(code)).Skip(1).Where(above => !Unfiltered(view).IsExpanded(tree, above, level)))
        {
            view = Toggled(view, tree[above].Code);
        }

        if (!ReferenceEquals(view, View))
        {
            await OnView.InvokeAsync(view);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _keeper.DisposeAsync();
        await _script.DisposeAsync();
        _self?.Dispose();
    }
}
