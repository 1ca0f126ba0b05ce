using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Organisation;

/// <summary>Who is measured by a KPI.</summary>
/// <param name="Weight">Share of the holder's goals, 0..1.</param>
public sealed record KpiHolder(string Code, bool IsTeam, double Weight);

/// <summary>Another KPI that pulls against (negative) or along with (positive) this one.</summary>
/// <param name="Rating">−3..+3, not 0.</param>
public sealed record KpiPull(string Kpi, int Rating, IReadOnlyList<KpiHolder> Holders);

/// <summary>One line of the register: who owns the KPI, who is measured by it, and which held goals act on it (F13).</summary>
/// <param name="Owner">The one c-suite role that answers for it; null is a gap to fill.</param>
/// <param name="Pulls">KPIs somebody is measured by, the strongest conflict first, then by code.</param>
public sealed record KpiEntry(Kpi Kpi, string? Owner, IReadOnlyList<KpiHolder> Holders, IReadOnlyList<KpiPull> Pulls);

/// <summary>Every KPI with its one c-suite owner and all goals that pull against it.</summary>
/// <param name="Entries">In the order of the list of KPIs.</param>
public sealed record KpiRegister(IReadOnlyList<KpiEntry> Entries)
{
    public static KpiRegister Compute(ModelSnapshot snapshot)
    {
        var kpis = snapshot.Table<Kpi>();
        var interactions = GoalInteractions.Of(snapshot);
        var holders = snapshot.Table<OrganisationUnitGoal>().Select(goal => (goal.Kpi, Holder: new KpiHolder(goal.Unit, false, goal.Weight)))
            .Concat(snapshot.Table<TeamGoal>().Select(goal => (goal.Kpi, Holder: new KpiHolder(goal.Team, true, goal.Weight))))
            .ToLookup(pair => pair.Kpi, pair => pair.Holder);
        string[] held = [.. holders.Select(group => group.Key).Order(StringComparer.Ordinal)];
        return new KpiRegister([.. kpis.Select(kpi => new KpiEntry(kpi, kpi.Owner, [.. holders[kpi.Code]], Pulls(kpi.Code)))]);

        IReadOnlyList<KpiPull> Pulls(string kpi) =>
        [
            .. held.Where(other => other != kpi)
                .Select(other => new KpiPull(other, interactions.Between(kpi, other), [.. holders[other]]))
                .Where(pull => pull.Rating != 0)
                .OrderBy(pull => pull.Rating),
        ];
    }
}
