namespace OperatingModel.Domain;

/// <summary>How bad: an error blocks, a warning informs.</summary>
public enum Severity
{
    Warning,
    Error,
}

/// <summary>
/// Something that a check found in a model or its file.
/// </summary>
/// <param name="Code">Stable identifier of the rule, e.g. <c>capability-without-stage</c>.</param>
/// <param name="Element">Where: list and row, e.g. <c>assessments[12] C4.3 · MAIN</c>.</param>
/// <param name="Field">The field inside the row, spelled as in files; null when the row as a whole is meant.</param>
/// <param name="Message">A sentence with the remedy.</param>
public sealed record ModelProblem(string Code, Severity Severity, string Element, string? Field, string Message)
{
    /// <summary>
    /// Whether a model with this problem must not be stored. An error that only says that the model is unfinished does not block.
    /// </summary>
    public bool Blocks { get; init; } = Severity == Severity.Error;

    /// <summary>The list the problem is in; null when it was found in a file before there was a row.</summary>
    public ModelTable? Table { get; init; }

    /// <summary>The row in that list; null when the list as a whole is meant.</summary>
    public RowKey? Row { get; init; }

    public override string ToString() =>
        $"{(Severity == Severity.Error ? "error" : "warning")} {Code}: {Element}{(Field is null ? "" : $".{Field}")}: {Message}";
}
