namespace OperatingModel.Domain;

/// <summary>How bad: an error blocks, a warning informs.</summary>
public enum Severity
{
    Warning,
    Error,
}

/// <summary>
/// Something a check found in a model or its file.
/// </summary>
/// <param name="Code">Stable identifier of the rule, e.g. <c>capability-without-stage</c>.</param>
/// <param name="Element">Where: list and row, e.g. <c>assessments[12] C4.3 · MAIN</c>.</param>
/// <param name="Field">The field inside the row; null when the row as a whole is meant.</param>
/// <param name="Message">A sentence with the remedy.</param>
public sealed record ModelProblem(string Code, Severity Severity, string Element, string? Field, string Message)
{
    public override string ToString() => $"{(Severity == Severity.Error ? "error" : "warning")} {Code}: {Element}{(Field is null ? "" : $".{Field}")}: {Message}";
}
