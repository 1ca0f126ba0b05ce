namespace OperatingModel.Domain;

/// <summary>One thing wrong with what the user gave: which field, and a sentence that says how to put it right.</summary>
public sealed record FieldProblem(string Field, string Message);

/// <summary>The change breaks a rule of the model. Thrown with every problem found, not only the first.</summary>
public sealed class ModelRuleException(IReadOnlyList<FieldProblem> problems)
    : Exception(string.Join(" ", problems.Select(p => p.Message)))
{
    public ModelRuleException(string field, string message) : this([new FieldProblem(field, message)])
    {
    }

    public IReadOnlyList<FieldProblem> Problems { get; } = problems;
}
