namespace OperatingModel.Domain.Changes;

/// <summary>Which teams exist in a design: none (today's organisation units), all, or some.</summary>
public sealed class TeamDesign
{
    private const string UnitsText = "OrganisationUnits";
    private const string TeamsPrefix = "Teams:";
    private const string Everything = "*";

    private readonly HashSet<string>? _teams;

    private TeamDesign(HashSet<string>? teams) => _teams = teams;

    /// <summary>The forms that are allowed, for a message.</summary>
    internal static string Forms => $"{UnitsText}, {TeamsPrefix}{Everything} or {TeamsPrefix} with team codes and commas between them";

    /// <summary>Today: organisation units only.</summary>
    public static TeamDesign Today { get; } = new([]);

    /// <summary>All teams of the model.</summary>
    public static TeamDesign AllTeams { get; } = new(null);

    public static TeamDesign Of(IEnumerable<string> teams) => new(teams.ToHashSet(StringComparer.Ordinal));

    /// <summary>Reads the text of a scenario: <c>OrganisationUnits</c> or nothing, <c>Teams:*</c>, <c>Teams:A,B</c>.</summary>
    public static bool TryParse(string? text, out TeamDesign design)
    {
        (var understood, design) = text switch
        {
            null or UnitsText => (true, Today),
            TeamsPrefix + Everything => (true, AllTeams),
            _ => TeamsNamed(text) is { } teams ? (true, Of(teams)) : (false, Today),
        };
        return understood;
    }

    /// <summary>The codes a text lists, in its order; null for today's units, for all teams, and for what is no design.</summary>
    internal static IReadOnlyList<string>? TeamsNamed(string text) =>
        text.StartsWith(TeamsPrefix, StringComparison.Ordinal) && text != TeamsPrefix + Everything
            ? text[TeamsPrefix.Length..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : null;

    /// <summary>The text that lists these codes, in this order.</summary>
    internal static string TextOf(IReadOnlyList<string> teams) => teams.Count == 0 ? UnitsText : TeamsPrefix + string.Join(',', teams);

    /// <summary>The teams that are named one by one, in no order; none where all or none are in it.</summary>
    public IEnumerable<string> Named => _teams ?? [];

    public bool Includes(string? team) => team is not null && (_teams is null || _teams.Contains(team));

    public override string ToString() => _teams switch
    {
        null => TeamsPrefix + Everything,
        { Count: 0 } => UnitsText,
        _ => TeamsPrefix + string.Join(',', _teams.Order(StringComparer.Ordinal)),
    };
}
