using System.Text.RegularExpressions;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.Home;

/// <summary>Writes problems of a model with the names of the rows they concern.</summary>
internal static class ProblemWords
{
    /// <summary>Adds the name to a message that has only the code, e.g. <c>Campaign management (C1.1) serves no objective; name one.</c></summary>
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
