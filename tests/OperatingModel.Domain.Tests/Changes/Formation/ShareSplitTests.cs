using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Changes.Formation;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Changes.Formation;

public sealed class ShareSplitTests
{
    private const int Teams = 3;
    private const int Roles = 4;

    [Fact]
    public void People_are_shared_out_whenever_that_is_possible_and_never_otherwise() =>
        Property.Holds(random =>
        {
            var problem = RandomProblem(random);
            var state = FormationState.Today(problem);
            for (var team = 0; team < Teams; team++)
            {
                state.Lead(team, team);
                for (var role = 0; role < Roles; role++)
                {
                    state.Members[team][role] = random.Next(2) == 0;
                }
            }

            var split = ShareSplit.Of(problem, state);
            (split is not null).ShouldBe(IsPossible(problem, state));
            if (split is null)
            {
                return;
            }

            for (var team = 0; team < Teams; team++)
            {
                state
                    .MembersOf(team)
                    .Sum(role => split.FteOf(role, team))
                    .ShouldBeInRange(problem.Limits.SmallestTeam - 1e-9, problem.Limits.LargestTeam + 1e-9);
                state.MembersOf(team).ShouldAllBe(role => split.FteOf(role, team) >= problem.NeedFte(role, team) - 1e-9);
            }

            for (var role = 0; role < Roles; role++)
            {
                Enumerable
                    .Range(0, Teams)
                    .Where(team => state.Members[team][role])
                    .Sum(team => split.FteOf(role, team))
                    .ShouldBeLessThanOrEqualTo(problem.Roles[role].SupplyFte + 1e-9);
            }
        });

    // Hall's condition: any set of teams lacks no more people than are left over in the roles they have among them.
    private static bool IsPossible(FormationProblem problem, FormationState state)
    {
        double[] size = [.. Enumerable.Range(0, Teams).Select(team => state.MembersOf(team).Sum(role => problem.NeedFte(role, team)))];
        double[] left =
        [
            .. Enumerable.Range(0, Roles).Select(role => problem.Roles[role].SupplyFte
                - Enumerable.Range(0, Teams).Where(team => state.Members[team][role]).Sum(team => problem.NeedFte(role, team))),
        ];
        return size.All(s => s <= problem.Limits.LargestTeam)
            && left.All(l => l >= 0)
            && Enumerable
                .Range(1, (1 << Teams) - 1)
                .All(set =>
                {
                    int[] teams = [.. Enumerable.Range(0, Teams).Where(team => (set >> team & 1) == 1)];
                    var lacking = teams.Sum(team => Math.Max(0, problem.Limits.SmallestTeam - size[team]));
                    return lacking
                        <= Enumerable.Range(0, Roles).Where(role => teams.Any(team => state.Members[team][role])).Sum(role => left[role]) + 1e-9;
                });
    }

    private static FormationProblem RandomProblem(Random random)
    {
        var needs = new double[Roles, Teams];
        for (var role = 0; role < Roles; role++)
        {
            for (var team = 0; team < Teams; team++)
            {
                needs[role, team] = random.Next(1, 4) / 2.0;
            }
        }

        return new FormationProblem(
            [
                .. Enumerable
                    .Range(0, Roles)
                    .Select(i => new FormationRole($"R{i}", $"R{i}", DesignUnit.UnknownHomeOf($"R{i}"), true, null, random.Next(2, 12) / 2.0)),
            ],
            [
                .. Enumerable
                    .Range(0, Teams)
                    .Select(i => new FormationMission(DesignUnit.UnknownHomeOf($"T{i}"), true, null, 1, new HashSet<string>())),
            ],
            [.. Enumerable.Range(0, Teams).Select(i => new FormationChange(new CustomerChange($"CH{i}", "change", null, null, 1), [], i))],
            needs,
            new FormationLimits(3, 5),
            ModelSettings.Default,
            new HashSet<string>());
    }
}
