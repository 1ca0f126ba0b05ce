using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Strategy;

namespace OperatingModel.Domain.Tests.Organisation;

/// <summary>Random KPIs, goals and units for property tests.</summary>
internal static class RandomOrganisation
{
    public static string[] KpiCodes(int count) => [.. Enumerable.Range(1, count).Select(i => $"K{i}")];

    public static GoalInteractions Interactions(Random random, string[] kpis) => new(
        kpis.Select(kpi => NewKpi(kpi, random.Next(2) == 0 ? KpiDirection.Maximise : KpiDirection.Minimise, random.Next(4) == 0 ? kpis[0] : null)),
        Pairs(random, kpis).Select(pair => new MetricInfluence(pair.From, pair.To, random.Next(2) == 0 ? 1 : -1, random.Next(1, 4), "test")),
        Pairs(random, kpis).Take(2).Select(pair => new GoalRating(pair.From, pair.To, random.Next(-3, 4), "test")));

    /// <summary>Weights that sum to 1 over some of the KPIs, at least one.</summary>
    public static Goals Goals(Random random, string[] kpis)
    {
        var chosen = random.GetItems(kpis, random.Next(1, 4)).Distinct().ToArray();
        double[] points = [.. chosen.Select(_ => (double)random.Next(1, 10))];
        return new Goals(chosen.Select((kpi, i) => (kpi, points[i] / points.Sum())));
    }

    public static DesignUnit Unit(Random random, string code, string[] kpis, bool isTeam = false) => new(
        code,
        $"Unit {code}",
        isTeam,
        Some(random, kpis),
        random.Next(5) == 0 ? null : $"C{random.Next(3)}O",
        Some(random, ["O1", "O2", "O3", "O4"]),
        random.Next(5) == 0 ? null : (Cadence)random.Next(5),
        random.Next(0, 20) / 2.0);

    public static Kpi NewKpi(string code, KpiDirection direction, string? metric = null) =>
        new(code, code, null, direction, "COO", null, null, metric);

    private static HashSet<string> Some(Random random, string[] codes) => [.. codes.Where(_ => random.Next(3) == 0)];

    private static IEnumerable<(string From, string To)> Pairs(Random random, string[] kpis) =>
        Enumerable
            .Range(0, kpis.Length)
            .Select(_ => (From: kpis[random.Next(kpis.Length)], To: kpis[random.Next(kpis.Length)]))
            .Where(p => p.From != p.To)
            .Distinct();
}
