namespace OperatingModel.Domain.Changes.Formation;

/// <summary>Teams that keep the limits: whether they do, and how a team is put together that does.</summary>
internal static class FormationTeams
{
    /// <summary>Every team leads a change of its own mission, can carry its missions, and there are people for the right size.</summary>
    public static bool Keeps(FormationProblem problem, FormationState state) =>
        Enumerable.Range(0, problem.Missions.Count).All(mission => KeepsMission(problem, state, mission))
        && ShareSplit.Of(problem, state) is not null;

    public static bool KeepsMission(FormationProblem problem, FormationState state, int mission)
    {
        int[] missions = [.. state.LedBy(mission).Select(change => problem.Changes[change].Mission).Distinct()];
        return missions.Length == 0
            || (missions.Contains(mission) && !Tolerance.Greater(missions.Sum(m => problem.Missions[m].Points), problem.DomainCapacity));
    }

    /// <summary>Fills a new team with all that could join, and shapes it.</summary>
    public static void Gather(FormationProblem problem, FormationCosts costs, FormationState state, int mission)
    {
        for (var role = 0; role < problem.Roles.Count; role++)
        {
            state.Members[mission][role] = problem.Roles[role].CanJoin
                && (IsRequired(problem, role, mission) || state.LedBy(mission).Any(change => costs.Uses(change, role)));
        }

        Shape(problem, costs, state, mission);
    }

    /// <summary>Sends members home until the team fits, those first that save least per person; then those that save nothing.</summary>
    public static void Shape(FormationProblem problem, FormationCosts costs, FormationState state, int mission)
    {
        var team = state.Members[mission];
        foreach (var role in state.MembersOf(mission).ToList())
        {
            var taken = Enumerable.Range(0, problem.Missions.Count).Where(m => state.Members[m][role]).Sum(m => problem.NeedFte(role, m));
            team[role] = !Tolerance.Greater(taken, problem.Roles[role].SupplyFte);
        }

        while (Tolerance.Greater(state.MembersOf(mission).Sum(Need), problem.Limits.LargestTeam))
        {
            var load = LedLoad();
            team[state.MembersOf(mission).MinBy(role => (LoadWithout(role) - load) / Need(role))] = false;
        }

        foreach (var role in state.MembersOf(mission).Where(role => !IsRequired(problem, role, mission)).ToList())
        {
            if (!Tolerance.Greater(LoadWithout(role), LedLoad()))
            {
                team[role] = false;
                team[role] = !Keeps(problem, state);
            }
        }

        double Need(int role) => problem.NeedFte(role, mission);

        double LoadWithout(int role)
        {
            team[role] = false;
            var load = LedLoad();
            team[role] = true;
            return load;
        }

        double LedLoad() => state.LedBy(mission).Sum(change => costs.LoadOf(change, mission, team));
    }

    public static bool IsRequired(FormationProblem problem, int role, int mission) =>
        problem.Missions[mission].Required.Contains(problem.Roles[role].Code);
}
