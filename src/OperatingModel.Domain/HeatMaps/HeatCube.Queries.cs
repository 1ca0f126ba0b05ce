using OperatingModel.Domain.HeatMaps.Cube;
using OperatingModel.Domain.HeatMaps.Explaining;
using OperatingModel.Domain.HeatMaps.Sensitivity;

namespace OperatingModel.Domain.HeatMaps;

/// <summary>The questions that the cube answers.</summary>
public sealed partial class HeatCube
{
    /// <summary>Leaves ranked by priority (F5).</summary>
    public PriorityList Priorities => _priorities.Value;

    /// <summary>Place of the stage in <see cref="Stages"/>; -1 when it is unknown.</summary>
    public int StageIndex(string code) => Axes.StageOf(code);

    /// <summary>Place of the unit in <see cref="Units"/>; -1 when it is unknown or out of scope.</summary>
    public int UnitIndex(string code) => Axes.UnitOf(code);

    /// <summary>v_s: share of the stage in all value, 0..1.</summary>
    public double StageShare(int stage) => _layer.Shares.Stage[stage];

    /// <summary>u_b: share of the unit among those in scope, 0..1.</summary>
    public double UnitShare(int unit) => _layer.Shares.Unit[unit];

    /// <summary>k_sc: contribution of the leaf to the stage, 1 when critical (F2); 0 without a link.</summary>
    public double Contribution(int leaf, int stage) => LinkOf(leaf, stage) is var link and >= 0 ? _layer.Shares.Contribution(link) : 0;

    /// <summary>The heat of a crossing with its coverage and range (F4); any dimension may be <see cref="All"/>.</summary>
    public Rollup Of(int node = All, int stage = All, int unit = All) => Rollup.Of(_layer.SumsOf(node, stage, unit), Model.Settings);

    public Rollup Of(HeatScope scope) => Find(scope) is { } place ? Of(place.Node, place.Stage, place.Unit) : default;

    /// <summary>Mean scores of a crossing, weighted like its heat.</summary>
    public ScoreMeans MeansOf(int node = All, int stage = All, int unit = All) =>
        Means(_layer.SumsOf(node, stage, unit), _means.Value.SumsOf(node, stage, unit));

    public ScoreMeans MeansOf(HeatScope scope) => Find(scope) is { } place ? MeansOf(place.Node, place.Stage, place.Unit) : default;

    /// <summary>
    /// Need points of a crossing, 0 or more: priority × size, an amount that adds up over capabilities, stages and units (F5). Missing
    /// cells count with the capability's own mean; leaves without a known cell add nothing.
    /// </summary>
    public double NeedOf(int node = All, int stage = All, int unit = All)
    {
        var (from, to) = Axes.LeavesUnder(node);
        double need = 0;
        if (stage < 0)
        {
            for (var leaf = from; leaf < to; leaf++)
            {
                need += NeedOfLeaf(leaf, _layer.SumsOf(Axes.Nodes[leaf], All, unit));
            }

            return need;
        }

        foreach (var link in Axes.LinksUnder(node, stage))
        {
            need += NeedOfLeaf(Axes.LinkLeaf[link], _layer.LinkSums(link, unit));
        }

        return need;
    }

    /// <summary>A grid of crossings at once, much faster than one by one.</summary>
    /// <param name="third">The item of the dimension that is neither rows nor columns; <see cref="All"/> for all.</param>
    public HeatGrid Grid(HeatAxis rows, IReadOnlyList<int> rowItems, HeatAxis columns, IReadOnlyList<int> columnItems, int third = All) =>
        new(this, rows, rowItems, columns, columnItems, third);

    /// <summary>Leaves ranked by their priority in one unit alone, as if it were the whole group.</summary>
    public PriorityList PrioritiesOf(int unit) => PriorityList.Of(this, unit);

    /// <summary>Parts of a leaf's priority by stage; they add up to it.</summary>
    public IReadOnlyList<Contribution> PriorityByStage(int leaf) => Divided(NeedByStage(leaf), leaf);

    /// <summary>Parts of a leaf's priority by business unit; they add up to it.</summary>
    public IReadOnlyList<Contribution> PriorityByUnit(int leaf) => Divided(NeedByUnit(leaf), leaf);

    /// <summary>Need points of a capability by stage, for the stages it has cells in.</summary>
    public IReadOnlyList<Contribution> NeedByStage(int node = All) =>
    [
        .. Enumerable.Range(0, Stages.Count).Where(stage => _layer.SumsOf(node, stage, All).Counts.Cells > 0)
            .Select(stage => new Contribution(Stages[stage].Code, Stages[stage].Name, NeedOf(node, stage))),
    ];

    /// <summary>Need points of a capability by business unit, for the units it has cells in.</summary>
    public IReadOnlyList<Contribution> NeedByUnit(int node = All) =>
    [
        .. Enumerable.Range(0, Units.Count).Where(unit => _layer.SumsOf(node, All, unit).Counts.Cells > 0)
            .Select(unit => new Contribution(Units[unit].Code, Units[unit].Name, NeedOf(node, All, unit))),
    ];

    /// <summary>
    /// Capability instances whose assessment would narrow the range most: the largest missing mass first. For a new model: what to assess first.
    /// </summary>
    public IReadOnlyList<MissingScore> MissingScores(int count = int.MaxValue, int node = All, int stage = All, int unit = All) =>
        MissingScore.Of(this, count, node, stage, unit);

    /// <summary>Explains the heat of a cell or a roll-up.</summary>
    public Explanation Explain(int node = All, int stage = All, int unit = All) =>
        LinkOf(node, stage) >= 0 && unit >= 0 ? CellExplanation.Of(this, node, stage, unit) : RollupExplanation.Of(this, node, stage, unit);

