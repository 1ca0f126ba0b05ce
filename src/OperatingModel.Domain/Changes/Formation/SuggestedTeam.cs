using OperatingModel.Domain.Organisation;

namespace OperatingModel.Domain.Changes.Formation;

/// <summary>A share of a role in a suggested team.</summary>
/// <param name="Fte">Full-time equivalents, above 0.</param>
public sealed record SuggestedMember(FormationRole Role, double Fte);

/// <summary>A team of the suggestion.</summary>
/// <param name="Charter">Its goals, money, priorities and cadence.</param>
/// <param name="IsNew">The model has no such team yet.</param>
/// <param name="Members">In ordinal order of role codes.</param>
/// <param name="DomainPoints">Cognitive load of the missions it carries (F15), at most what a team can carry.</param>
/// <param name="Leads">Codes of the changes it leads, in ordinal order.</param>
public sealed record SuggestedTeam(
    DesignUnit Charter, bool IsNew, IReadOnlyList<SuggestedMember> Members, double DomainPoints, IReadOnlyList<string> Leads)
{
    /// <summary>Size of the team in full-time equivalents.</summary>
    public double EmbeddedFte => Members.Sum(member => member.Fte);
}

/// <summary>A change today and in the suggestion.</summary>
/// <param name="Lead">Code of the team that leads it; null when none does.</param>
/// <param name="Remark">Why no team leads it; null when one does.</param>
public sealed record SuggestedChange(CustomerChange Change, string? Lead, ChangePath Before, ChangePath After, string? Remark);
