using OperatingModel.Application.Writing;
using OperatingModel.Domain;

namespace OperatingModel.Web.Components.Editing;

/// <summary>What became of an edit: done, or why not, with what was to be stored kept by the one who asked.</summary>
/// <param name="Result">Null when nothing was stored.</param>
/// <param name="Problems">What the rules say, at its field.</param>
/// <param name="Conflicts">What others changed meanwhile.</param>
/// <param name="Failure">The store could not be reached; the same edit may be tried again.</param>
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

    /// <summary>What is wrong with one field, as files spell it.</summary>
    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Message;

    internal static EditOutcome Done(WriteResult result) => new(result, [], []);

    internal static EditOutcome Failed(string failure) => new(null, [], [], failure);

    private static string WordsOf(Conflict conflict) =>
        $"{conflict.ChangedBy} {(conflict.Theirs is null ? "removed" : "changed")} {conflict.Key} meanwhile.";
}
