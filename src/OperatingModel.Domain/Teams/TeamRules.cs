namespace OperatingModel.Domain.Teams;

/// <summary>How roles and people are given to teams, and how teams work together.</summary>
internal static class TeamRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Error("required-role-without-mode", WithoutMode),
        ModelRule.Error("interaction-with-itself", WithItself),
        ModelRule.Error("allocation-without-provider", WithoutProvider),
        ModelRule.Warning("allocation-in-other-role", InOtherRole),
    ];

    private static void WithoutMode(RuleCheck check)
    {
        foreach (var required in check.Rows<RequiredRole>().Where(required => required.Modes == ParticipationModes.None))
        {
            check.Report(required, nameof(RequiredRole.Modes),
                $"No way of taking part counts for {required.Role}, so it can never be covered; allow at least one.");
        }
    }

    private static void WithItself(RuleCheck check)
    {
        foreach (var interaction in check.Rows<Interaction>().Where(interaction => interaction.Team == interaction.With))
        {
            check.Report(interaction, nameof(Interaction.With), $"{interaction.Team} cannot agree an interaction with itself; name another team.");
        }
    }

    private static void WithoutProvider(RuleCheck check)
    {
        foreach (
            var allocation in check.Rows<Allocation>().Where(allocation => allocation is { Provider: null, Mode: not ParticipationMode.Embedded }))
        {
            check.Report(allocation, nameof(Allocation.Provider),
                $"{allocation.Role} takes part as {allocation.Mode}, so a team must provide it; name that team, or embed the role.");
        }
    }

    private static void InOtherRole(RuleCheck check)
    {
        var people = check.Model.Table<Person>();
        var touched = check.Touched<Person, string?>(person => person.Code);
        foreach (var allocation in check.Rows<Allocation, string?>(allocation => allocation.Person, touched))
        {
            if (allocation.Person is not null && people.Find(allocation.Person) is { } person && person.Role != allocation.Role)
            {
                check.Report(allocation, nameof(Allocation.Role),
                    $"{person.Code} is {person.Role} but allocated as {allocation.Role}; correct one of them.");
            }
        }
    }
}
