using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>Weights resolved for the axes of one cube.</summary>
internal sealed class HeatShares
{
    private readonly HeatAxes _axes;
    private readonly double _supporting;
    private readonly double _minor;

    public HeatShares(HeatAxes axes, HeatWeights weights)
    {
        _axes = axes;
        (_supporting, _minor) = (weights.Supporting / weights.Critical, weights.Minor / weights.Critical);
        Stage = StageShares(axes, weights);
        Unit = Weights.SharesOrZero([.. axes.Units.Select(unit => weights.UnitWeights.GetValueOrDefault(unit.Code))]);
    }

    /// <summary>v_s: share of each stage, over all chains.</summary>
    public double[] Stage { get; }

    /// <summary>u_b: share of each unit in scope.</summary>
    public double[] Unit { get; }

    /// <summary>k_sc of a link: 1 when critical (F2).</summary>
    public double Contribution(int link) => _axes.LinkStrength[link] switch
    {
        LinkStrength.Critical => 1,
        LinkStrength.Supporting => _supporting,
        _ => _minor,
    };

    /// <summary>Mass of a link as part of its stage, without the shares of stage and unit.</summary>
    public double InStage(int link) => _axes.Sizes[_axes.LinkLeaf[link]] * Contribution(link);

    /// <summary>Mass of a link, without the share of the unit.</summary>
    public double Of(int link) => InStage(link) * Stage[_axes.LinkStage[link]];

    public bool HasSameContributionsAs(HeatShares other) => (_supporting, _minor) == (other._supporting, other._minor);

    public bool HasSameUnitsAs(HeatShares other) => Unit.AsSpan().SequenceEqual(other.Unit);

    public bool HasSameStagesAs(HeatShares other) => Stage.AsSpan().SequenceEqual(other.Stage);

    // A chain without a weighted stage has nothing to carry its share: it does not take part.
    private static double[] StageShares(HeatAxes axes, HeatWeights weights)
    {
        double[] points = [.. axes.Stages.Select(stage => Usable(weights.StagePoints.GetValueOrDefault(stage.Code)))];
        var totals = new double[axes.Chains.Length];
        for (var stage = 0; stage < points.Length; stage++)
        {
            totals[axes.StageChain[stage]] += points[stage];
        }

        var chains = Weights.SharesOrZero([
            .. axes.Chains.Select((code, chain) => totals[chain] > 0 ? weights.ChainWeights.GetValueOrDefault(code) : 0),
        ]);
        for (var stage = 0; stage < points.Length; stage++)
        {
            var chain = axes.StageChain[stage];
            points[stage] = totals[chain] > 0 ? chains[chain] * (points[stage] / totals[chain]) : 0;
        }

        return points;
    }

    private static double Usable(double weight) => weight > 0 && double.IsFinite(weight) ? weight : 0;
}
