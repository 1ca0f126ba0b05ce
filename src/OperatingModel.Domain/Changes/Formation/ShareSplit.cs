namespace OperatingModel.Domain.Changes.Formation;

/// <summary>
/// How the people of the roles are shared out: every member role gives its team what the team needs of it; teams that are then still
/// too small are filled up from people left over. Finds a way to fill them whenever there is one (a small maximum flow).
/// </summary>
internal sealed class ShareSplit
{
    private readonly FormationProblem _problem;
    private readonly FormationState _state;
    private readonly double[] _left;
    private readonly double[,] _extra;

    private ShareSplit(FormationProblem problem, FormationState state)
    {
        (_problem, _state) = (problem, state);
        _left = [.. problem.Roles.Select(role => role.SupplyFte)];
        _extra = new double[problem.Roles.Count, problem.Missions.Count];
    }

    /// <summary>Null when the limits cannot be kept: too few people of a role, or a team too large or too small.</summary>
    public static ShareSplit? Of(FormationProblem problem, FormationState state)
    {
        var split = new ShareSplit(problem, state);
        var missing = new double[problem.Missions.Count];
        for (var mission = 0; mission < missing.Length; mission++)
        {
            var size = 0.0;
            foreach (var role in state.MembersOf(mission))
            {
                split._left[role] -= problem.NeedFte(role, mission);
                size += problem.NeedFte(role, mission);
            }

            if (Tolerance.Greater(size, problem.Limits.LargestTeam))
            {
                return null;
            }

            missing[mission] = state.HasTeam(mission) ? Math.Max(0, problem.Limits.SmallestTeam - size) : 0;
        }

        return Array.TrueForAll(split._left, left => Tolerance.AtLeast(left, 0))
            && Enumerable.Range(0, missing.Length).All(mission => split.Fill(mission, missing[mission])) ? split : null;
    }

    /// <summary>Full-time equivalents of a member role in its team.</summary>
    public double FteOf(int role, int mission) => _problem.NeedFte(role, mission) + _extra[role, mission];

    private bool Fill(int mission, double missing)
    {
        while (missing > Tolerance.Value)
        {
            var filled = FillOnce(mission, missing);
            if (filled <= 0)
            {
                return false;
            }

            missing -= filled;
        }

        return true;
    }

    // Breadth first from the team that lacks people: a role with people left ends the search; a role whose people fill up another
    // team leads on to that team, which would then need others in their place.
    private double FillOnce(int mission, double missing)
    {
        var reachedBy = new Dictionary<int, (int Role, int From)> { [mission] = (-1, -1) };
        var open = new Queue<int>([mission]);
        while (open.TryDequeue(out var team))
        {
            foreach (var role in _state.MembersOf(team))
            {
                if (_left[role] > Tolerance.Value)
                {
                    return Give(role, team, missing, reachedBy);
                }

                for (var other = 0; other < _problem.Missions.Count; other++)
                {
                    if (_extra[role, other] > Tolerance.Value && reachedBy.TryAdd(other, (role, team)))
                    {
                        open.Enqueue(other);
                    }
                }
            }
        }

        return 0;
    }

    private double Give(int role, int team, double missing, Dictionary<int, (int Role, int From)> reachedBy)
    {
        var amount = Math.Min(missing, _left[role]);
        for (var step = team; reachedBy[step].From >= 0; step = reachedBy[step].From)
        {
            amount = Math.Min(amount, _extra[reachedBy[step].Role, step]);
        }

        _left[role] -= amount;
        _extra[role, team] += amount;
        for (var step = team; reachedBy[step].From >= 0; step = reachedBy[step].From)
        {
            _extra[reachedBy[step].Role, step] -= amount;
            _extra[reachedBy[step].Role, reachedBy[step].From] += amount;
        }

        return amount;
    }
}
