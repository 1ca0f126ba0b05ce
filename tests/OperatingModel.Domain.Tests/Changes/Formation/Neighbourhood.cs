using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Changes.Formation;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Changes.Formation;

/// <summary>
/// Designs one step away from a suggestion, worked out apart from the search: whole paths by F12, people as the suggestion shared them out.
/// </summary>
internal static class Neighbourhood
{
    public static double NeedOf(FormationProblem problem, FormationRole role, SuggestedTeam team) =>
        problem.NeedFte(problem.Roles.ToList().IndexOf(role), MissionOf(problem, team.Charter.Code));

    /// <summary>
    /// Every merger of two teams and every role that joins, leaves or changes a team, with its load a year, where the limits allow it.
    /// </summary>
    public static IEnumerable<(string Move, double Load)> Of(SuggestedFormation formation)
    {
        var problem = formation.Problem;
        var free = problem.Roles.ToDictionary(
            role => role, role => role.SupplyFte - formation.Teams.Sum(team => FteOf(team, role)));
        foreach (var role in problem.Roles.Where(role => role.CanJoin))
        {
            foreach (var team in formation.Teams)
            {
                var (fte, need) = (FteOf(team, role), NeedOf(problem, role, team));
                if (fte == 0 && need <= free[role] && team.EmbeddedFte + need <= problem.Limits.LargestTeam)
                {
                    yield return ($"{role.Code} joins {team.Charter.Code}", LoadOf(formation, [With(team, role)]));
                }

                foreach (var other in formation.Teams.Where(other => other != team && fte == 0 && FteOf(other, role) > 0))
                {
                    var given = FteOf(other, role);
                    if (need <= free[role] + given
                        && team.EmbeddedFte + need <= problem.Limits.LargestTeam
                        && other.EmbeddedFte - given >= problem.Limits.SmallestTeam)
                    {
                        var load = LoadOf(formation, [With(team, role), Without(other, role)]);
                        yield return ($"{role.Code} goes from {other.Charter.Code} to {team.Charter.Code}", load);
                    }
                }
            }
        }

        foreach (var (role, team, load) in Leaving(formation))
        {
            yield return ($"{role} leaves {team}", load);
        }

        foreach (var (joining, kept) in formation.Teams.SelectMany(a => formation.Teams.Where(b => b != a).Select(b => (a, b))))
        {
            if (Merged(formation, joining, kept, free) is { } merged)
            {
                yield return ($"{joining.Charter.Code} merges into {kept.Charter.Code}", LoadOf(formation, [merged, joining with { Leads = [] }]));
            }
        }
    }

    /// <summary>Every member whose team is large enough without it, with the load a year when it goes home.</summary>
    public static IEnumerable<(string Role, string Team, double Load)> Leaving(SuggestedFormation formation) =>
        from team in formation.Teams
        from member in team.Members
        where team.EmbeddedFte - member.Fte >= formation.Problem.Limits.SmallestTeam
        select (member.Role.Code, team.Charter.Code, LoadOf(formation, [Without(team, member.Role)]));

    private static SuggestedTeam? Merged(
        SuggestedFormation formation,
        SuggestedTeam joining,
        SuggestedTeam kept,
        Dictionary<FormationRole, double> free)
    {
        var problem = formation.Problem;
        SuggestedTeam merged = kept with
        {
            Leads = [.. kept.Leads, .. joining.Leads],
            Members =
            [
                .. joining.Members.Concat(kept.Members).Select(member => member.Role).Distinct()
                    .Select(role => new SuggestedMember(role, NeedOf(problem, role, kept))),
            ],
        };
        var points = problem.Changes.Where(change => merged.Leads.Contains(change.Change.Code)).Select(change => change.Mission).Distinct()
            .Sum(mission => problem.Missions[mission].Points);
        return points <= problem.DomainCapacity && merged.EmbeddedFte <= problem.Limits.LargestTeam
            && merged.Members.All(member => member.Fte <= free[member.Role] + FteOf(joining, member.Role) + FteOf(kept, member.Role)) ? merged : null;
    }

    private static double LoadOf(SuggestedFormation formation, IReadOnlyList<SuggestedTeam> changed)
    {
        var problem = formation.Problem;
        var roles = problem.Roles.ToDictionary(role => role.Code);
        var teams = formation.Teams.Where(team => changed.All(c => c.Charter.Code != team.Charter.Code)).Concat(changed).ToList();
        return problem.Changes.Sum(change =>
        {
            var lead = teams.Find(team => team.Leads.Contains(change.Change.Code));
            var mission = lead is null ? -1 : MissionOf(problem, lead.Charter.Code);
            var path = Coordination.Of(
                change.Steps,
                code => problem.PositionOf(roles[code], mission, lead is not null && FteOf(lead, roles[code]) > 0),
                ModeFactors.Of(ModelSettings.Default),
                new HashSet<string>());
            return change.Change.PerYear * path.Load;
        });
    }

    private static int MissionOf(FormationProblem problem, string team) =>
        problem.Missions.ToList().FindIndex(mission => mission.Charter.Code == team);

    private static double FteOf(SuggestedTeam team, FormationRole role) =>
        team.Members.Where(member => member.Role == role).Sum(member => member.Fte);

    private static SuggestedTeam With(SuggestedTeam team, FormationRole role) =>
        team with
        {
            Members = [.. team.Members, new SuggestedMember(role, 1)],
        };

    private static SuggestedTeam Without(SuggestedTeam team, FormationRole role) =>
        team with { Members = [.. team.Members.Where(member => member.Role != role)] };
}
