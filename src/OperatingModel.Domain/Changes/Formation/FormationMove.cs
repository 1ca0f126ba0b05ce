namespace OperatingModel.Domain.Changes.Formation;

/// <summary>The kinds of moves a suggestion is made of.</summary>
public enum FormationMoveKind
{
    /// <summary>A team is formed and leads the changes of its mission.</summary>
    Form,

    /// <summary>A role joins a team.</summary>
    Join,

    /// <summary>A role goes home.</summary>
    Leave,

    /// <summary>A share of a role goes from one team to another.</summary>
    Transfer,

    /// <summary>One role takes another's place in a team.</summary>
    Exchange,

    /// <summary>A change gets another leading team, or none.</summary>
    Lead,

    /// <summary>A team joins another.</summary>
    Merge,
}

/// <summary>One step from today to the suggestion: what it saves and what it costs.</summary>
/// <param name="Team">Code of the team that gains.</param>
/// <param name="Roles">Roles that change place.</param>
/// <param name="Changes">Changes that get another lead.</param>
/// <param name="LoadSaved">Coordination load saved, points a year; 0 only when somebody idle goes home.</param>
/// <param name="WorstCaseSaved">The same when every mode but Embedded counts in full; may be negative.</param>
/// <param name="FteMoved">Full-time equivalents that leave the place they had before the move.</param>
/// <param name="Sentence">The move in words.</param>
public sealed record FormationMove(
    FormationMoveKind Kind,
    string Team,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Changes,
    double LoadSaved,
    double WorstCaseSaved,
    double FteMoved,
    string Sentence);
