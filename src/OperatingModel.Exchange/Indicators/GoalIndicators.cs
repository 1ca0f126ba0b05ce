using OperatingModel.Domain;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>How goals pull for and against each other: of a team's members, of organisation units, of a team with itself (F13).</summary>
internal static class GoalIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new(
            "goals",
            "How the goals of a team's members act on the goals of the team, before and after part of appraisal hangs on team goals.",
            model => Indicator.ByCode(TeamOutcome.Compute(model), team => team.Team, Outcome))
        {
            Figures = model => TeamOutcome.Compute(model).Select(team => new OpenFigure(team.Team, team.Explain)),
        },
        new(
            "unitMatrix",
            "Conflict and support between the goals of two organisation units, for every pair that has any.",
            model => Indicator.ByCode(Clashes(model), PairOf, clash => new { clash.Goals.Conflict, clash.Goals.Support }))
        {
            Figures = model => Clashes(model).Select(clash => new OpenFigure(PairOf(clash), clash.Explain, clash.ExplainSupport)),
        },
        new(
            "teamInternalConflict",
            "How far a team's own scorecard contradicts itself, 0..1.",
            model => Indicator.ByCode(TeamOutcome.Compute(model), team => team.Team, team => team.InternalConflict))
        {
            Figures = model => TeamOutcome.Compute(model).Select(team => new OpenFigure(team.Team, team.ExplainInternalConflict)),
        },
    ];

    private static object Outcome(TeamOutcome team) => new
    {
        Members = Indicator.ByCode(team.Members, member => member.Unit, member => member.Fte),
        Before = Pull(team.Before, team.InternalConflict),
        After = Pull(team.After, team.InternalConflict),
    };

    private static object Pull(OutcomePull pull, double internalConflict) => new
    {
        pull.GoalConflict,
        pull.GoalSupport,
        pull.SharedGoalOverlap,
        TeamInternalConflict = internalConflict,
        Rows = pull.Rows.Select(row => new { row.Unit, row.Fte, row.Conflict, Synergy = row.Support, row.Share }),
    };

    private static IEnumerable<Clash> Clashes(ModelSnapshot model) => ClashMatrix.Compute(model).Pairs
        .Where(clash => Tolerance.Greater(clash.Goals.Conflict, 0) || Tolerance.Greater(clash.Goals.Support, 0));

    private static string PairOf(Clash clash) => $"{clash.Unit.Code}|{clash.Other.Code}";
}
