using OperatingModel.Domain.People;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Whether people can and want to work as the design asks (F18).</summary>
internal static class PeopleIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new(
            "readiness",
            "How far the people of a team have the skills their work needs, 0..1, and the days of training missing.",
            analyses => Indicator.ByCode(Readiness.Compute(analyses.Model), team => team.Team, Skills))
        {
            Figures = analyses => Readiness.Compute(analyses.Model).Select(team => new OpenFigure(team.Team, () => team.Explain(analyses.Model))),
        },
        new(
            "adkarBarriers",
            "Where each group is stuck in the change: the first of awareness, desire, knowledge, ability, reinforcement that is low.",
            analyses => Indicator.ByCode(BarrierPoint.Compute(analyses.Model), group => group.Readiness.Group, group => group.Element))
        {
            Figures = analyses => BarrierPoint.Compute(analyses.Model).Select(group => new OpenFigure(group.Readiness.Group, () => group.Explain())),
        },
    ];

    private static object Skills(Readiness team) => new
    {
        Readiness = team.Share,
        team.TrainingDays,
        Rows = team.Rows.Select(row => new { row.Requirement.Skill, row.Gap, row.TrainingDays, row.Priority }),
        team.Barriers,
    };
}
