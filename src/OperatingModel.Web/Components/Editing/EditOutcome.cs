using OperatingModel.Application.Writing;
using OperatingModel.Domain;

namespace OperatingModel.Web.Components.Editing;

/// <summary>What became of an edit: done, or why not, with what was to be stored kept by the one who asked.</summary>
/// <param name="Result">Null when nothing was stored.</param>
/// <param name="Problems">What the rules say, at its field.</param>
/// <param name="Conflicts">What others changed meanwhile.</param>
/// <param name="Failure">It could not be stored: the storage did not answer, or the model or the right to change it is gone.</param>
public sealed record EditOutcome(
    WriteResult? Result, IReadOnlyList<FieldProblem> Problems, IReadOnlyList<Conflict> Conflicts, string? Failure = null)
{
    /// <summary>The edit in words.</summary>
    public string What { get; init; } = "";

    /// <summary>Whether it took something back, or made it again.</summary>
    public bool IsToggle { get; init; }

    /// <summary>Whether the one who asked shows what went wrong itself.</summary>
    public bool IsShownElsewhere { get; init; }

    public bool IsDone => Result is not null;

    /// <summary>Why nothing was stored, in words; empty when it was.</summary>
    public string Sentence => Failure ?? string.Join(" ", [.. Problems.Select(problem => problem.Message), .. Conflicts.Select(WordsOf)]);

    /// <summary>The rows it added to a list.</summary>
    public IEnumerable<T> Added<T>() where T : ModelRow =>
        (Result?.Changes ?? []).Where(change => change.Before is null).Select(change => change.After).OfType<T>();

    /// <summary>What is wrong with one field, as files spell it.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Message;

    /// <summary>Who did something, at the beginning of a sentence.</summary>
    /// <param name="by">Null for this window, and where it is not known who removed something.</param>
    internal static string Subject(string? by, bool isRemoved) => by switch
    {
        null => isRemoved ? "Somebody" : "You",
        ModelEditor.Myself => "You, in another window,",
        _ => by,
    };

    internal static EditOutcome Done(WriteResult result) => new(result, [], []);

    internal static EditOutcome Failed(string failure) => new(null, [], [], failure);

    private static string WordsOf(Conflict conflict) =>
        $"{Subject(conflict.ChangedBy, conflict.Theirs is null)} {(conflict.Theirs is null ? "removed" : "changed")} {conflict.Subject} meanwhile.";
}
