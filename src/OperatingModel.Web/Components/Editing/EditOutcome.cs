using OperatingModel.Application.Writing;
using OperatingModel.Domain;

namespace OperatingModel.Web.Components.Editing;

/// <summary>The outcome of an edit: stored, or why not. The caller keeps what it wanted to store.</summary>
/// <param name="Result">What was stored; null when nothing was.</param>
/// <param name="Problems">The rules that the edit would break, each with its field.</param>
/// <param name="Conflicts">The rows that others changed meanwhile.</param>
/// <param name="Failure">Why the edit could not be stored: the storage did not answer, or the model or the right to change it is gone.</param>
public sealed record EditOutcome(
    WriteResult? Result, IReadOnlyList<FieldProblem> Problems, IReadOnlyList<Conflict> Conflicts, string? Failure = null)
{
    /// <summary>A sentence, without its full stop, that describes the edit.</summary>
    public string What { get; init; } = "";

    /// <summary>Whether the edit undid or redid another one.</summary>
    public bool IsToggle { get; init; }

    /// <summary>Whether the caller itself shows what went wrong.</summary>
    public bool IsShownElsewhere { get; init; }

    public bool IsDone => Result is not null;

    /// <summary>Why nothing was stored, in words; empty when it was.</summary>
    public string Sentence => Failure ?? string.Join(" ", [.. Problems.Select(problem => problem.Message), .. Conflicts.Select(WordsOf)]);

    /// <summary>The rows that the edit added to a list.</summary>
    public IEnumerable<T> Added<T>() where T : ModelRow =>
        (Result?.Changes ?? []).Where(change => change.Before is null).Select(change => change.After).OfType<T>();

    /// <summary>Returns the problem with a field, which is named as in files; null when there is none.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Message;

    /// <summary>Names who did something, at the beginning of a sentence.</summary>
    /// <param name="by">Null for this window, and when it is not known who removed the row.</param>
    internal static string Subject(string? by, bool isRemoved) => by switch
    {
        null => isRemoved ? "Somebody" : "You",
        ModelEditor.Myself => "You, in another window,",
        ModelEditor.Unknown => "Somebody",
        _ => by,
    };

    internal static EditOutcome Done(WriteResult result) => new(result, [], []);

    internal static EditOutcome Failed(string failure) => new(null, [], [], failure);

    private static string WordsOf(Conflict conflict) =>
        $"{Subject(conflict.ChangedBy, conflict.Theirs is null)} {(conflict.Theirs is null ? "removed" : "changed")} {conflict.Subject} meanwhile.";
}
