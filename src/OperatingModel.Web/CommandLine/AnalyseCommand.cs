using System.Globalization;
using System.Text;
using OperatingModel.Domain;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Reading;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Indicators;

namespace OperatingModel.Web.CommandLine;

/// <summary><c>analyse FILE</c> prints every indicator of a model file as JSON, or one figure in words; it needs no database.</summary>
public static class AnalyseCommand
{
    private const string Form = "analyse FILE [--explain KEY] [--time-limit SECONDS]";
    private const string ExplainOption = "--explain";
    private const string TimeLimitOption = "--time-limit";
    private const double LongestLimit = 86_400;

    /// <param name="clock">Gives the day and measures the time limit; null for the clock of the system.</param>
    /// <param name="isWatched">Whether a person watches the error output; the command then shows the progress of the searches there.</param>
    /// <returns>0 when done, 1 when the model contradicts itself, 2 when the file cannot be read or has no such figure.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider? clock = null, bool isWatched = false)
    {
        List<string> rest = [.. arguments];
        var (figure, seconds) = (Taken(rest, ExplainOption), Taken(rest, TimeLimitOption));
        var limits = SearchLimits.Default with { Clock = clock ?? TimeProvider.System };
        if (seconds is not null)
        {
            if (NumberText.ReadNumber(seconds, CultureInfo.InvariantCulture, out _) is not (>= 0 and <= LongestLimit and var limit))
            {
                error.WriteLine($"The time limit is a number of seconds from 0 to {FigureText.Of(LongestLimit)}, not '{seconds}'.");
                return CheckedFile.Unreadable;
            }

            limits = limits with { Time = TimeSpan.FromSeconds(limit) };
        }

        if (CheckedFile.Read(Form, rest, error, clock) is not { } file)
        {
            return CheckedFile.Unreadable;
        }

        // A model that is only unfinished is analysed, as on the screens: what it lacks has no figures and is among the warnings.
        if (file.Problems.Any(problem => problem.Blocks))
        {
            foreach (var problem in file.Problems.Where(problem => problem.Severity == Severity.Error))
            {
                error.WriteLine(problem);
            }

            return CheckedFile.Unsound;
        }

        using var progress = isWatched ? new ProgressLine(error) : null;
        var analyses = new ModelAnalyses(file.Model, limits, progress);
        var code = figure is null ? Print(analyses, output) : Explain(analyses, figure, output, error);
        progress?.Dispose();
        ReportLimit(analyses, limits, error);
        return code;
    }

    /// <summary>Removes an option with its value from the arguments and returns the value; an option without a value stays, and gives null.</summary>
    private static string? Taken(List<string> arguments, string option)
    {
        var at = arguments.IndexOf(option);
        if (at < 0 || at + 1 >= arguments.Count)
        {
            return null;
        }

        var value = arguments[at + 1];
        arguments.RemoveRange(at, 2);
        return value;
    }

    private static int Print(ModelAnalyses analyses, TextWriter output)
    {
        using var json = new MemoryStream();
        IndicatorsJson.Write(analyses, json);
        output.WriteLine(Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
        return CheckedFile.Sound;
    }

    private static void ReportLimit(ModelAnalyses analyses, SearchLimits limits, TextWriter error)
    {
        var more = $"Give more time with {TimeLimitOption} SECONDS.";
        if (analyses.Searched is { Status: SelectionStatus.NotProvenOptimal, Best: { } best } found)
        {
            error.WriteLine(
                $"The limit of {Words(limits)} ended the search for the best selection: the one found removes "
                + $"{FigureText.Of(best.Value)} need points, and no selection removes more than {FigureText.Of(found.Bound)} "
                + $"({Away(found.Gap)}). {more}");
        }
        else if (analyses.Unproven > 0)
        {
            error.WriteLine(
                $"The limit of {Words(limits)} ended the search for what {analyses.Unproven} initiatives are worth; "
                + $"they are marked as not proven. {more}");
        }
    }

    private static string Words(SearchLimits limits) =>
        $"{FigureText.Of(limits.Time.TotalSeconds)} s, or of {limits.Nodes.ToString("N0", CultureInfo.InvariantCulture)} parts examined,";

    // A gap that rounds to 0 is not proven to be 0.
    private static string Away(double gap) => gap < 0.0001 ? "less than 0.01 % away" : $"at most {FigureText.Percent(gap, 2)} away";

    private static int Explain(ModelAnalyses analyses, string name, TextWriter output, TextWriter error)
    {
        var figures = new IndicatorFigures(analyses);
        if (figures.Find(name) is { } found)
        {
            ExplanationText.Write(found, output);
            return CheckedFile.Sound;
        }

        error.WriteLine($"There is no figure '{name}'. Nearest: {string.Join(", ", figures.NearestTo(name))}.");
        error.WriteLine("These keys can be explained; a key with many figures lists them when no path follows it:");
        var width = IndicatorsJson.All.Max(indicator => indicator.Key.Length);
        foreach (var indicator in IndicatorsJson.All)
        {
            error.WriteLine($"  {indicator.Key.PadRight(width)}  {indicator.Meaning}");
        }

        return CheckedFile.Unreadable;
    }
}
