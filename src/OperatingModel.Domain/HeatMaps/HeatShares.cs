namespace OperatingModel.Domain.HeatMaps;

/// <summary>Weights resolved for the axes of one cube: normalised shares and the weight of every link.</summary>
internal sealed class HeatShares
{
    public HeatShares(HeatAxes axes, HeatWeights weights)
    {
        Stage = StageShares(axes, weights);
        Unit = Weights.SharesOrZero([.. axes.Units.Select(unit => weights.UnitWeights.GetValueOrDefault(unit.Code))]);
        Contribution = new double[axes.LinkStage.Length];
        LeafLink = new double[axes.LinkStage.Length];
        StageLink = new double[axes.LinkStage.Length];
        for (var link = 0; link < LeafLink.Length; link++)
        {
            Contribution[link] = weights.Contribution(axes.LinkStrength[link]);
            LeafLink[link] = axes.Sizes[axes.LinkLeaf[link]] * Contribution[link] * Stage[axes.LinkStage[link]];
        }

        for (var place = 0; place < StageLink.Length; place++)
        {
            var link = axes.StageLinks[place];
            StageLink[place] = axes.Sizes[axes.LinkLeaf[link]] * Contribution[link];
        }
    }

    /// <summary>v_s: share of each stage, over all chains.</summary>
    public double[] Stage { get; }

    /// <summary>u_b: share of each unit in scope.</summary>
    public double[] Unit { get; }

    /// <summary>k_sc of each link.</summary>
    public double[] Contribution { get; }

    /// <summary>Size weight times k_sc times v_s, by link.</summary>
    public double[] LeafLink { get; }

    /// <summary>Size weight times k_sc, by place in <see cref="HeatAxes.StageLinks"/>; the share of the stage is left out.</summary>
    public double[] StageLink { get; }

    // A chain without a weighted stage has nothing to carry its share: it does not take part.
    private static double[] StageShares(HeatAxes axes, HeatWeights weights)
    {
        var shares = new double[axes.Stages.Length];
        var chains = Enumerable.Range(0, shares.Length)
            .GroupBy(stage => axes.Stages[stage].Chain, StringComparer.Ordinal)
            .Select(chain => (
                Weight: weights.ChainWeights.GetValueOrDefault(chain.Key),
                Stages: chain.ToArray(),
                Shares: Weights.SharesOrZero([.. chain.Select(stage => weights.StagePoints.GetValueOrDefault(axes.Stages[stage].Code))])))
            .Where(chain => chain.Shares.Any(share => share > 0))
            .ToArray();
        var chainShares = Weights.SharesOrZero([.. chains.Select(chain => chain.Weight)]);
        for (var chain = 0; chain < chains.Length; chain++)
        {
            for (var i = 0; i < chains[chain].Stages.Length; i++)
            {
                shares[chains[chain].Stages[i]] = chainShares[chain] * chains[chain].Shares[i];
            }
        }

        return shares;
    }
}
