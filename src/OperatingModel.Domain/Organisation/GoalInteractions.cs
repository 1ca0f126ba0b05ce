using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Organisation;

/// <summary>
/// How goals act on each other, −3 cancels .. +3 indivisible (F13; scale of Nilsson, Griggs and Visbeck 2016). Derived from what KPIs
/// measure and from the claims that one metric moves another, unless an expert rated the pair.
/// </summary>
public sealed class GoalInteractions
{
    private readonly Dictionary<string, Kpi> _kpis;
    private readonly Dictionary<(string From, string To), int> _influences = [];
    private readonly Dictionary<(string From, string To), int> _ratings = [];

    public GoalInteractions(IEnumerable<Kpi> kpis, IEnumerable<MetricInfluence> influences, IEnumerable<GoalRating> ratings)
    {
        _kpis = kpis.ToDictionary(kpi => kpi.Code, StringComparer.Ordinal);
        foreach (var influence in influences)
        {
            _influences[(MetricOf(influence.From), MetricOf(influence.To))] = influence.Polarity * influence.Strength;
        }

        foreach (var rating in ratings)
        {
            _ratings[(rating.From, rating.To)] = rating.Rating;
        }
    }

    public static GoalInteractions Of(ModelSnapshot snapshot) =>
        new(snapshot.Table<Kpi>(), snapshot.Table<MetricInfluence>(), snapshot.Table<GoalRating>());

    /// <summary>
    /// The effect of two goals on each other, the same from either side. Both directions are looked up; if either is negative the
    /// lower counts, otherwise the higher. A KPI and itself: +3. A pair rated in either direction is not derived in the other.
    /// </summary>
    public int Between(string kpi, string other)
    {
        if (kpi == other)
        {
            return 3;
        }

        var rated = _ratings.TryGetValue((kpi, other), out var there) | _ratings.TryGetValue((other, kpi), out var back);
        if (!rated)
        {
            (there, back) = (Derived(kpi, other), Derived(other, kpi));
        }

        return Math.Min(there, back) is var lower and < 0 ? lower : Math.Max(there, back);
    }

    /// <summary>
    /// What the goals of two units do to each other: conflict and support, never netted (rule 5). Each is the weight of the pairs
    /// of goals that pull against (for) each other, a third of it for each point of the rating.
    /// </summary>
    public GoalPull Between(Goals goals, Goals others)
    {
        var pairs = new List<GoalPair>();
        foreach (var (kpi, weight) in goals.Weights)
        {
            foreach (var (other, otherWeight) in others.Weights)
            {
                if (Between(kpi, other) is var rating and not 0)
                {
                    pairs.Add(new GoalPair(kpi, other, rating, weight * otherWeight * rating / 3));
                }
            }
        }

        return GoalPull.Of(pairs);
    }

    private int Derived(string kpi, string other)
    {
        if (!_kpis.TryGetValue(kpi, out var one) || !_kpis.TryGetValue(other, out var two))
        {
            return 0;
        }

        var agree = one.Direction == two.Direction ? 1 : -1;
        return MetricOf(kpi) == MetricOf(other) ? 3 * agree : agree * _influences.GetValueOrDefault((MetricOf(kpi), MetricOf(other)));
    }

    private string MetricOf(string kpi) => _kpis.GetValueOrDefault(kpi)?.Metric ?? kpi;
}
