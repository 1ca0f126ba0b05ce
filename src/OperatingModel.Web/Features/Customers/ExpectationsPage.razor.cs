using Microsoft.AspNetCore.Components;
using OperatingModel.Domain;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Customers;

/// <summary>What customers want at which touchpoint, how much it matters to them and how well it is met.</summary>
public sealed partial class ExpectationsPage : ModelPage
{
    private ExpectationsView _view = new();
    private IReadOnlyList<ExpectationPicture> _rows = [];
    private IReadOnlyList<Stage> _stages = [];
    private AskFirst? _ask;
    private ExpectationTable? _table;
    private bool _isSorted = true;
    private ElementReference _opener;
    private ExpectationsStart? _start;
    private bool _returns;

    private string? NameOf<TRow>(string? code) where TRow : ModelRow => code is null ? null : ModelInput.NameOf<TRow>(Snapshot, code);

    private bool IsEmpty => Snapshot.Table<Expectation>().Count == 0 && !_view.IsAdding;

    protected override Task ShowAsync(IReadOnlyList<RowChange>? changes)
    {
        var earlier = _view;
        _view = ExpectationsView.Parse(Query);
        _stages =
        [
            .. Snapshot
                .Table<Touchpoint>()
                .Select(touchpoint => Snapshot.Stages.Find(touchpoint.Stage))
                .OfType<Stage>()
                .Distinct()
                .OrderBy(stage => stage.Chain, StringComparer.Ordinal)
                .ThenBy(stage => stage.Order),
        ];
        var sorted = ExpectationPicture.Of(Snapshot, _view);

        // Rows keep their places while somebody rates them one after the other; new rows come first.
        var places = _view.HasSameRowsAs(earlier)
            ? _rows.Select((row, place) => (row.Code, place)).ToDictionary(row => row.Code, row => row.place)
            : [];
        _rows = [.. sorted.OrderBy(row => places.GetValueOrDefault(row.Code, -1))];
        _isSorted = _rows.SequenceEqual(sorted);
        return Task.CompletedTask;
    }

    // Gives the focus back to the button that opened the form.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_returns && IsOpen && !_view.IsAdding)
        {
            _returns = false;
            await (!IsEmpty ? _opener.FocusAsync() : _start?.FocusAsync() ?? ValueTask.CompletedTask);
        }
    }

    private void Sort()
    {
        (_rows, _isSorted) = (ExpectationPicture.Of(Snapshot, _view), true);
        _table?.SortAgain();
    }

    private void Go(ExpectationsView view) => Go(view.ToQuery());

    private void Select(string? code) => Go(_view with { Selected = code });

    private static string? Chosen(string code) => code.Length > 0 ? code : null;

    private void Add(bool isAdding) => Go(_view with { IsAdding = isAdding, Touchpoint = null, NewSegment = null });

    private void CloseNew()
    {
        _returns = true;
        Add(false);
    }

    private async Task StartAsync() => Add(
        Snapshot.Table<Segment>().Count > 0
        || (await Editor.WriteAsync(
            "Segment All customers added",
            model => CustomerEdits.AddSegment(model, "All customers"))).IsDone);

    private async Task RemoveAsync(Expectation expectation)
    {
        var impact = Impact.Of(RowEdits.Remove(Snapshot, expectation)).SentenceFor(expectation);
        if (await _ask!.AskAsync("Remove the expectation?", $"“{expectation.Statement}” {impact} It can be undone.", "Remove")
            && (await Editor.WriteAsync($"Expectation “{expectation.Statement}” removed", model => RowEdits.Remove(model, expectation))).IsDone)
        {
            Select(null);
        }
    }

    private async Task RemoveSegmentAsync(Segment segment)
    {
        if (await _ask!.AskAsync(
                $"Remove the segment {segment.Name}?",
                $"{Impact.Of(RowEdits.Remove(Snapshot, segment)).SentenceFor(segment)} It can be undone.",
                "Remove"))
        {
            await Editor.WriteAsync($"Segment {segment.Name} removed", model => RowEdits.Remove(model, segment));
        }
    }
}
