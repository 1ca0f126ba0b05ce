using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps.Cube;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps.Sensitivity;

/// <summary>Which pairs of the order have to hold (F6a).</summary>
public enum StabilityScope
{
    /// <summary>The leader against all.</summary>
    Top1,

    /// <summary>Each of the first k against each of the rest.</summary>
    TopK,

    /// <summary>All pairs.</summary>
    Full,
}

/// <summary>Two leaves that change places at an end of a stability interval.</summary>
public sealed record FlippingPair(string NowAhead, string NowBehind);

/// <summary>
/// How far the share of one stage may move, the others shrinking or growing in proportion, before the order changes (F6a;
/// Triantaphyllou and Sánchez 1997, exact intervals after O'Shea and others 2026).
/// </summary>
/// <param name="Weight">Present share v_t, 0..1.</param>
/// <param name="Low">Null, like <paramref name="High"/>, when the stage carries everything.</param>
/// <param name="LowPair">Null when no pair flips below; <paramref name="Low"/> is then 0.</param>
/// <param name="HighPair">Null when no pair flips above; <paramref name="High"/> is then 1.</param>
/// <param name="LowRelative">Low ÷ weight − 1; null when the weight is 0.</param>
/// <param name="TiedPairs">Pairs that are tied now and therefore skipped.</param>
public sealed record StabilityInterval(
    string Stage,
    double Weight,
    double? Low,
    double? High,
    FlippingPair? LowPair,
    FlippingPair? HighPair,
    double? LowRelative,
    double? HighRelative,
    int TiedPairs)
{
    /// <summary>Explains how far the share may fall.</summary>
    public Explanation ExplainLow(ModelSnapshot? model = null) => Explain(model, "Lowest", Low, LowPair, "fall", "0%");

    /// <summary>Explains how far the share may rise.</summary>
    public Explanation ExplainHigh(ModelSnapshot? model = null) => Explain(model, "Highest", High, HighPair, "rise", "100%");

    private Explanation Explain(ModelSnapshot? model, string which, double? end, FlippingPair? pair, string move, string limit)
    {
        var stage = ModelInput.Of<Stage>(model, Stage);
        string Name(string capability) => ModelInput.NameOf<Capability>(model, capability);
        return new Explanation(
            $"{which} share of {stage.Name} that leaves the order as it is",
            (end, pair) switch
            {
                (null, _) => "The stage carries everything; nothing can be set against it.",
                (_, null) => $"No pair changes places however far it may {move}: {limit}.",
                _ => $"The share at which {Name(pair.NowBehind)} draws level with {Name(pair.NowAhead)}, the other stages keeping their proportions.",
            },
            end,
            FigureUnit.Share,
            end is null ? [] :
            [
                new ExplanationTerm("Present share", [stage], Weight),
                new ExplanationTerm($"Room to {move}", [stage], end.Value - Weight),
            ],
            TiedPairs == 0 ? [] : [$"Pairs that are tied now are left out: {TiedPairs}."],
            []);
    }
}

/// <summary>
/// Stability intervals of all stages, in closed form: imputed values do not depend on stage weights, so priorities are linear in them.
/// </summary>
public static class Stability
{
    // Several pages ask one cube the same question.
    private static readonly ConditionalWeakTable<HeatCube, ConcurrentDictionary<(StabilityScope, int), Lazy<IReadOnlyList<StabilityInterval>>>>
        Known = [];

    /// <summary>Of every stage; computed once for each cube and question.</summary>
    /// <param name="k">For <see cref="StabilityScope.TopK"/>.</param>
    public static IReadOnlyList<StabilityInterval> Of(HeatCube cube, StabilityScope scope, int k = 5) =>
        Known.GetOrCreateValue(cube)
            .GetOrAdd((scope, scope == StabilityScope.TopK ? k : 0), _ => new(() => Compute(cube, scope, k)))
            .Value;

    public static StabilityInterval Of(HeatCube cube, int stage, StabilityScope scope, int k = 5) => Of(cube, InDisplayOrder(cube), stage, scope, k);

