using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps.Cube;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>
/// The heat map of a model at one revision: leaf capability × stage × business unit, with every roll-up, priority and rank kept
/// in flat arrays. Immutable and shared by everybody; an edit yields the next cube, which shares all the edit did not touch and
/// equals, to the last bit, the cube built from scratch.
/// </summary>
/// <remarks>
/// Capabilities are addressed by their node in <see cref="Tree"/>, stages and units by their place in <see cref="Stages"/> and
/// <see cref="Units"/>; <see cref="All"/> leaves a dimension open.
/// </remarks>
public sealed partial class HeatCube
{
    /// <summary>In place of a node, stage or unit: all of them.</summary>
    public const int All = -1;

    /// <summary>More assessments than this at once are an import: adding up everything again is then as fast.</summary>
    private const int SmallEdit = 100;

    /// <summary>The lists that say which cells there are.</summary>
    private static readonly HashSet<ModelTable> ShapeLists =
    [
        ModelTables.Of<ValueChain>(),
        ModelTables.Of<Stage>(),
        ModelTables.Of<BusinessUnit>(),
        ModelTables.Of<Capability>(),
        ModelTables.Of<StageLink>(),
        ModelTables.Of<NotApplicable>(),
    ];

    /// <summary>All lists the map depends on.</summary>
    private static readonly HashSet<ModelTable> Lists =
        [.. ShapeLists, ModelTables.Of<ModelMeta>(), ModelTables.Of<ModelSettings>(), ModelTables.Of<Assessment>()];

    private readonly uint _staleLimit;
    private readonly HeatLayer _layer;
    private readonly HeatRanking _ranking;
    private readonly Lazy<HeatLayer> _means;
    private readonly Lazy<PriorityList> _priorities;

    private HeatCube(ModelSnapshot model, HeatWeights weights, uint staleLimit, HeatLayer layer, HeatRanking ranking)
    {
        (Model, Weights, _staleLimit, _layer, _ranking) = (model, weights, staleLimit, layer, ranking);
        _means = new Lazy<HeatLayer>(() => HeatLayer.Of(layer.Axes, layer.Shares, leaf => layer.Leaves[leaf].Scores, ScoreTable.OfScores()));
        _priorities = new Lazy<PriorityList>(() => PriorityList.Of(this, All));
    }

    /// <summary>The weights of the cells: the model's own weights, or those of a what-if.</summary>
    public HeatWeights Weights { get; }

    public CapabilityTree Tree => _layer.Axes.Tree;

    /// <summary>In the order of their chains, then their own.</summary>
    public IReadOnlyList<Stage> Stages => _layer.Axes.Stages;

    /// <summary>Units in scope (weight above 0), in the order of their list.</summary>
    public IReadOnlyList<BusinessUnit> Units => _layer.Axes.Units;

    /// <summary>Nodes of the leaves that have links, in screen order. Other leaves have no figures.</summary>
    public IReadOnlyList<int> Leaves => _layer.Axes.Nodes;

    public ModelSnapshot Model { get; }

    internal HeatAxes Axes => _layer.Axes;

    internal HeatLayer Layer => _layer;

    internal HeatRanking Ranking => _ranking;

    /// <summary>The cube of a model with its own weights.</summary>
    public static HeatCube Of(ModelSnapshot model) => Of(model, HeatWeights.Of(model));

    public static HeatCube Of(ModelSnapshot model, HeatWeights weights) => Of(model, weights, HeatAxes.Of(model, weights), StaleLimitOf(model));

    /// <summary>
    /// Whether the next cube costs only microseconds, because only a few assessments changed, and lists on which the map does not depend.
    /// </summary>
    public static bool IsSmallEdit(IReadOnlyCollection<RowChange> changes) => changes.Count <= SmallEdit
        && changes.All(change => change.Table == ModelTables.Of<Assessment>() || !Lists.Contains(change.Table));

    /// <summary>The cube of the next model.</summary>
    /// <param name="next">This cube's model after the changes.</param>
    public HeatCube With(ModelSnapshot next, IReadOnlyCollection<RowChange> changes) =>
        !changes.Any(change => Lists.Contains(change.Table)) ? this
        : IsSmallEdit(changes) ? Edited(next, changes)
        : For(next);

