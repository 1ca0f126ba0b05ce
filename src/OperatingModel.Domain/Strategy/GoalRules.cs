using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Strategy;

/// <summary>The scorecards and priorities of organisation units and teams.</summary>
internal static class GoalRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        GoalSum<OrganisationUnit, OrganisationUnitGoal>("organisation-unit-goals", goal => goal.Unit, goal => goal.Weight),
        GoalSum<Team, TeamGoal>("team-goals", goal => goal.Team, goal => goal.Weight),
        PriorityCount<OrganisationUnit, OrganisationUnitPriority>("organisation-unit-priorities", priority => priority.Unit),
        PriorityCount<Team, TeamPriority>("team-priorities", priority => priority.Team),
        ModelRule.Warning("team-without-goal", TeamWithoutGoal),
    ];

    private static ModelRule GoalSum<TOwner, TGoal>(string code, Func<TGoal, string> ownerOf, Func<TGoal, double> weightOf)
        where TOwner : ModelRow
        where TGoal : ModelRow => ModelRule.Unfinished(code, check =>
    {
        foreach (var (owner, goals) in check.Owners<TOwner, TGoal>(ownerOf))
        {
            if (goals.Count > 0 && goals.Sum(weightOf) is var sum && !Tolerance.Same(sum, 1))
            {
                check.Report(owner, "goals", $"The goals of {owner.Key} weigh {FigureText.Of(sum, 9)} together; let their weights sum to 1.");
            }
        }
    });

    private static ModelRule PriorityCount<TOwner, TPriority>(string code, Func<TPriority, string> ownerOf)
        where TOwner : ModelRow
        where TPriority : ModelRow => ModelRule.Error(code, check =>
    {
        foreach (var (owner, priorities) in check.Owners<TOwner, TPriority>(ownerOf))
        {
            if (priorities.Count > OrganisationUnit.MaxPriorities)
            {
                check.Report(owner, "priorities", $"{owner.Key} has {priorities.Count} priorities; keep the top {OrganisationUnit.MaxPriorities}.");
            }
        }
    });

    private static void TeamWithoutGoal(RuleCheck check)
    {
        foreach (var (team, goals) in check.Owners<Team, TeamGoal>(goal => goal.Team))
        {
            if (goals.Count == 0)
            {
                check.Report(team, "goals", $"{team.Code} has no goal; give it at least one outcome KPI.");
            }
        }
    }
}
