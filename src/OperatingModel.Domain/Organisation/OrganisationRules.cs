namespace OperatingModel.Domain.Organisation;

/// <summary>Today's organisation chart, its roles and who decides.</summary>
internal static class OrganisationRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Error("organisation-unit-cycle", Cycle),
        ModelRule.Warning("role-without-home", RoleWithoutHome),
        ModelRule.Error("decision-letters", Letters),
    ];

    private static void Cycle(RuleCheck check)
    {
        var units = check.Model.Table<OrganisationUnit>();
        foreach (var circle in Circles.Find(
            check.Rows<OrganisationUnit>().Select(unit => unit.Code),
            code => units.Find(code)?.Parent is { } parent && units.Contains(parent) ? [parent] : []))
        {
            check.Report(units.Find(circle[0])!, nameof(OrganisationUnit.Parent),
                $"The parents go round in a circle, {Circles.Shown(circle)}; choose another parent.");
        }
    }

    private static void RoleWithoutHome(RuleCheck check)
    {
        foreach (var role in check.Rows<Role>().Where(role => role.HomeUnit is null))
        {
            check.Report(role, nameof(Role.HomeUnit),
                $"{role.Code} has no home unit, so today's hand-offs cannot be counted; name the unit where it sits today.");
        }
    }

    private static void Letters(RuleCheck check)
    {
        foreach (var right in check.Rows<DecisionRight>())
        {
            if (right.Letters.Length == 0
                || right.Letters.Distinct().Count() < right.Letters.Length
                || right.Letters.Except(DecisionRight.AllLetters).Any())
            {
                check.Report(
                    right, nameof(DecisionRight.Letters), $"'{right.Letters}' is no decision right; use R, A, C, I and V, each at most once.");
            }
        }
    }
}
