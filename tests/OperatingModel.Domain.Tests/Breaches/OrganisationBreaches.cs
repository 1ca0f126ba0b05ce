using OperatingModel.Domain.Organisation;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class OrganisationBreaches
{
    public static Breach[] All { get; } =
    [
        new("organisation-unit-cycle", "organisationUnits IT", Change<OrganisationUnit>("IT", unit => unit with { Parent = "ITD" })),
        new("role-without-home", "roles PM", Change<Role>("PM", role => role with { HomeUnit = null })),
        new("decision-letters", "decisionRights Fund an initiative · CIO", Letters("X")),
        new("decision-letters", "decisionRights Fund an initiative · CIO", Letters("AA")),
        new("decision-letters", "decisionRights Fund an initiative · CIO", Letters("a")),
    ];

    private static RowChange Letters(string letters) =>
        Change<DecisionRight>(RowKey.Of("Fund an initiative", "CIO"), right => right with { Letters = letters });
}