    /// <summary>The cube of another state of the same model; reuses every part that still holds.</summary>
    public HeatCube For(ModelSnapshot next)
    {
        var weights = HeatWeights.Of(next);
        var axes = AxesFor(next, weights);
        var staleLimit = StaleLimitOf(next);
        if (!ReferenceEquals(next.Assessments, Model.Assessments) || !axes.SameCellsAs(Axes))
        {
            return Of(next, weights, axes, staleLimit);
        }

        if (_layer.Leaves.Any(leaf => leaf.Scores.AgesBetween(_staleLimit, staleLimit)))
        {
            return Of(
                next,
                weights,
                HeatLayer.Of(
                    axes,
                    new HeatShares(axes, weights),
                    leaf => _layer.Leaves[leaf].Scores.Aged(axes.Stride, staleLimit),
                    TableOf(next, weights)),
                staleLimit);
        }

        return Weights.Equals(weights) && Same(Lists, next)
            ? new HeatCube(next, weights, staleLimit, _layer, _ranking)
            : WithSameScores(next, weights, axes, staleLimit);
    }

    /// <summary>A what-if: the same judgements under other weights.</summary>
    public HeatCube Reweighted(HeatWeights weights)
    {
        var axes = AxesFor(Model, weights);
        return axes.SameCellsAs(Axes) ? WithSameScores(Model, weights, axes, _staleLimit) : Of(Model, weights, axes, _staleLimit);
    }

    private HeatCube WithSameScores(ModelSnapshot model, HeatWeights weights, HeatAxes axes, uint staleLimit)
    {
        var shares = new HeatShares(axes, weights);
        var table = TableOf(model, weights);
        var layer = ReferenceEquals(axes, Axes) && table.AsSpan().SequenceEqual(_layer.Table)
            ? _layer.Reweighted(shares)
            : HeatLayer.Of(axes, shares, leaf => _layer.Leaves[leaf].Scores, table);
        return Of(model, weights, layer, staleLimit);
    }

    private bool Same(IEnumerable<ModelTable> lists, ModelSnapshot next) => lists.All(list => ReferenceEquals(next.Table(list), Model.Table(list)));

    private HeatAxes AxesFor(ModelSnapshot model, HeatWeights weights) =>
        Same(ShapeLists, model) && Axes.HasScopeOf(model, weights) ? Axes : HeatAxes.Of(model, weights);

    private static HeatCube Of(ModelSnapshot model, HeatWeights weights, HeatAxes axes, uint staleLimit)
    {
        var judgements = HeatScores.Of(axes, model.Assessments);
        return Of(
            model,
            weights,
            HeatLayer.Of(
                axes,
                new HeatShares(axes, weights),
                leaf => LeafScores.Of(judgements[leaf], axes.Stride, staleLimit),
                TableOf(model, weights)),
            staleLimit);
    }

    private static HeatCube Of(ModelSnapshot model, HeatWeights weights, HeatLayer layer, uint staleLimit) =>
        new(model, weights, staleLimit, layer, HeatRanking.Of(layer));

    private static double[] TableOf(ModelSnapshot model, HeatWeights weights) => ScoreTable.OfHeat(weights, model.Settings);

    private static uint StaleLimitOf(ModelSnapshot model) => LeafScores.StaleLimit(Ageing.Of(model.AsOf, model.Settings.StaleAfterMonths));

    private HeatCube Edited(ModelSnapshot next, IEnumerable<RowChange> changes)
    {
        var axes = _layer.Axes;
        HeatLayer? layer = null;
        HashSet<int> leaves = [];
        List<int> links = [];
        foreach (var change in changes)
        {
            if ((change.After ?? change.Before) is not Assessment assessment || HeatScores.PlaceOf(axes, assessment) is not { Leaf: >= 0 } place
                || _layer.Leaves[place.Leaf].Scores.Judgements[place.Unit] == LeafScores.NotApplicable)
            {
                continue;
            }

            links.Clear();
            layer ??= _layer.Copy();
            var judgement = HeatScores.ValueOf(change.After as Assessment);
            var scores = layer.Leaves[place.Leaf].Scores.With(place.Row, place.Unit, judgement, axes.Stride, _staleLimit, links);
            layer.Change(_layer, place.Leaf, scores, place.Unit / CellAdder.Block * CellAdder.Block, links);
            leaves.Add(place.Leaf);
        }

        return layer is null
            ? new HeatCube(next, Weights, _staleLimit, _layer, _ranking)
            : new HeatCube(next, Weights, _staleLimit, layer, _ranking.With(_layer, layer, leaves));
    }
}
