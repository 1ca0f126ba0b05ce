using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Whether teams have whom they need and can keep their subjects in their heads, how busy specialists are, what teams own (F14, F15, F26).</summary>
internal static class TeamIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new(
            "teams",
            "Coverage of the roles each team needs, its cognitive load and its full members.",
            model => Indicator.ByCode(TeamCoverage.Compute(model).Zip(CognitiveLoad.Compute(model)), team => team.First.Team, Design))
        {
            Figures = model => TeamCoverage.Compute(model)
                .Zip(CognitiveLoad.Compute(model), (coverage, load) => new OpenFigure(coverage.Team, coverage.Explain, () => load.Explain(model.Settings))),
        },
        new(
            "people",
            "Utilisation of every shared specialist, what switching between teams leaves of it, and how long work waits.",
            model => Indicator.ByCode(PersonLoad.Compute(model), person => person.Person.Code, Load))
        {
            Figures = model => PersonLoad.Compute(model).Select(person => new OpenFigure(person.Person.Code, person.Explain)),
        },
        new("conway", "Share of capabilities with an owner team, and applications that several teams own.", Ownership)
        {
            Figures = model =>
            [
                new OpenFigure("ownershipCoverage", Domain.Teams.Ownership.Compute(model).ExplainCoverage),
                new OpenFigure("sharedRunCostShare", Domain.Teams.Ownership.Compute(model).ExplainSharedCost),
            ],
        },
    ];

    private static object Design((TeamCoverage Coverage, CognitiveLoad Load) team) => new
    {
        Coverage = Coverage(team.Coverage),
        Cognitive = new { team.Load.Points, team.Load.Ratio, team.Load.Status, team.Load.Warnings },
        team.Coverage.EmbeddedFte,
    };

    private static object Coverage(TeamCoverage team) => new
    {
        team.Coverage,
        Complete = team.IsComplete,
        Rows = team.Rows.Select(row => new { row.Required.Role, row.Coverage, row.ShortfallFte, row.Status }),
    };

    private static object Load(PersonLoad person) => new
    {
        person.Utilisation,
        Overload = person.OverloadFte,
        person.Teams,
        person.EffectiveFte,
        person.QueueFactor,
        person.Status,
        person.Fragmentation,
    };

    private static object Ownership(ModelSnapshot model)
    {
        var ownership = Domain.Teams.Ownership.Compute(model);
        return new
        {
            OwnershipCoverage = ownership.Coverage,
            ownership.Unowned,
            SharedApplications = ownership.SharedApplications.Select(shared => new { Application = shared.Application.Code, shared.Teams }),
            ownership.SharedRunCostShare,
        };
    }
}
