namespace OperatingModel.Domain.Organisation;

/// <summary>
/// One side of a border that work may cross: an organisation unit or a team, with the four things that make crossing it easy or hard
/// (measures, money, priorities, timelines) and the days until it answers.
/// </summary>
/// <param name="IsTeam">Teams and organisation units may carry the same code.</param>
/// <param name="Metrics">What its goals measure; two KPIs with one metric count as common.</param>
/// <param name="BudgetOwner">C-suite role; null when unknown.</param>
/// <param name="Priorities">Codes of objectives.</param>
/// <param name="Cadence">How often it plans; null when unknown.</param>
/// <param name="ResponseDays">Working days until work handed to it is picked up and answered, 0 or more; unknown counts as 0.</param>
public sealed record DesignUnit(
    string Code,
    string Name,
    bool IsTeam,
    IReadOnlySet<string> Metrics,
    string? BudgetOwner,
    IReadOnlySet<string> Priorities,
    Cadence? Cadence,
    double ResponseDays)
{
    private static readonly HashSet<string> Nothing = [];

    /// <summary>Stands for the unknown home of a role: it shares nothing with anybody.</summary>
    public static DesignUnit UnknownHomeOf(string role) => new($"? {role}", $"unknown home of {role}", false, Nothing, null, Nothing, null, 0);

    public bool IsSameAs(DesignUnit other) => IsTeam == other.IsTeam && Code == other.Code;
}
