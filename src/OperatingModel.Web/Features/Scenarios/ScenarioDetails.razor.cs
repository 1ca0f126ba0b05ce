using Microsoft.AspNetCore.Components;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Scenarios;

/// <summary>Compares a scenario with the model or with another scenario; see the page part.</summary>
public sealed partial class ScenarioDetails
{
    private const int MostShown = 300;
    private const int MostLeft = 5;

    private readonly HashSet<RowKey> _chosen = [];
    private HashSet<RowKey> _own = [];
    private HashSet<RowKey> _known = [];
    private ScenarioComparison? _comparison;
    private IReadOnlyList<MergeConflict> _left = [];
    private (ModelSnapshot, string)? _compared;
    private string _with = "";
    private int _mostShown = MostShown;
    private long _leftAt;
    private ModelSnapshot[] _sides = [];

    // Choices that the comparison does not show: a conflict keeps them waiting, or the base has the same value by now.
    private List<ScenarioChange> _unseen = [];

    /// <summary>The model itself, without a scenario.</summary>
    [Parameter, EditorRequired]
    public ModelSnapshot Whole { get; set; } = default!;

    [Parameter, EditorRequired]
    public ScenarioBranch Branch { get; set; } = default!;

    /// <summary>The other side: null for the scenario's base, empty for the model itself, else the code of another scenario.</summary>
    [Parameter]
    public string? With { get; set; }

    [Parameter]
    public ModelAddress Address { get; set; }

    /// <summary>Raised with the other side that the user chose, written like <see cref="With"/>.</summary>
    [Parameter]
    public EventCallback<string?> OnWith { get; set; }

    private Scenario Scenario => Branch.Scenario;

    /// <summary>The code of the scenario's base; empty when the base is the model itself.</summary>
    private string Base => Branch.Baseline is { IsCurrent: false } baseline ? baseline.Scenario.Code : "";

    private string BaseName => Branch.Baseline is { IsCurrent: false } baseline ? baseline.Scenario.Name : "the model";

    private bool IsOwn => _with == Base;

    private string WithName => _with.Length == 0 ? "The model" : Whole.Table<Scenario>().Find(_with)?.Name ?? _with;

    private IEnumerable<Scenario> Others => Whole.Table<Scenario>()
        .Where(other => other.Kind != ScenarioKind.Current && other.Code != Scenario.Code && other.Code != Base);

    private IEnumerable<ScenarioChange> Unseen => IsOwn ? _unseen.Where(choice => _own.Contains(choice.Key)) : [];

    private string Chosen => Numbers.Count(_chosen.Count, "choice", "choices");

    protected override async Task OnParametersSetAsync()
    {
        _with = With is { } code && (code.Length == 0 || Whole.Branch(code) is not null) ? code : Base;
        _own = [.. Branch.Own.Select(change => change.Key)];

        // A new choice is selected while all others are, because most users merge all; a user who selected some has not seen it yet.
        var isAll = _known.IsSubsetOf(_chosen);
        _chosen.IntersectWith(_own);
        _chosen.UnionWith(isAll ? _own.Except(_known) : []);
        _known = _own;
        if (Whole.Revision > _leftAt)
        {
            _left = [];
        }

        if (_compared != (Whole, _with))
        {
            _compared = (Whole, _with);
            var (whole, with, shown) = (Whole, _with, Scenario);
            var comparison = await Task.Run(() => ScenarioComparison.Of(
                ComparedModel.Of(whole, with.Length == 0 ? null : with)!,
                ComparedModel.Of(whole, shown.Code)!));
            if (_compared == (whole, with))
            {
                _comparison = comparison;
                var seen = comparison.Rows.Select(row => ScenarioChange.KeyOf(shown.Code, row.Table, row.Key)).ToHashSet();
                _unseen = [.. Branch.Own.Where(choice => !seen.Contains(choice.Key))];
                _sides = [Branch.Model, with.Length == 0 ? whole : whole.Branch(with)!.Model];
            }
        }
    }

    private static string NameOf(RowChange change) => FieldWords.Sentence(FieldWords.RowOf((change.After ?? change.Before)!));

    // The only row of a list, such as the heading, needs no code.
    private static string CodeOf(RowChange change) => change.Key.Text == change.Table.Name ? "" : change.Key.ToString();

    private static string RowWords(MergeConflict conflict) => FieldWords.RowOf((conflict.Mine ?? conflict.Theirs ?? conflict.Base)!);

    // Whether the row has a conflict that somebody must settle.
    private bool IsContested(RowChange change) =>
        Branch.Conflicts.Any(conflict => conflict.Table == change.Table && conflict.Key == change.Key);

    private void ChooseAll(bool isChosen)
    {
        _chosen.Clear();
        _chosen.UnionWith(isChosen ? _own : []);
    }

    private void Choose(RowKey key, bool isChosen)
    {
        if (isChosen)
        {
            _chosen.Add(key);
        }
        else
        {
            _chosen.Remove(key);
        }
    }

    private async Task MergeAsync()
    {
        RowKey[] chosen = [.. _chosen];

        // The list is worked out on what this user may read; the writer decides on the whole model.
        var left = ScenarioEdits.Merge(Whole, Scenario.Code, chosen).Left;
        var outcome = await Editor.WriteAsync(
            $"{Chosen} of scenario {Scenario.Name} merged into {BaseName}",
            model => ScenarioEdits.Merge(model, Scenario.Code, chosen).Changes,
            inModel: true);

        // The page reports the choices that stay in the scenario until the model changes again.
        (_left, _leftAt) = (outcome.IsDone ? left : [], outcome.Result?.Model.Revision ?? 0);
    }

    private async Task TakeBackAsync()
    {
        RowKey[] chosen = [.. _chosen];
        _left = [];
        await Editor.WriteAsync(
            $"{Chosen} of scenario {Scenario.Name} taken back", model => ScenarioEdits.TakeBack(model, chosen), inModel: true);
    }

    private async Task SettleAsync(MergeConflict conflict, MergeSide side)
    {
        _left = [];
        await Editor.WriteAsync(
            $"Conflict of scenario {Scenario.Name} over {RowWords(conflict)} settled",
            model => ScenarioEdits.Settle(model, Scenario.Code, conflict, side),
            inModel: true);
    }
}
