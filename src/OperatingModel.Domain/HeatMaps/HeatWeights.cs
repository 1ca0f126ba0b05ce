using System.Collections.Immutable;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>
/// Everything that weighs cells against each other, before normalisation. Taken from the model, then bent for a what-if:
/// <c>cube.Reweighted(cube.Weights.WithStagePoints("PREP", 20))</c>.
/// </summary>
public sealed record HeatWeights
{
    /// <summary>By value chain, 0 or more; only ratios count.</summary>
    public required ImmutableDictionary<string, double> ChainWeights { get; init; }

    /// <summary>Points by stage, 0..100; shares are taken inside each chain.</summary>
    public required ImmutableDictionary<string, double> StagePoints { get; init; }

    /// <summary>By business unit, 0 or more; only ratios count, and a unit of weight 0 is out of scope.</summary>
    public required ImmutableDictionary<string, double> UnitWeights { get; init; }

    /// <summary>Exponent of importance, 0.25..4; 1 is linear (F3).</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>Exponent of the gap, 0.25..4; 1 is linear (F3).</summary>
    public double Gamma { get; init; } = 1;

    /// <summary>Points of a minor link; only the ratio to <see cref="Critical"/> counts (F2).</summary>
    public double Minor { get; init; } = (double)LinkStrength.Minor;

    /// <summary>Points of a supporting link, 0 or more; only the ratio to <see cref="Critical"/> counts (F2).</summary>
    public double Supporting { get; init; } = (double)LinkStrength.Supporting;

    /// <summary>Points of a critical link, above 0: the whole of which the others are a part (F2).</summary>
    public double Critical { get; init; } = (double)LinkStrength.Critical;

    public static HeatWeights Of(ModelSnapshot model)
    {
        var settings = model.Settings;
        return new HeatWeights
        {
            ChainWeights = model.ValueChains.ToImmutableDictionary(chain => chain.Code, chain => chain.Weight, StringComparer.Ordinal),
            StagePoints = model.Stages.ToImmutableDictionary(stage => stage.Code, stage => stage.ValueWeight, StringComparer.Ordinal),
            UnitWeights = UnitWeightsOn(model, settings.BusinessUnitWeightBasis),
            Alpha = settings.Alpha,
            Gamma = settings.Gamma,
            Minor = settings.ContributionMinor,
            Supporting = settings.ContributionSupporting,
            Critical = settings.ContributionCritical,
        };
    }

    public HeatWeights WithStagePoints(string stage, double points) => this with { StagePoints = StagePoints.SetItem(stage, points) };

    public HeatWeights WithUnitWeight(string unit, double weight) => this with { UnitWeights = UnitWeights.SetItem(unit, weight) };

    public HeatWeights WithUnitBasis(ModelSnapshot model, WeightBasis basis) => this with { UnitWeights = UnitWeightsOn(model, basis) };

    public bool Equals(HeatWeights? other) => other is not null
        && (Alpha, Gamma, Minor, Supporting, Critical) == (other.Alpha, other.Gamma, other.Minor, other.Supporting, other.Critical)
        && Same(ChainWeights, other.ChainWeights) && Same(StagePoints, other.StagePoints) && Same(UnitWeights, other.UnitWeights);

    public override int GetHashCode() => HashCode.Combine(Alpha, Gamma, Minor, Supporting, Critical, StagePoints.Count, UnitWeights.Count);

    private static ImmutableDictionary<string, double> UnitWeightsOn(ModelSnapshot model, WeightBasis basis) =>
        model.BusinessUnits.ToImmutableDictionary(unit => unit.Code, unit => unit.WeightOn(basis), StringComparer.Ordinal);

    private static bool Same(ImmutableDictionary<string, double> left, ImmutableDictionary<string, double> right) => left.Count == right.Count
        && left.All(entry => right.TryGetValue(entry.Key, out var weight) && weight.Equals(entry.Value));
}
