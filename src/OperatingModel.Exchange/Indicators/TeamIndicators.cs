using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>
/// Whether teams have whom they need and can keep their subjects in their heads, how busy specialists are, what teams own (F14, F15, F26).
/// </summary>
internal static class TeamIndicators
{
    public static IEnumerable<Indicator> All =>
        [
            new("teams", "Coverage of the roles each team needs, its cognitive load and its full members.", analyses =>
                Indicator.ByCode(TeamCoverage.Compute(analyses.Model).Zip(CognitiveLoad.Compute(analyses.Model)), team => team.First.Team, Design))
            {
                Figures = analyses =>
                    TeamCoverage
                        .Compute(analyses.Model)
                        .Zip(CognitiveLoad.Compute(analyses.Model), (coverage, load) =>
                            new OpenFigure(
                                coverage.Team,
                                () => coverage.Explain(analyses.Model),
                                () => load.Explain(analyses.Model.Settings, analyses.Model))),
            },
            new("people", "Utilisation of every shared specialist, what switching between teams leaves of it, and how long work waits.", analyses =>
                Indicator.ByCode(PersonLoad.Compute(analyses.Model), person => person.Person.Code, Load))
            {
                Figures = analyses =>
                    PersonLoad.Compute(analyses.Model).Select(person => new OpenFigure(person.Person.Code, () => person.Explain(analyses.Model))),
            },
            new("conway", "Share of capabilities with an owner team, and applications that several teams own.", Ownership)
            {
                Figures = analyses =>
                    [
                        new OpenFigure("ownershipCoverage", () => analyses.Ownership.ExplainCoverage(analyses.Model)),
                        new OpenFigure("sharedRunCostShare", () => analyses.Ownership.ExplainSharedCost(analyses.Model)),
                    ],
            },
        ];

    private static object Design((TeamCoverage Coverage, CognitiveLoad Load) team) =>
        new
        {
            Coverage = Coverage(team.Coverage),
            Cognitive = new
            {
                team.Load.Points,
                team.Load.Ratio,
                team.Load.Status,
                team.Load.Warnings,
            },
            team.Coverage.EmbeddedFte,
        };

    private static object Coverage(TeamCoverage team) =>
        new
        {
            team.Coverage,
            Complete = team.IsComplete,
            Rows = team.Rows.Select(row => new
            {
                row.Required.Role,
                row.Coverage,
                row.ShortfallFte,
                row.Status,
            }),
        };

    private static object Load(PersonLoad person) =>
        new
        {
            person.Utilisation,
            Overload = person.OverloadFte,
            person.Teams,
            person.EffectiveFte,
            person.QueueFactor,
            person.Status,
            person.Fragmentation,
        };

    private static object Ownership(ModelAnalyses analyses)
    {
        var ownership = analyses.Ownership;
        return new
        {
            OwnershipCoverage = ownership.Coverage,
            ownership.Unowned,
            SharedApplications = ownership.SharedApplications.Select(shared => new { Application = shared.Application.Code, shared.Teams }),
            ownership.SharedRunCostShare,
        };
    }
}
