using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Changes.Formation;

/// <summary>The limits of a suggested team (F15), and what is assumed where the model has no figure. All are conventions.</summary>
/// <param name="SmallestTeam">Fewest full members of a team, in full-time equivalents.</param>
/// <param name="LargestTeam">Most full members of a team, in full-time equivalents.</param>
/// <param name="UsualShareFte">Least useful share of a role in a team where no team states its need of it.</param>
/// <param name="UsualComplexity">Of a mission whose domains are not described.</param>
public sealed record FormationLimits(
    double SmallestTeam = CognitiveLoad.SmallestTeam,
    double LargestTeam = CognitiveLoad.LargestTeam,
    double UsualShareFte = 0.5,
    Complexity UsualComplexity = Complexity.Complicated)
{
    public static FormationLimits Default { get; } = new();
}

/// <summary>People of a role that may join teams, where the user knows better than the model.</summary>
/// <param name="SupplyFte">Full-time equivalents available in total, 0 or more.</param>
/// <param name="ShareFte">What one team needs of it, above 0; null leaves the model's figure.</param>
public sealed record RoleSupply(string Role, double SupplyFte, double? ShareFte = null);

/// <summary>What a suggested formation is asked for.</summary>
/// <param name="Changes">Codes of the customer changes that count; all when null.</param>
/// <param name="Supplies">Replace what the model says of these roles.</param>
public sealed record FormationRequest(
    IReadOnlyList<string>? Changes = null,
    FormationLimits? Limits = null,
    IReadOnlyList<RoleSupply>? Supplies = null)
{
    public static FormationRequest Default { get; } = new();
}

/// <summary>Progress of the search.</summary>
/// <param name="Done">Starts tried so far.</param>
/// <param name="Starts">Starts to try; 0 before they are counted.</param>
/// <param name="YearlyLoad">Coordination load of the best design so far, in points a year.</param>
public sealed record FormationProgress(int Done, int Starts, double YearlyLoad);
