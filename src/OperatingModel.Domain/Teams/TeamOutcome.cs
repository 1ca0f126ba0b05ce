using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Teams;

/// <summary>People of one home unit in a team.</summary>
/// <param name="Fte">Embedded full-time equivalents, above 0.</param>
public sealed record HomeShare(string Unit, double Fte);

/// <summary>
/// The full members of a team, how their goals pull on its outcome before and after goals are shared, and its own scorecard (F13).
/// </summary>
/// <param name="Members">By home unit, in the order of the allocations; roles without a home unit are left out.</param>
/// <param name="Before">Without appraisal by team goals.</param>
/// <param name="After">With the agreed share of appraisal by team goals.</param>
/// <param name="SharedGoalWeight">That share, 0..1.</param>
/// <param name="Scorecard">The team's goals with themselves.</param>
public sealed record TeamOutcome(
    string Team,
    IReadOnlyList<HomeShare> Members,
    OutcomePull Before,
    OutcomePull After,
    double SharedGoalWeight,
    GoalPull Scorecard)
{
    /// <summary>The team's goals against themselves, 0..1; above 0 its scorecard contradicts itself.</summary>
    public double InternalConflict => Scorecard.Conflict;

    /// <summary>All teams, in the order of their list.</summary>
    public static IReadOnlyList<TeamOutcome> Compute(ModelSnapshot snapshot)
    {
        var units = DesignUnits.Of(snapshot);
        var interactions = GoalInteractions.Of(snapshot);
        var share = snapshot.Settings.SharedGoalWeight;
        var homes = snapshot.Table<Role>().ToDictionary(role => role.Code, role => role.HomeUnit, StringComparer.Ordinal);
        var embedded = snapshot.Table<Allocation>().Where(a => a.Mode == ParticipationMode.Embedded).ToLookup(a => a.Team);
        return [.. snapshot.Table<Team>().Select(team => Of(team.Code))];

        TeamOutcome Of(string team)
        {
            HomeShare[] members =
            [
                .. embedded[team].GroupBy(a => homes.GetValueOrDefault(a.Role))
                    .Where(group => group.Key is not null)
                    .Select(group => new HomeShare(group.Key!, group.Sum(a => a.Fte))),
            ];
            var goals = units.GoalsOfTeam(team);
            return new TeamOutcome(
                team,
                members,
                OutcomePull.Of(members, units.GoalsOfUnit, goals, 0, interactions),
                OutcomePull.Of(members, units.GoalsOfUnit, goals, share, interactions),
                share,
                interactions.Between(goals, goals));
        }
    }

    private static readonly FigureUnit Unit = new("of 1", 3);

    public Explanation ExplainInternalConflict(ModelSnapshot? model = null) =>
        Scorecard.ExplainConflict($"Conflict of the goals of {ModelInput.NameOf<Team>(model, Team)} with each other", model);

    public Explanation Explain(ModelSnapshot? model = null) => new(
        $"Goal conflict of the members of {ModelInput.NameOf<Team>(model, Team)}",
        After.GoalConflict is null
            ? "Nobody of a home unit is a full member: unknown."
            : "Sum over home units: share of the team's people times conflict of their goals with the team's; "
                + $"appraisal depends on team goals for {FigureText.Percent(SharedGoalWeight)}.",
        After.GoalConflict,
        Unit,
        [.. After.Rows.Select(row => Term(model, row))],
        [
            $"Before goals are shared it is {FigureText.Of(Before.GoalConflict, 3)}.",
            $"Support is {FigureText.Of(After.GoalSupport, 3)} of 1; it is never set off against the conflict.",
            .. After.WorstUnit is { Conflict: > 0 } worst
                ?
                [
                    $"The strongest clash of one unit is {ModelInput.NameOf<OrganisationUnit>(model, worst.Unit)} "
                        + $"with {FigureText.Of(worst.Conflict, 3)}, however few people it sends.",
                ]
                : (string[])[],
        ],
        After.GoalConflict is null
            ? []
            : [$"With appraisal on team goals alone it would be {FigureText.Of(InternalConflict, 3)}: the team's own scorecard against itself."]);

    private ExplanationTerm Term(ModelSnapshot? model, HomePull row)
    {
        var unit = ModelInput.Of<OrganisationUnit>(model, row.Unit);
        return new ExplanationTerm(unit.Name, [unit], row.Share, $"support {FigureText.Of(row.Support, 3)}")
        {
            Formula = Formula.Of("FTE", row.Fte, FigureUnit.Fte) / Formula.Of("all", Members.Sum(member => member.Fte), FigureUnit.Fte)
                * Formula.Of("conflict", row.Conflict, Unit),
        };
    }
}
