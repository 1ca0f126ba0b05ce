using OperatingModel.Domain;

namespace OperatingModel.Web.CommandLine;

/// <summary><c>validate FILE</c> prints every problem of a model file, one per line.</summary>
public static class ValidateCommand
{
    /// <returns>0 without errors, 1 with, 2 when the file cannot be read.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, TimeProvider? clock = null)
    {
        if (CheckedFile.Read("validate FILE", arguments, error, clock) is not { } file)
        {
            return CheckedFile.Unreadable;
        }

        foreach (var problem in file.Problems)
        {
            output.WriteLine(problem);
        }

        var errors = file.Problems.Count(problem => problem.Severity == Severity.Error);
        output.WriteLine($"{Count(errors, "error")}, {Count(file.Problems.Count - errors, "warning")}.");
        return file.HasErrors ? CheckedFile.Unsound : CheckedFile.Sound;
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
