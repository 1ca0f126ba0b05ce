using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Organisation;

namespace OperatingModel.Domain.Teams;

/// <summary>How the goals of one home unit's people act on the team's goals.</summary>
/// <param name="Fte">Its full members of the team.</param>
/// <param name="Conflict">0..1.</param>
/// <param name="Support">0..1.</param>
/// <param name="Share">Its part of the team's goal conflict: FTE × conflict ÷ all FTE.</param>
public sealed record HomePull(string Unit, double Fte, double Conflict, double Support, double Share);

/// <summary>
/// Pull of the members' goals on the outcome of a team (F13). An outcome view, because a plain average over pairs can rise when a
/// shared goal is added although every member pulls less against the outcome.
/// </summary>
/// <param name="GoalConflict">Mean conflict of a member's goals with the team's, 0..1; null without members.</param>
/// <param name="GoalSupport">Mean support, 0..1; null without members.</param>
/// <param name="SharedGoalOverlap">How much members of different home units are measured by the same KPIs, 0..1; 1 with a single home unit.</param>
/// <param name="Rows">Largest share of the conflict first, then by unit.</param>
public sealed record OutcomePull(double? GoalConflict, double? GoalSupport, double? SharedGoalOverlap, IReadOnlyList<HomePull> Rows)
{
    /// <summary>FTE weighting hides a small unit with a strong clash; this is it.</summary>
    public HomePull? WorstUnit => Rows.MaxBy(row => row.Conflict);

    /// <param name="members">Distinct home units.</param>
    /// <param name="homeGoals">The goals of a unit, as they are without the team.</param>
    /// <param name="sharedGoalWeight">λ: share of appraisal carried by team goals, 0..1.</param>
    public static OutcomePull Of(
        IReadOnlyList<HomeShare> members, Func<string, Goals> homeGoals, Goals teamGoals, double sharedGoalWeight, GoalInteractions interactions)
    {
        var total = members.Sum(member => member.Fte);
        if (total <= 0)
        {
            return new OutcomePull(null, null, null, []);
        }

        Goals[] goals = [.. members.Select(member => homeGoals(member.Unit).BlendedWith(teamGoals, sharedGoalWeight))];
        HomePull[] rows = [.. members.Select((member, i) => Row(member, interactions.Between(goals[i], teamGoals), total))];
        return new OutcomePull(
            Math.Clamp(rows.Sum(row => row.Share), 0, 1),
            Math.Clamp(rows.Sum(row => row.Fte * row.Support) / total, 0, 1),
            Overlap(members, goals),
            TieOrder.Sort(rows, row => row.Unit, row => row.Share));
    }

    private static HomePull Row(HomeShare member, GoalPull pull, double total) =>
        new(member.Unit, member.Fte, pull.Conflict, pull.Support, member.Fte * pull.Conflict / total);

    private static double Overlap(IReadOnlyList<HomeShare> members, Goals[] goals)
    {
        var (overlap, weight) = (0.0, 0.0);
        for (var i = 0; i < members.Count; i++)
        {
            for (var j = i + 1; j < members.Count; j++)
            {
                var pair = members[i].Fte * members[j].Fte;
                overlap += pair * goals[i].OverlapWith(goals[j]);
                weight += pair;
            }
        }

        return weight > 0 ? Math.Clamp(overlap / weight, 0, 1) : 1;
    }
}
