namespace OperatingModel.Domain;

/// <summary>One thing wrong with what the user gave: which field, spelled as in files, and a sentence that says how to put it right.</summary>
public sealed record FieldProblem(string Field, string Message)
{
    public string Field { get; } =
        string.Join('.', Field.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
}

/// <summary>The change breaks a rule of the model. Thrown with every problem found, not only the first.</summary>
public sealed class ModelRuleException(IReadOnlyList<FieldProblem> problems)
    : Exception(string.Join(" ", problems.Select(p => p.Message)))
{
    public ModelRuleException(string field, string message) : this([new FieldProblem(field, message)])
    {
    }

    public IReadOnlyList<FieldProblem> Problems { get; } = problems;
}
