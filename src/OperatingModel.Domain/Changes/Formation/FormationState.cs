namespace OperatingModel.Domain.Changes.Formation;

/// <summary>A cut into teams while it is searched for. A mission has a team when it leads a change; roles and missions go by their index.</summary>
internal sealed class FormationState
{
    private FormationState(int[] leads, bool[][] members) => (Leads, Members) = (leads, members);

    /// <summary>Leading mission of each change, -1 for none.</summary>
    public int[] Leads { get; }

    /// <summary>By mission: which roles have a share in its team.</summary>
    public bool[][] Members { get; }

    /// <summary>Today: no team, every role at home.</summary>
    public static FormationState Today(FormationProblem problem) => new(
        [.. problem.Changes.Select(_ => -1)],
        [.. problem.Missions.Select(_ => new bool[problem.Roles.Count])]);

    public FormationState Copy() => new([.. Leads], [.. Members.Select(team => (bool[])team.Clone())]);

    public bool HasTeam(int mission) => Array.IndexOf(Leads, mission) >= 0;

    /// <summary>Changes led by the team of a mission.</summary>
    public IEnumerable<int> LedBy(int mission)
    {
        for (var change = 0; change < Leads.Length; change++)
        {
            if (Leads[change] == mission)
            {
                yield return change;
            }
        }
    }

    public IEnumerable<int> MembersOf(int mission)
    {
        var team = Members[mission];
        for (var role = 0; role < team.Length; role++)
        {
            if (team[role])
            {
                yield return role;
            }
        }
    }

    /// <summary>Gives a change to another team, or to none; a team that leads nothing any more is dissolved.</summary>
    public void Lead(int change, int mission)
    {
        var before = Leads[change];
        Leads[change] = mission;
        if (before >= 0 && !HasTeam(before))
        {
            Array.Clear(Members[before]);
        }
    }
}
