using OperatingModel.Domain.Changes;
using OperatingModel.Domain.Changes.Formation;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Changes.Formation;

/// <summary>Random organisations with roles, teams and customer changes; some say much about their teams, some nothing.</summary>
internal static class RandomDesigns
{
    private static readonly string[] Stages = ["S1", "S2", "S3"];

    public static ModelSnapshot Model(Random random, int roles = 8, int changes = 4, int teams = 3)
    {
        var kpis = Organisation.RandomOrganisation.KpiCodes(4);
        string[] units = [.. Enumerable.Range(1, random.Next(2, 6)).Select(i => $"U{i}")];
        Role[] allRoles = [.. Enumerable.Range(1, random.Next(3, roles + 1)).Select(i => NewRole(random, i, units))];
        Team[] allTeams = [.. Enumerable.Range(1, random.Next(0, teams + 1)).Select(i => NewTeam(random, i))];
        return Models.Of(
        [
            .. kpis.Select(kpi => Organisation.RandomOrganisation.NewKpi(kpi, KpiDirection.Maximise)),
            .. units.Select(unit => NewUnit(random, unit)),
            .. units.SelectMany(unit => Some(random, kpis).Select(kpi => new OrganisationUnitGoal(unit, kpi, 0.5))),
            .. units.SelectMany(unit => Some(random, ["O1", "O2", "O3"]).Select(objective => new OrganisationUnitPriority(unit, objective))),
            .. allRoles,
            .. allTeams,
            .. allTeams.SelectMany(team => Some(random, kpis).Select(kpi => new TeamGoal(team.Code, kpi, 0.5))),
            .. allTeams.SelectMany(team => Some(random, ["O1", "O2", "O3"]).Select(objective => new TeamPriority(team.Code, objective))),
            .. allTeams.SelectMany(team => Some(random, Stages).Select(stage => new TeamStage(team.Code, stage))),
            .. allTeams.SelectMany(team =>
                Enumerable.Range(1, random.Next(0, 3)).Select(i => new TeamDomain(team.Code, $"D{i}", (Complexity)random.Next(3)))),
            .. allTeams.SelectMany(team =>
                allRoles
                    .Where(_ => random.Next(4) == 0)
                    .Select(role =>
                        new RequiredRole(team.Code, role.Code, random.Next(1, 8) / 2.0, ParticipationModes.Embedded, random.Next(2) == 0))),
            .. allTeams.SelectMany(team => allRoles.Where(_ => random.Next(2) == 0).Select(role => Allocated(random, team, role, allTeams))),
            .. Enumerable.Range(1, random.Next(1, changes + 1)).SelectMany(i => NewChange(random, i, allRoles, allTeams)),
        ]);
    }

    /// <summary>Tight limits and scarce people, so that teams compete.</summary>
    public static FormationRequest Scarce(Random random, ModelSnapshot model) =>
        new(
            Limits: new FormationLimits(random.Next(1, 4) / 2.0, random.Next(4, 10) / 2.0, 0.5, Complexity.Simple),
            Supplies:
            [
                .. model
                    .Table<Role>()
                    .Where(_ => random.Next(3) > 0)
                    .Select(role => new RoleSupply(role.Code, random.Next(0, 3) / 2.0, random.Next(1, 3) / 2.0)),
            ]);

    private static Role NewRole(Random random, int i, string[] units) => new(
        $"R{i:00}",
        $"Role {i}",
        null,
        random.Next(4) > 0 ? ParticipationMode.Embedded : (ParticipationMode)random.Next(6),
        random.Next(12) == 0 ? null : units[random.Next(units.Length)]);

    private static OrganisationUnit NewUnit(Random random, string code) => new(
        code,
        $"Unit {code}",
        OrganisationUnitKind.Silo,
        null,
        random.Next(3) == 0 ? null : random.Next(0, 20),
        null,
        $"C{random.Next(3)}O",
        (Cadence)random.Next(5),
        random.Next(0, 10));

    private static Team NewTeam(Random random, int i) => new(
        $"T{i}", $"Team {i}", (TeamType)random.Next(4), $"C{random.Next(3)}O", (Cadence)random.Next(5), random.Next(0, 4), null, null);

    private static Allocation Allocated(Random random, Team team, Role role, Team[] teams)
    {
        var mode = random.Next(2) == 0 ? ParticipationMode.Embedded : role.DefaultMode;
        return new Allocation(
            team.Code,
            role.Code,
            random.Next(1, 12) / 2.0,
            mode,
            mode == ParticipationMode.Embedded ? null : teams[random.Next(teams.Length)].Code,
            null);
    }

    private static IEnumerable<ModelRow> NewChange(Random random, int i, Role[] roles, Team[] teams)
    {
        var code = $"CH{i}";
        var count = random.Next(2, 10);
        var lead = teams.Length > 0 && random.Next(2) == 0 ? teams[random.Next(teams.Length)].Code : null;
        yield return new CustomerChange(
            code,
            $"Change {i}",
            random.Next(5) == 0 ? null : Stages[random.Next(Stages.Length)],
            lead,
            random.Next(0, 8));
        for (var step = 1; step <= count; step++)
        {
            yield return new ChangeStep(
                code,
                step,
                $"step {step}",
                roles[random.Next(roles.Length)].Code,
                random.Next(0, 8),
                step == count ? null : (StepLink)random.Next(3));
        }
    }

    private static IEnumerable<string> Some(Random random, string[] codes) => codes.Where(_ => random.Next(3) == 0);
}
