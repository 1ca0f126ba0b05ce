using OperatingModel.Domain.Assessments;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>What is known about one place of the heat map.</summary>
public enum CellState
{
    /// <summary>The capability has no link to the stage, or one of the three does not exist.</summary>
    NoCell,

    /// <summary>The capability does not exist in the business unit.</summary>
    NotApplicable,

    /// <summary>Nobody has assessed it: unknown, not zero.</summary>
    Missing,

    Known,
}

/// <summary>The judgement that counts for one cell: the stage-specific one, else the general one.</summary>
/// <param name="Confidence">After ageing.</param>
/// <param name="Heat">0..100 (F3).</param>
public readonly record struct CellScore(int Importance, int Current, int Target, Confidence Confidence, double Heat)
{
    /// <summary>Levels missing, 0..5.</summary>
    public int Gap => HeatMaps.Heat.Gap(Current, Target);

    /// <summary>Levels above the target, 0..5.</summary>
    public int Surplus => HeatMaps.Heat.Surplus(Current, Target);
}

/// <summary>One cell of the heat map: a leaf in a stage in a business unit where it applies.</summary>
/// <param name="Node">Index in the capability tree.</param>
/// <param name="Stage">Index in <see cref="HeatCube.Stages"/>.</param>
/// <param name="Unit">Index in <see cref="HeatCube.Units"/>.</param>
/// <param name="Mass">Size weight times reach (F2).</param>
/// <param name="Score">Null when missing.</param>
public readonly record struct HeatCell(int Node, int Stage, int Unit, double Mass, CellScore? Score);
