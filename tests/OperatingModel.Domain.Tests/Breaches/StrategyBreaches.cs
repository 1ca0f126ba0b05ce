using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Teams;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class StrategyBreaches
{
    private static readonly MetricInfluence Influence = Airline.Table<MetricInfluence>()[0];

    public static Breach[] All { get; } =
    [
        new("kpi-without-owner", "kpis K01", Change<Kpi>("K01", kpi => kpi with { Owner = null })),
        new("kpi-target-wrong-way", "kpis K01", Change<Kpi>("K01", kpi => kpi with { Target = 70 })),
        new("influence-on-itself", "metricInfluences K01 · K01", Add(new MetricInfluence("K01", "K01", 1, 1, "Why"))),
        new(
            "influence-polarity",
            $"metricInfluences {Influence.Key}",
            Change<MetricInfluence>(Influence.Key, influence => influence with { Polarity = 0 })),
        new(
            "influence-repeated",
            "metricInfluences K32 · K14",
            Add(new Kpi("K32", "Twin of K15", null, KpiDirection.Minimise, "COO", null, null, "K15")),
            Add(new MetricInfluence("K32", "K14", 1, 1, "Why"))),
        new(
            "influence-without-reason",
            $"metricInfluences {Influence.Key}",
            Change<MetricInfluence>(Influence.Key, influence => influence with { Why = null })),
        new("goal-rating-on-itself", "goalRatings K01 · K01", Add(new GoalRating("K01", "K01", 1, null))),
        new(
            "organisation-unit-goals",
            "organisationUnits LOG",
            Change<OrganisationUnitGoal>(RowKey.Of("LOG", "K01"), goal => goal with { Weight = 0.4 })),
        new("team-goals", "teams T-PRE", Remove<TeamGoal>(RowKey.Of("T-PRE", "K18"))),
        new(
            "organisation-unit-priorities",
            "organisationUnits LOG",
            Add(new OrganisationUnitPriority("LOG", "O1")),
            Add(new OrganisationUnitPriority("LOG", "O3"))),
        new("team-priorities", "teams T-PRE", Add(new TeamPriority("T-PRE", "O1")), Add(new TeamPriority("T-PRE", "O2"))),
        new("team-without-goal", "teams X", Add(new Team("X", "New", TeamType.Enabling, null, null, null, null, null))),
    ];
}
