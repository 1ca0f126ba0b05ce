using System.Text;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Indicators;

namespace OperatingModel.Web.CommandLine;

/// <summary><c>analyse FILE</c>: every indicator of a model file as JSON, or one of its figures in words, without a database.</summary>
public static class AnalyseCommand
{
    private const string ExplainOption = "--explain";

    /// <returns>0 when done, 1 when the model contradicts itself, 2 when the file cannot be read or has no such figure.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider? clock = null)
    {
        (IReadOnlyList<string> Files, string? Figure) asked = arguments switch
        {
            [var path, ExplainOption, var name] => ([path], name),
            [ExplainOption, var name, var path] => ([path], name),
            _ => (arguments, null),
        };
        if (CheckedFile.Read("analyse FILE [--explain KEY]", asked.Files, error, clock) is not { } file)
        {
            return CheckedFile.Unreadable;
        }

        // What is only unfinished has no figures of its own and is among the warnings, as on the screens.
        if (file.Problems.Any(problem => problem.Blocks))
        {
            foreach (var problem in file.Problems.Where(problem => problem.Severity == Severity.Error))
            {
                error.WriteLine(problem);
            }

            return CheckedFile.Unsound;
        }

        return asked.Figure is { } figure ? Explain(file.Model, figure, output, error) : Print(file.Model, output);
    }

    private static int Print(ModelSnapshot model, TextWriter output)
    {
        using var json = new MemoryStream();
        IndicatorsJson.Write(model, json);
        output.WriteLine(Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
        return CheckedFile.Sound;
    }

    private static int Explain(ModelSnapshot model, string name, TextWriter output, TextWriter error)
    {
        var figures = new IndicatorFigures(model);
        if (figures.Find(name) is { } found)
        {
            ExplanationText.Write(found, output);
            return CheckedFile.Sound;
        }

        error.WriteLine($"There is no figure '{name}'. Nearest: {string.Join(", ", figures.NearestTo(name))}.");
        error.WriteLine("What can be explained; of some there are many figures, which are listed when no path is given:");
        var width = IndicatorsJson.All.Max(indicator => indicator.Key.Length);
        foreach (var indicator in IndicatorsJson.All)
        {
            error.WriteLine($"  {indicator.Key.PadRight(width)}  {indicator.Meaning}");
        }

        return CheckedFile.Unreadable;
    }
}
