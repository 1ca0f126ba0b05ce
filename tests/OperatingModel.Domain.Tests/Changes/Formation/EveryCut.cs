using OperatingModel.Domain.Changes.Formation;

namespace OperatingModel.Domain.Tests.Changes.Formation;

/// <summary>The best cut of a small problem, found by trying all of them.</summary>
internal static class EveryCut
{
    /// <summary>At most two missions, six roles that can join and four changes: up to a few hundred thousand cuts.</summary>
    public static bool IsSmall(FormationProblem problem) =>
        problem.Missions.Count <= 2 && problem.Roles.Count(role => role.CanJoin) <= 6 && problem.Changes.Count <= 4;

    public static double LowestLoad(FormationProblem problem)
    {
        var costs = new FormationCosts(problem);
        var state = FormationState.Today(problem);
        var lowest = costs.LoadOf(state);
        foreach (var _ in Leads(problem, state, 0))
        {
            int[] teams = [.. Enumerable.Range(0, problem.Missions.Count).Where(state.HasTeam)];
            if (!teams.All(team => FormationTeams.KeepsMission(problem, state, team)))
            {
                continue;
            }

            var places = teams
                .SelectMany(team =>
                    Enumerable.Range(0, problem.Roles.Count).Where(role => MayJoin(problem, costs, state, role, team)).Select(role => (team, role)))
                .ToArray();
            for (var chosen = 0; chosen < 1 << places.Length; chosen++)
            {
                for (var i = 0; i < places.Length; i++)
                {
                    state.Members[places[i].team][places[i].role] = (chosen >> i & 1) == 1;
                }

                if (costs.LoadOf(state) is var load && load < lowest - 1e-9 && ShareSplit.Of(problem, state) is not null)
                {
                    lowest = load;
                }
            }

            Array.ForEach(places, place => state.Members[place.team][place.role] = false);
        }

        return lowest;
    }

    private static bool MayJoin(FormationProblem problem, FormationCosts costs, FormationState state, int role, int team) =>
        problem.Roles[role].CanJoin && (FormationTeams.IsRequired(problem, role, team) || state.LedBy(team).Any(change => costs.Uses(change, role)));

    private static IEnumerable<int> Leads(FormationProblem problem, FormationState state, int change)
    {
        if (change == problem.Changes.Count)
        {
            yield return 0;
            yield break;
        }

        for (var mission = -1; mission < problem.Missions.Count; mission++)
        {
            state.Leads[change] = mission;
            foreach (var rest in Leads(problem, state, change + 1))
            {
                yield return rest;
            }
        }
    }
}
