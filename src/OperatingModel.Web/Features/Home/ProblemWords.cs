using System.Text.RegularExpressions;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.Home;

/// <summary>Problems of a model with the names of what they speak of.</summary>
internal static class ProblemWords
{
    /// <summary>E.g. <c>Campaign management (C1.1) serves no strategic objective; name one.</c> for a message that says the code alone.</summary>
    public static string Of(ModelProblem problem, ModelSnapshot model)
    {
        if (problem is not { Table: { } table, Row: { } row } || ModelInput.Of(model, table, row).Name is var name && name == $"{row}")
        {
            return problem.Row is not { } key || problem.Message.Contains($"{key}", StringComparison.Ordinal)
                ? problem.Message
                : $"{key}: {problem.Message}";
        }

        var subject = $"{name} ({row})";
        var code = new Regex($@"(?<![\w.]){Regex.Escape($"{row}")}(?![\w]|\.\w)");
        return code.IsMatch(problem.Message) ? code.Replace(problem.Message, _ => subject, 1) : $"{subject}: {problem.Message}";
    }
}
