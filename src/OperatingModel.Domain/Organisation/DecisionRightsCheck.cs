using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Organisation;

/// <summary>The rules of decision rights that can be broken, in the order they are reported (F25; RACI, and the veto of RAPID's Agree).</summary>
public enum DecisionRightsRule
{
    ExactlyOneAccountable,
    AtLeastOneResponsible,
    VetoOnlyForVetoRoles,
    AtMostOneVeto,
    AccountableAndVetoSeparate,
}

/// <summary>A type of decision with the rules its rights break (F25).</summary>
/// <param name="Violations">Empty when the rights are sound.</param>
public sealed record DecisionRightsCheck(string Decision, IReadOnlyList<DecisionRight> Rights, IReadOnlyList<DecisionRightsRule> Violations)
{
    /// <summary>All types of decision, in the order of their list.</summary>
    public static IReadOnlyList<DecisionRightsCheck> Compute(ModelSnapshot snapshot)
    {
        var rights = snapshot.Table<DecisionRight>().ToLookup(right => right.Decision);
        var vetoRoles = snapshot.Table<Role>().Where(role => role.DefaultMode == ParticipationMode.Veto).Select(role => role.Code).ToHashSet();
        return [.. snapshot.Table<DecisionType>().Select(type => Of(type.Decision, [.. rights[type.Decision]], vetoRoles))];
    }

    /// <param name="vetoRoles">Codes of the roles that have the right to stop a change.</param>
    public static DecisionRightsCheck Of(string decision, IReadOnlyList<DecisionRight> rights, IReadOnlySet<string> vetoRoles)
    {
        var vetoes = rights.Where(right => Has(right, 'V')).ToList();
        (DecisionRightsRule Rule, bool Broken)[] rules =
        [
            (DecisionRightsRule.ExactlyOneAccountable, rights.Count(right => Has(right, 'A')) != 1),
            (DecisionRightsRule.AtLeastOneResponsible, !rights.Any(right => Has(right, 'R'))),
            (DecisionRightsRule.VetoOnlyForVetoRoles, vetoes.Any(right => !vetoRoles.Contains(right.Holder))),
            (DecisionRightsRule.AtMostOneVeto, vetoes.Count > 1),
            (DecisionRightsRule.AccountableAndVetoSeparate, vetoes.Any(right => Has(right, 'A'))),
        ];
        return new DecisionRightsCheck(decision, rights, [.. rules.Where(r => r.Broken).Select(r => r.Rule)]);
    }

    public Explanation Explain() => new(
        $"Decision rights of “{Decision}”",
        Violations.Count == 0 ? "Every rule holds." : "Each rule that is broken counts 1.",
        Violations.Count,
        FigureUnit.Count("broken rules"),
        [.. Violations.Select(rule => new ExplanationTerm(EnumWords.Label(rule), [], 1, string.Join(" ", [Holders(rule), Remedy(rule)])))],
        [],
        [.. Violations.Select(Remedy)]);

    private string Holders(DecisionRightsRule rule) =>
        HoldersBehind(rule) is { Count: > 0 } holders ? $"Now {string.Join(", ", holders)}." : "Now nobody.";

    private static bool Has(DecisionRight right, char letter) => right.Letters.Contains(letter);

    private IReadOnlyList<string> HoldersBehind(DecisionRightsRule rule) => rule switch
    {
        DecisionRightsRule.ExactlyOneAccountable => [.. Rights.Where(right => Has(right, 'A')).Select(right => right.Holder)],
        DecisionRightsRule.AtLeastOneResponsible => [],
        _ => [.. Rights.Where(right => Has(right, 'V')).Select(right => right.Holder)],
    };

    private static string Remedy(DecisionRightsRule rule) => rule switch
    {
        DecisionRightsRule.ExactlyOneAccountable => "Make exactly one holder accountable (A).",
        DecisionRightsRule.AtLeastOneResponsible => "Name at least one holder who does the work (R).",
        DecisionRightsRule.VetoOnlyForVetoRoles => "Give the veto (V) only to a role whose default mode is Veto.",
        DecisionRightsRule.AtMostOneVeto => "Keep one veto (V); more of them stall decisions.",
        _ => "Let the accountable holder (A) and the veto (V) be two different ones.",
    };
}
