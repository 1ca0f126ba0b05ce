using OperatingModel.Application;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Json;

namespace OperatingModel.Web.CommandLine;

/// <summary>A model file named on the command line, read and checked.</summary>
internal sealed record CheckedFile(ModelSnapshot Model, IReadOnlyList<ModelProblem> Problems)
{
    /// <summary>Exit code: the model has no error.</summary>
    public const int Sound = 0;

    /// <summary>Exit code: the model has errors.</summary>
    public const int Unsound = 1;

    /// <summary>Exit code: the file or the command cannot be read.</summary>
    public const int Unreadable = 2;

    private const string StandardInput = "-";

    public bool HasErrors => Problems.Any(problem => problem.Severity == Severity.Error);

    /// <summary>
    /// Reads the file that the arguments name; a dash is the standard input. Returns null when it cannot be read, and reports why in one line.
    /// </summary>
    public static CheckedFile? Read(string usage, IReadOnlyList<string> arguments, TextWriter error, TimeProvider? clock)
    {
        if (arguments is not [var path])
        {
            error.WriteLine($"Name one model file: {usage}");
            return null;
        }

        try
        {
            var time = clock ?? TimeProvider.System;
            var reading = path == StandardInput
                ? ModelFileReader.Read(Console.OpenStandardInput(), time.Today())
                : ModelFileReader.ReadFile(path, time.Today(), time);
            return new CheckedFile(reading.Model, reading.Check());
        }
        catch (ModelFileException exception)
        {
            error.WriteLine(exception.Message);
            return null;
        }
    }
}
