namespace OperatingModel.Domain.Organisation;

/// <summary>What a unit or team is measured by: KPIs with weights that sum to 1.</summary>
public sealed class Goals
{
    private readonly SortedDictionary<string, double> _weights = new(StringComparer.Ordinal);

    public Goals(IEnumerable<(string Kpi, double Weight)> weights)
    {
        foreach (var (kpi, weight) in weights)
        {
            _weights[kpi] = _weights.GetValueOrDefault(kpi) + weight;
        }
    }

    public static Goals None { get; } = new([]);

    /// <summary>Weight by KPI code, in ordinal order.</summary>
    public IReadOnlyDictionary<string, double> Weights => _weights;

    /// <summary>Appraisal by two sets of goals at once: these for <c>1 − share</c> of it, the others for <paramref name="share"/> of it.</summary>
    /// <param name="share">0..1.</param>
    public Goals BlendedWith(Goals others, double share) =>
        new(_weights.Select(goal => (goal.Key, (1 - share) * goal.Value)).Concat(others._weights.Select(goal => (goal.Key, share * goal.Value))));

    /// <summary>How much both are measured by the same KPIs: the sum of the smaller weights, 0..1.</summary>
    public double OverlapWith(Goals others) => _weights.Sum(goal => Math.Min(goal.Value, others._weights.GetValueOrDefault(goal.Key)));
}