    /// <summary>Explains the priority and rank of a leaf.</summary>
    public Explanation ExplainPriority(int leaf) => PriorityExplanation.Of(this, leaf);

    /// <summary>Explains the part of each business unit in a leaf's priority.</summary>
    public Explanation ExplainPriorityByUnit(int leaf) => PriorityExplanation.ByUnit(this, leaf);

    /// <summary>Explains by how much one leaf's priority exceeds another's, by stage.</summary>
    public Explanation ExplainDifference(int ahead, int behind) => PriorityExplanation.OfDifference(this, ahead, behind);

    /// <summary>Rank of a leaf, 1 for the most urgent (F5); null when it has no known cell.</summary>
    public int? RankOf(int leaf) => Axes.LeafAt(leaf) is var index and >= 0 ? _ranking.RankOf(_layer, index) : null;

    /// <summary>Priority of a leaf, 0..1000 (F5); null when it has no known cell.</summary>
    public double? PriorityOf(int leaf) =>
        Axes.LeafAt(leaf) is var index and >= 0 && _layer.Leaves[index].Priority is var priority && !double.IsNaN(priority) ? priority : null;

    public CellState StateOf(int leaf, int stage, int unit) => CodeOf(leaf, stage, unit) switch
    {
        null => CellState.NoCell,
        ScoreCode.NotApplicable => CellState.NotApplicable,
        ScoreCode.Missing => CellState.Missing,
        _ => CellState.Known,
    };

    /// <summary>The judgement that counts in a cell; null when it is missing or there is no such cell.</summary>
    public CellScore? Score(int leaf, int stage, int unit) => CodeOf(leaf, stage, unit) is { } code ? ScoreOf(code) : null;

    /// <summary>The applicable cells of a crossing, by leaf, stage and unit.</summary>
    public IEnumerable<HeatCell> CellsOf(int node = All, int stage = All, int unit = All)
    {
        var (fromLeaf, toLeaf) = Axes.LeavesUnder(node);
        var (fromUnit, toUnit) = unit >= 0 ? (unit, unit + 1) : (0, Axes.Units.Length);
        for (var link = Axes.LinkStart[fromLeaf]; link < Axes.LinkStart[toLeaf]; link++)
        {
            if (stage >= 0 && Axes.LinkStage[link] != stage)
            {
                continue;
            }

            for (var b = fromUnit; b < toUnit; b++)
            {
                var code = CodeAt(link, b);
                if (code != ScoreCode.NotApplicable)
                {
                    yield return new HeatCell(
                        Axes.Nodes[Axes.LinkLeaf[link]],
                        Axes.LinkStage[link],
                        b,
                        _layer.Shares.Of(link) * UnitShare(b),
                        ScoreOf(code));
                }
            }
        }
    }

    // The four figures of the other layer are importance, current, target and gap.
    internal static ScoreMeans Means(in HeatSums heat, in HeatSums scores) => (Known: heat.Masses.Known, Sums: scores.Masses) is { Known: > 0 } m
        ? new ScoreMeans(m.Sums.Applicable / m.Known, m.Sums.Known / m.Known, m.Sums.Heat / m.Known, m.Sums.Quality / m.Known)
        : default;

    internal HeatLayer MeansLayer => _means.Value;

    internal double NeedOfLeaf(int leaf, in HeatSums sums) =>
        _layer.Leaves[leaf].Imputed is var imputed && double.IsNaN(imputed) ? 0 : LeafPart.Need(sums.Masses, imputed);

    internal CellScore? ScoreOf(ushort code) =>
        ScoreCode.IsKnown(code)
            ? new CellScore(
                ScoreCode.Importance(code),
                ScoreCode.Current(code),
                ScoreCode.Target(code),
                ScoreCode.ConfidenceOf(code),
                _layer.Table[(code * 4) + 2])
            : null;

    internal ushort CodeAt(int link, int unit)
    {
        var leaf = Axes.LinkLeaf[link];
        return _layer.Leaves[leaf].Scores.Codes[((link - Axes.LinkStart[leaf]) * Axes.Stride) + unit];
    }

    internal int LinkOf(int node, int stage) =>
        node >= 0 && node < Tree.Count && stage >= 0 && stage < Stages.Count && Axes.LeafAt(node) is var leaf and >= 0
            ? Axes.LinkOf(leaf, stage)
            : -1;

    /// <summary>The indices of a scope; null when one of its codes does not exist.</summary>
    internal (int Node, int Stage, int Unit)? Find(HeatScope scope)
    {
        var node = scope.Capability is null ? All : Tree.IndexOf(scope.Capability);
        var stage = scope.Stage is null ? All : StageIndex(scope.Stage);
        var unit = scope.BusinessUnit is null ? All : UnitIndex(scope.BusinessUnit);
        return (scope.Capability is null || node >= 0) && (scope.Stage is null || stage >= 0) && (scope.BusinessUnit is null || unit >= 0)
            ? (node, stage, unit)
            : null;
    }

    private Contribution[] Divided(IReadOnlyList<Contribution> needs, int leaf) =>
        Axes.LeafAt(leaf) is var index and >= 0 ? [.. needs.Select(part => part with { Amount = part.Amount / Axes.Sizes[index] })] : [];

    private ushort? CodeOf(int node, int stage, int unit) =>
        unit >= 0 && unit < Units.Count && LinkOf(node, stage) is var link and >= 0 ? CodeAt(link, unit) : null;
}
