using OperatingModel.Domain.Assessments;

namespace OperatingModel.Domain.HeatMaps.Cube;

/// <summary>Puts the rows of the assessment list into the columns of the cube, and keeps them there when rows change.</summary>
internal static class HeatScores
{
    /// <summary>From this many rows per thread it pays to share the look-ups.</summary>
    private const int RowsWorthSharing = 50_000;

    /// <summary>By leaf, laid out as <see cref="LeafScores.Judgements"/>.</summary>
    public static uint[][] Of(HeatAxes axes, Table<Assessment> assessments)
    {
        var judgements = new uint[axes.Nodes.Length][];
        Portions.ForEach(judgements.Length, axes, leaf => judgements[leaf] = NothingKnown(axes, leaf));
        Portions.Run(assessments.Count, assessments.Count >= RowsWorthSharing, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var assessment = assessments[i];
                if (PlaceOf(axes, assessment) is { Leaf: >= 0 } place && judgements[place.Leaf][place.Unit] != LeafScores.NotApplicable)
                {
                    judgements[place.Leaf][(place.Row * axes.Stride) + place.Unit] = ValueOf(assessment);
                }
            }
        });
        return judgements;
    }

    /// <summary>Where an assessment stands: leaf, unit and row (0 general); leaf -1 when it belongs to no cell.</summary>
    public static (int Leaf, int Unit, int Row) PlaceOf(HeatAxes axes, Assessment assessment)
    {
        // The rules refuse a row without codes, after it was tried.
        var leaf = axes.LeafOf(assessment.Capability ?? "");
        var unit = axes.UnitOf(assessment.BusinessUnit ?? "");
        if (leaf < 0 || unit < 0)
        {
            return (-1, -1, -1);
        }

        if (assessment.Stage is null)
        {
            return (leaf, unit, 0);
        }

        var stage = axes.StageOf(assessment.Stage);
        var link = stage < 0 ? -1 : axes.LinkOf(leaf, stage);
        return link < 0 ? (-1, -1, -1) : (leaf, unit, link - axes.LinkStart[leaf] + 1);
    }

    public static uint ValueOf(Assessment? assessment) =>
        assessment is null ? LeafScores.Missing : LeafScores.Pack(ScoreCode.Of(assessment), assessment.AssessedOn);

    private static uint[] NothingKnown(HeatAxes axes, int leaf)
    {
        var judgements = new uint[(axes.LinkStart[leaf + 1] - axes.LinkStart[leaf] + 1) * axes.Stride];
        Array.Fill(judgements, LeafScores.Missing);
        for (var unit = 0; unit < axes.Stride; unit++)
        {
            if (unit >= axes.Units.Length || !axes.Applies(leaf, unit))
            {
                judgements[unit] = LeafScores.NotApplicable;
            }
        }

        return judgements;
    }
}
