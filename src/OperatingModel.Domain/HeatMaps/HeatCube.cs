using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
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

    private static readonly HashSet<ModelTable> Lists =
    [
        ModelTables.Of<ModelMeta>(),
        ModelTables.Of<ModelSettings>(),
        ModelTables.Of<ValueChain>(),
        ModelTables.Of<Stage>(),
        ModelTables.Of<BusinessUnit>(),
        ModelTables.Of<Capability>(),
        ModelTables.Of<StageLink>(),
        ModelTables.Of<NotApplicable>(),
        ModelTables.Of<Assessment>(),
    ];

    private readonly uint _staleLimit;
    private readonly HeatLayer _layer;
    private readonly HeatRanking _ranking;
    private readonly Lazy<HeatLayer> _means;
    private readonly Lazy<PriorityList> _priorities;

    private HeatCube(ModelSnapshot model, HeatWeights weights, uint staleLimit, HeatLayer layer, HeatRanking ranking)
    {
        (Model, Weights, _staleLimit, _layer, _ranking) = (model, weights, staleLimit, layer, ranking);
        _means = new Lazy<HeatLayer>(() => HeatLayer.Of(layer.Axes, layer.Shares, layer.Scores, ScoreTable.OfScores()));
        _priorities = new Lazy<PriorityList>(() => PriorityList.Of(this, All));
    }

    /// <summary>What weighs the cells: the model's own weights, or those of a what-if.</summary>
    public HeatWeights Weights { get; }

    public CapabilityTree Tree => _layer.Axes.Tree;

    /// <summary>In the order of their chains, then their own.</summary>
    public IReadOnlyList<Stage> Stages => _layer.Axes.Stages;

    /// <summary>Units in scope (weight above 0), in the order of their list.</summary>
    public IReadOnlyList<BusinessUnit> Units => _layer.Axes.Units;

    /// <summary>Nodes of the leaves that have links, in screen order. Other leaves have no figures.</summary>
    public IReadOnlyList<int> Leaves => _layer.Axes.Nodes;

    internal ModelSnapshot Model { get; }

    internal HeatAxes Axes => _layer.Axes;

    internal HeatLayer Layer => _layer;

    internal HeatRanking Ranking => _ranking;

    /// <summary>The cube of a model with its own weights.</summary>
    public static HeatCube Of(ModelSnapshot model) => Of(model, HeatWeights.Of(model));

    public static HeatCube Of(ModelSnapshot model, HeatWeights weights)
    {
        var axes = HeatAxes.Of(model, weights);
        var staleLimit = StaleLimitOf(model);
        return Of(model, weights, axes, HeatScores.Of(axes, model.Assessments, staleLimit), staleLimit);
    }

    /// <summary>Whether the next cube costs microseconds: only a few assessments changed, and what the map does not depend on.</summary>
    public static bool IsSmallEdit(IReadOnlyCollection<RowChange> changes) => changes.Count <= SmallEdit
        && changes.All(change => change.Table == ModelTables.Of<Assessment>() || !Lists.Contains(change.Table));

    /// <summary>The cube of the next model.</summary>
    /// <param name="next">This cube's model after the changes.</param>
    public HeatCube With(ModelSnapshot next, IReadOnlyCollection<RowChange> changes) =>
        !changes.Any(change => Lists.Contains(change.Table)) ? this
        : IsSmallEdit(changes) ? Edited(next, changes)
        : For(next);

    /// <summary>The cube of another state of the same model, reusing the scores where the cells are the same.</summary>
    public HeatCube For(ModelSnapshot next)
    {
        var weights = HeatWeights.Of(next);
        var axes = HeatAxes.Of(next, weights);
        var staleLimit = StaleLimitOf(next);
        var reusable = ReferenceEquals(next.Assessments, Model.Assessments) && axes.SameCellsAs(_layer.Axes);
        var scores = !reusable ? HeatScores.Of(axes, next.Assessments, staleLimit)
            : staleLimit == _staleLimit ? _layer.Scores
            : HeatScores.Aged(axes, _layer.Scores, staleLimit);
        return ReferenceEquals(scores, _layer.Scores) && Weights.Equals(weights) && Lists.All(list => ReferenceEquals(next.Table(list), Model.Table(list)))
            ? new HeatCube(next, weights, staleLimit, _layer, _ranking)
            : Of(next, weights, axes, scores, staleLimit);
    }

    /// <summary>A what-if: the same judgements under other weights.</summary>
    public HeatCube Reweighted(HeatWeights weights)
    {
        var axes = HeatAxes.Of(Model, weights);
        return axes.SameCellsAs(_layer.Axes) ? Of(Model, weights, _layer.Axes, _layer.Scores, _staleLimit) : Of(Model, weights);
    }

    private static HeatCube Of(ModelSnapshot model, HeatWeights weights, HeatAxes axes, LeafScores[] scores, uint staleLimit)
    {
        var layer = HeatLayer.Of(axes, new HeatShares(axes, weights), scores, ScoreTable.OfHeat(weights, model.Settings));
        return new HeatCube(model, weights, staleLimit, layer, HeatRanking.Of(layer));
    }

    private static uint StaleLimitOf(ModelSnapshot model) => LeafScores.StaleLimit(Ageing.Of(model.AsOf, model.Settings.StaleAfterMonths));

    private HeatCube Edited(ModelSnapshot next, IEnumerable<RowChange> changes)
    {
        var axes = _layer.Axes;
        HeatLayer? layer = null;
        LeafScores[]? scores = null;
        HashSet<int> leaves = [];
        List<int> links = [];
        foreach (var change in changes)
        {
            if ((change.After ?? change.Before) is not Assessment assessment || HeatScores.PlaceOf(axes, assessment) is not { Leaf: >= 0 } place
                || _layer.Scores[place.Leaf].Judgements[place.Unit] == LeafScores.NotApplicable)
            {
                continue;
            }

            scores ??= [.. _layer.Scores];
            layer ??= _layer.Copy(scores);
            links.Clear();
            scores[place.Leaf] = scores[place.Leaf].With(place.Row, place.Unit, HeatScores.ValueOf(change.After as Assessment), axes.Stride, _staleLimit, links);
            if (links.Count > 0)
            {
                layer.Recompute(_layer, place.Leaf, place.Unit / CellAdder.Block * CellAdder.Block, links);
                leaves.Add(place.Leaf);
            }
        }

        return new HeatCube(next, Weights, _staleLimit, layer ?? _layer, layer is null ? _ranking : _ranking.With(layer, leaves));
    }
}
