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
            "How the goals of a team's members act on the goals of the team, before and after part of appraisal depends on team goals.",
            analyses => Indicator.ByCode(analyses.Outcomes, team => team.Team, Outcome))
        {
            Figures = analyses => analyses.Outcomes.Select(team => new OpenFigure(team.Team, () => team.Explain(analyses.Model))),
        },
        new(
            "unitMatrix",
            "Conflict and support between the goals of two organisation units, for every pair that has any.",
            analyses => Indicator.ByCode(Clashes(analyses), PairOf, clash => new { clash.Goals.Conflict, clash.Goals.Support }))
        {
            Figures = analyses => Clashes(analyses).Select(clash =>
                new OpenFigure(PairOf(clash), () => clash.Explain(analyses.Model), () => clash.ExplainSupport(analyses.Model))),
        },
        new(
            "teamInternalConflict",
            "How far a team's own scorecard contradicts itself, 0..1.",
            analyses => Indicator.ByCode(analyses.Outcomes, team => team.Team, team => team.InternalConflict))
        {
            Figures = analyses => analyses.Outcomes.Select(team => new OpenFigure(team.Team, () => team.ExplainInternalConflict(analyses.Model))),
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

    private static IEnumerable<Clash> Clashes(ModelAnalyses analyses) => ClashMatrix.Compute(analyses.Model).Pairs
        .Where(clash => Tolerance.Greater(clash.Goals.Conflict, 0) || Tolerance.Greater(clash.Goals.Support, 0));

    private static string PairOf(Clash clash) => $"{clash.Unit.Code}|{clash.Other.Code}";
}
