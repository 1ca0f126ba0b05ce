using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Organisation;

/// <summary>The organisation units and teams of a model as sides of a border, with their goals.</summary>
public sealed class DesignUnits
{
    private readonly Dictionary<string, DesignUnit> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DesignUnit> _teams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Goals> _unitGoals;
    private readonly Dictionary<string, Goals> _teamGoals;

    private DesignUnits(ModelSnapshot snapshot)
    {
        var kpis = snapshot.Table<Kpi>();
        _unitGoals = GoalsByOwner(snapshot.Table<OrganisationUnitGoal>(), goal => goal.Unit, goal => (goal.Kpi, goal.Weight));
        _teamGoals = GoalsByOwner(snapshot.Table<TeamGoal>(), goal => goal.Team, goal => (goal.Kpi, goal.Weight));
        var unitPriorities = snapshot.Table<OrganisationUnitPriority>().ToLookup(p => p.Unit, p => p.Objective);
        foreach (var unit in snapshot.Table<OrganisationUnit>())
        {
            _units[unit.Code] = new DesignUnit(
                unit.Code,
                unit.Name,
                false,
                MetricsOf(GoalsOfUnit(unit.Code), kpis),
                unit.BudgetOwner,
                unitPriorities[unit.Code].ToHashSet(),
                unit.Cadence,
                unit.ResponseDays ?? 0);
        }

        var teamPriorities = snapshot.Table<TeamPriority>().ToLookup(p => p.Team, p => p.Objective);
        foreach (var team in snapshot.Table<Team>())
        {
            _teams[team.Code] = new DesignUnit(
                team.Code,
                team.Name,
                true,
                MetricsOf(GoalsOfTeam(team.Code), kpis),
                team.BudgetOwner,
                teamPriorities[team.Code].ToHashSet(),
                team.Cadence,
                team.ResponseDays ?? 0);
        }
    }

    public static DesignUnits Of(ModelSnapshot snapshot) => new(snapshot);

    /// <summary>Null when there is no such organisation unit.</summary>
    public DesignUnit? Unit(string? code) => code is null ? null : _units.GetValueOrDefault(code);

    /// <summary>Null when there is no such team.</summary>
    public DesignUnit? Team(string? code) => code is null ? null : _teams.GetValueOrDefault(code);

    public Goals GoalsOfUnit(string code) => _unitGoals.GetValueOrDefault(code, Goals.None);

    public Goals GoalsOfTeam(string code) => _teamGoals.GetValueOrDefault(code, Goals.None);

    private static Dictionary<string, Goals> GoalsByOwner<T>(Table<T> rows, Func<T, string> owner, Func<T, (string Kpi, double Weight)> goal)
        where T : ModelRow =>
        rows.GroupBy(owner, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Goals(group.Select(goal)), StringComparer.Ordinal);

    private static HashSet<string> MetricsOf(Goals goals, Table<Kpi> kpis) => [.. goals.Weights.Keys.Select(kpi => kpis.Find(kpi)?.Metric ?? kpi)];
}
