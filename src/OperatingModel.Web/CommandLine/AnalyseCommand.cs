using System.Text;
using OperatingModel.Domain;
using OperatingModel.Exchange.Indicators;

namespace OperatingModel.Web.CommandLine;

/// <summary><c>analyse FILE</c>: every indicator of a model file as JSON, without a database.</summary>
public static class AnalyseCommand
{
    /// <returns>0 when done, 1 when the model has errors, 2 when the file cannot be read.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider? clock = null)
    {
        if (CheckedFile.Read("analyse", arguments, error, clock) is not { } file)
        {
            return CheckedFile.Unreadable;
        }

        if (file.HasErrors || file.Model is null)
        {
            foreach (var problem in file.Problems.Where(problem => problem.Severity == Severity.Error))
            {
                error.WriteLine(problem);
            }

            return CheckedFile.Unsound;
        }

        using var json = new MemoryStream();
        IndicatorsJson.Write(file.Model, json);
        output.WriteLine(Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
        return CheckedFile.Sound;
    }
}
