namespace OperatingModel.Domain.Changes.Formation;

/// <summary>Teams that keep the limits: whether they do, and how a team is put together that does.</summary>
internal static class FormationTeams
{
    /// <summary>Every team leads a change of its own mission, can carry its missions, and there are people for the right size.</summary>
    public static bool Keeps(FormationProblem problem, FormationState state) =>
        Enumerable.Range(0, problem.Missions.Count).All(mission => KeepsMission(problem, state, mission)) && ShareSplit.Of(problem, state) is not null;

    public static bool KeepsMission(FormationProblem problem, FormationState state, int mission)
    {
        int[] missions = [.. state.LedBy(mission).Select(change => problem.Changes[change].Mission).Distinct()];
        return missions.Length == 0
            || (missions.Contains(mission) && !Tolerance.Greater(missions.Sum(m => problem.Missions[m].Points), problem.DomainCapacity));
    }

    /// <summary>Fills a new team with all that could join, shapes it, and gives back changes that are worse than with these loads.</summary>
    public static void Gather(FormationProblem problem, FormationCosts costs, FormationState state, int mission, double[] loads)
    {
        for (var role = 0; role < problem.Roles.Count; role++)
        {
            state.Members[mission][role] = problem.Roles[role].CanJoin
                && (IsRequired(problem, role, mission) || state.LedBy(mission).Any(change => costs.Uses(change, role)));
        }

        Shape(problem, costs, state, mission);
        var team = state.Members[mission];
        int[] worse = [.. state.LedBy(mission).Where(change => Tolerance.Greater(costs.LoadOf(change, mission, team), loads[change]))];
        if (worse.Length > 0 && worse.Length < state.LedBy(mission).Count())
        {
            Array.ForEach(worse, change => state.Lead(change, -1));
            Gather(problem, costs, state, mission, loads);
        }
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

        while (Tolerance.Greater(FteOf(state.MembersOf(mission)), problem.Limits.LargestTeam))
        {
            var load = LedLoad();
            var leaving = Groups().MinBy(roles => (LoadWithout(roles) - load) / FteOf(roles))!;
            Array.ForEach(leaving, role => team[role] = false);
        }

        foreach (var roles in Groups().Where(roles => roles.All(role => team[role] && !IsRequired(problem, role, mission))))
        {
            if (roles.All(role => team[role]) && !Tolerance.Greater(LoadWithout(roles), LedLoad()))
            {
                Array.ForEach(roles, role => team[role] = false);
                var keeps = Keeps(problem, state);
                Array.ForEach(roles, role => team[role] = !keeps);
            }
        }

        double FteOf(IEnumerable<int> roles) => roles.Sum(role => problem.NeedFte(role, mission));

        // Members one by one and, because what stays together at home costs nothing either, all of one home at once.
        List<int[]> Groups() =>
        [
            .. state.MembersOf(mission).Select(role => new[] { role }),
            .. costs.RolesByHome.Select(home => home.Where(role => team[role]).ToArray()).Where(home => home.Length > 1),
        ];

        double LoadWithout(int[] roles)
        {
            Array.ForEach(roles, role => team[role] = false);
            var load = LedLoad();
            Array.ForEach(roles, role => team[role] = true);
            return load;
        }

        double LedLoad() => state.LedBy(mission).Sum(change => costs.LoadOf(change, mission, team));
    }

    private static bool IsRequired(FormationProblem problem, int role, int mission) =>
        problem.Missions[mission].Required.Contains(problem.Roles[role].Code);
}