    private static IReadOnlyList<StabilityInterval> Compute(HeatCube cube, StabilityScope scope, int k)
    {
        var order = InDisplayOrder(cube);
        return [.. Enumerable.Range(0, cube.Stages.Count).Select(stage => Of(cube, order, stage, scope, k))];
    }

    private static StabilityInterval Of(HeatCube cube, IReadOnlyList<Priority> order, int stage, StabilityScope scope, int k)
    {
        var weight = cube.StageShare(stage);
        var code = cube.Stages[stage].Code;
        if (Tolerance.Same(weight, 1))
        {
            return new StabilityInterval(code, weight, null, null, null, null, null, null, 0);
        }

        Line[] lines = [.. order.Select(item => LineOf(cube, item, stage, weight))];
        var ahead = scope switch { StabilityScope.Top1 => 1, StabilityScope.TopK => k, _ => lines.Length };
        var search = new Search(weight);
        for (var i = 0; i < Math.Min(ahead, lines.Length); i++)
        {
            for (var j = scope == StabilityScope.Full ? i + 1 : Math.Max(i + 1, ahead); j < lines.Length; j++)
            {
                search.Try(lines[i], lines[j]);
            }
        }

        return search.Result(code);
    }

    // Priority, then code: what else orders ties on the screen has no part in this.
    private static IReadOnlyList<Priority> InDisplayOrder(HeatCube cube) =>
        TieOrder.Sort(cube.Priorities.Ranked, item => item.Code, item => item.Value);

    private static Line LineOf(HeatCube cube, Priority item, int stage, double weight)
    {
        var leaf = cube.Axes.LeafAt(item.Node);
        var atOne = cube.LinkOf(item.Node, stage) is var link and >= 0 ? AtWholeWeight(cube, leaf, link) : 0;
        var now = item.Value ?? 0;
        return new Line(item.Code, now, atOne, (now - (weight * atOne)) / (1 - weight));
    }

    // The leaf's priority if the stage carried everything.
    private static double AtWholeWeight(HeatCube cube, int leaf, int link)
    {
        double heat = 0;
        for (var unit = 0; unit < cube.Units.Count; unit++)
        {
            var code = cube.CodeAt(link, unit);
            heat += cube.UnitShare(unit) * (code == ScoreCode.Missing ? cube.Layer.Leaves[leaf].Imputed : cube.Layer.CellOf(code).Masses.Heat);
        }

        return 10 * cube.Layer.Shares.Contribution(link) * heat;
    }

    /// <summary>Priority as a function of the share x of the stage: x · AtOne + (1 − x) · AtZero.</summary>
    private readonly record struct Line(string Code, double Now, double AtOne, double AtZero);

    private sealed class Search(double weight)
    {
        private double _low;
        private double _high = 1;
        private FlippingPair? _lowPair;
        private FlippingPair? _highPair;
        private int _tied;

        public void Try(in Line ahead, in Line behind)
        {
            if (Tolerance.Same(ahead.Now, behind.Now))
            {
                _tied++;
                return;
            }

            var slope = ahead.AtOne - behind.AtOne - (ahead.AtZero - behind.AtZero);
            var flip = (behind.AtZero - ahead.AtZero) / slope;
            if (slope > 0 && flip > 0 && (_lowPair is null || Tolerance.Greater(flip, _low)))
            {
                (_low, _lowPair) = (flip, new FlippingPair(ahead.Code, behind.Code));
            }
            else if (slope < 0 && flip < 1 && (_highPair is null || Tolerance.Greater(_high, flip)))
            {
                (_high, _highPair) = (flip, new FlippingPair(ahead.Code, behind.Code));
            }
        }

        public StabilityInterval Result(string stage) =>
            new(
                stage,
                weight,
                _low,
                _high,
                _lowPair,
                _highPair,
                weight > 0 ? (_low / weight) - 1 : null,
                weight > 0 ? (_high / weight) - 1 : null,
                _tied);
    }
}
