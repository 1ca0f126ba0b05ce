using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps.Cube;

namespace OperatingModel.Domain.HeatMaps.Sensitivity;

/// <summary>What stays the same over all runs of a simulation, in flat arrays.</summary>
internal sealed class SimulationInputs
{
    /// <summary>In place of a judgement: the cell is missing.</summary>
    public const int Missing = -1;

    /// <summary>In place of a judgement: there is no such cell.</summary>
    public const int NotApplicable = -2;

    private readonly int[] _placeOfLeaf;

    public SimulationInputs(HeatCube cube)
    {
        Cube = cube;
        var axes = cube.Axes;
        StageOrder = [.. Enumerable.Range(0, axes.Stages.Length).OrderBy(stage => axes.Stages[stage].Code, StringComparer.Ordinal)];
        UnitOrder = [.. Enumerable.Range(0, axes.Units.Length).OrderBy(unit => axes.Units[unit].Code, StringComparer.Ordinal)];
        Leaves = [.. Enumerable.Range(0, axes.Nodes.Length).Where(leaf => !double.IsNaN(cube.Layer.Leaves[leaf].Priority))];
        _placeOfLeaf = new int[axes.Nodes.Length];
        Array.Fill(_placeOfLeaf, -1);
        for (var place = 0; place < Leaves.Length; place++)
        {
            _placeOfLeaf[Leaves[place]] = place;
        }

        var assessments = InDrawOrder(cube);
        Chances = [.. assessments.Select(assessment => ChanceOf(cube, assessment))];
        Heats = new double[assessments.Length * 3];
        Judgements = NoJudgements(axes);
        for (var i = 0; i < assessments.Length; i++)
        {
            Place(assessments[i], i);
        }
    }

    public HeatCube Cube { get; }

    /// <summary>Stages in ordinal order of their codes: the order of the draws.</summary>
    public int[] StageOrder { get; }

    public int[] UnitOrder { get; }

    /// <summary>Leaves with a known cell.</summary>
    public int[] Leaves { get; }

    /// <summary>By judgement in draw order: the chance of being a level lower, and as much of being a level higher.</summary>
    public double[] Chances { get; }

    /// <summary>By judgement: heat a level lower, as it is, a level higher.</summary>
    public double[] Heats { get; }

    /// <summary>By link and unit: the judgement that counts.</summary>
    public int[] Judgements { get; }

    /// <summary>Random numbers used by one run.</summary>
    public ulong DrawsPerRun => (ulong)(StageOrder.Length + UnitOrder.Length + Chances.Length);

    /// <summary>Place of the node in <see cref="Leaves"/>; -1 when it has no known cell.</summary>
    public int PlaceOf(int node) => _placeOfLeaf[Cube.Axes.LeafAt(node)];

    // By capability, unit and stage, the general one first; units out of scope draw nothing. Codes become ranks: numbers sort faster.
    private static Assessment[] InDrawOrder(HeatCube cube)
    {
        Assessment[] assessments = [.. cube.Model.Assessments.Where(assessment => cube.UnitIndex(assessment.BusinessUnit) >= 0)];
        var capabilities = Ranks(assessments.Select(assessment => assessment.Capability));
        var units = Ranks(assessments.Select(assessment => assessment.BusinessUnit));
        var stages = Ranks(assessments.Select(assessment => assessment.Stage ?? ""));
        var keys = Array.ConvertAll(assessments, assessment =>
            ((ulong)capabilities[assessment.Capability] << 40)
            | ((ulong)units[assessment.BusinessUnit] << 20)
            | (uint)stages[assessment.Stage ?? ""]);
        Array.Sort(keys, assessments);
        return assessments;
    }

    private static Dictionary<string, int> Ranks(IEnumerable<string> codes) =>
        codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);

    private static double ChanceOf(HeatCube cube, Assessment assessment) =>
        Ageing.Of(cube.Model.AsOf, cube.Model.Settings.StaleAfterMonths).Aged(assessment.Confidence, assessment.AssessedOn) switch
        {
            Confidence.High => 0.05,
            Confidence.Medium => 0.15,
            _ => 0.25,
        };

    private static int[] NoJudgements(HeatAxes axes)
    {
        var judgements = new int[axes.LinkStage.Length * axes.Units.Length];
        for (var link = 0; link < axes.LinkStage.Length; link++)
        {
            for (var unit = 0; unit < axes.Units.Length; unit++)
            {
                judgements[(link * axes.Units.Length) + unit] = axes.Applies(axes.LinkLeaf[link], unit) ? Missing : NotApplicable;
            }
        }

        return judgements;
    }

    // The general judgement comes first in the draw order, so that a stage-specific one replaces it.
    private void Place(Assessment assessment, int judgement)
    {
        var axes = Cube.Axes;
        var place = HeatScores.PlaceOf(axes, assessment);
        var code = ScoreCode.Of(assessment);
        if (place.Leaf < 0 || code == ScoreCode.Missing || !axes.Applies(place.Leaf, place.Unit))
        {
            return;
        }

        for (var step = -1; step <= 1; step++)
        {
            var current = Math.Clamp(assessment.Current + step, 0, 5);
            Heats[(judgement * 3) + step + 1] = Cube.Layer.CellOf(ScoreCode.WithCurrent(code, current)).Masses.Heat;
        }

        var first = axes.LinkStart[place.Leaf];
        var (from, to) = place.Row == 0 ? (first, axes.LinkStart[place.Leaf + 1]) : (first + place.Row - 1, first + place.Row);
        for (var link = from; link < to; link++)
        {
            Judgements[(link * axes.Units.Length) + place.Unit] = judgement;
        }
    }
}
