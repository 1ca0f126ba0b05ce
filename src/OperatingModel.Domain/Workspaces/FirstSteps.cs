using OperatingModel.Domain.Assessments;

namespace OperatingModel.Domain.Workspaces;

/// <summary>What a new model needs, in the order in which it is easiest.</summary>
public enum FirstStep
{
    /// <summary>How the company serves its customers, step by step.</summary>
    ValueChain,

    /// <summary>What the company must be able to do.</summary>
    Capabilities,

    /// <summary>Which capability serves which stage.</summary>
    StageLinks,

    /// <summary>Where the work is done, and the weight of each place.</summary>
    BusinessUnits,

    /// <summary>The five judgements that say most.</summary>
    AssessFive,

    /// <summary>Enough is known for the map to be read.</summary>
    HeatMap,
}

/// <summary>How far a step is.</summary>
/// <param name="Done">The number that exists of <paramref name="Of"/>.</param>
/// <param name="Of">What the step asks for; at least 1.</param>
public sealed record StepState(FirstStep Step, int Done, int Of)
{
    public bool IsDone => Done >= Of;
}

/// <summary>The path of a new model from nothing to a heat map; what is done shows in the data itself.</summary>
public static class FirstSteps
{
    /// <summary>Share of the mass from which a map can be read.</summary>
    public const double Readable = 0.2;

    private const int First = 5;

    /// <summary>All steps in their order.</summary>
    public static IReadOnlyList<StepState> Of(ModelSnapshot model)
    {
        var leaves = model.Tree.Leaves.Count;
        var linked = model.StageLinks.Select(link => link.Capability).ToHashSet(StringComparer.Ordinal);
        var unlinked = model.Tree.Leaves.Count(leaf => !linked.Contains(model.Tree[leaf].Code));
        var units = model.BusinessUnits.Count(unit => unit.WeightOn(model.Settings.BusinessUnitWeightBasis) > 0);
        var assessed = model.Assessments.DistinctBy(row => Assessment.KeyOf(row.Capability, row.BusinessUnit, null)).Take(First).Count();
        return
        [
            new(FirstStep.ValueChain, model.Stages.Count(stage => stage.ValueWeight > 0), 1),
            new(FirstStep.Capabilities, leaves, 1),
            new(FirstStep.StageLinks, leaves - unlinked, Math.Max(1, leaves)),
            new(FirstStep.BusinessUnits, units, 1),
            new(FirstStep.AssessFive, assessed, Math.Clamp(leaves * units, 1, First)),
            new(FirstStep.HeatMap, IsReadable(model) ? 1 : 0, 1),
        ];
    }

    private static bool IsReadable(ModelSnapshot model) => model.Cube.Of() is { Coverage: >= Readable };
}
