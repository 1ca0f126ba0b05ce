using System.Diagnostics;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Indicators;
using OperatingModel.Exchange.Json;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.CommandLine;

namespace OperatingModel.Benchmarks.Measures;

/// <summary>
/// What every analysis of a model costs through the command line, start of the program included: of the sample, and of a real
/// capability catalogue scored at random in four business units.
/// </summary>
internal static class AnalysesMeasure
{
    private const int Rounds = 9;
    private const int Units = 4;

    /// <param name="catalogue">File of the catalogue; measured only where it is.</param>
    public static void Run(Report report, string catalogue)
    {
        report.Line();
        report.Line("## All analyses of a model");
        CommandLine(report, "A1", "the sample", SampleModels.AirlineFile, 1);
        if (File.Exists(catalogue))
        {
            var model = Scored(ModelFileReader.ReadFile(catalogue, Enterprise.Today).Model);
            CommandLine(report, "A2", $"the catalogue, {model.Cube.Of().Cells:#,0} cells", ModelFileWriter.Write(model), 2);
            OneByOne(report, model);
        }
        else
        {
            report.NotMeasured("A2", "analyse of the catalogue", $"not measured: {catalogue} is not there");
        }
    }

    private static void CommandLine(Report report, string goal, string what, byte[] file, double seconds)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            var timing = new Timing($"analyse of {what}, start of the program included");
            timing.Measure(() => Start("analyse", path), Rounds);
            report.Line();
            report.Line($"{timing.Name}: {timing} ms");
            report.Goal(goal, $"{timing.Name}, median s", timing.Median / 1000, seconds, atLeast: false);
        }
        finally
        {
            File.Delete(path);
        }
    }

    // What costs how much once the program is warm.
    private static void OneByOne(Report report, ModelSnapshot model)
    {
        var whole = new Timing("everything, from the lists of the model on");
        for (var i = 1; i <= Rounds; i++)
        {
            var fresh = model.On(Enterprise.Today.AddDays(i));
            whole.Measure(() => IndicatorsJson.Write(fresh, Stream.Null));
        }

        report.Line();
        report.Line("| what | min / median / max, ms |");
        report.Line("|---|---|");
        report.Line($"| {whole.Name} | {whole} |");
        foreach (var timing in Indicators(model).OrderByDescending(timing => timing.Median).Take(12))
        {
            report.Line($"| {timing.Name} | {timing} |");
        }
    }

    private static Timing[] Indicators(ModelSnapshot model)
    {
        var cube = new Timing("(the heat map alone)");
        cube.Measure(() => HeatCube.Of(model), Rounds);
        return
        [
            cube,
            .. IndicatorsJson.All.Select(indicator =>
            {
                var timing = new Timing(indicator.Key);
                timing.Measure(() => JsonOf(indicator, model), Rounds);
                return timing;
            }),
        ];
    }

    // Lists inside are computed when they are read, so the figures have to be written down.
    private static string JsonOf(Indicator indicator, ModelSnapshot model) =>
        System.Text.Json.JsonSerializer.Serialize(indicator.Of(new ModelAnalyses(model)));

    private static void Start(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(AnalyseCommand).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    private static ModelSnapshot Scored(ModelSnapshot catalogue)
    {
        var random = new Random(20260301);
        string[] units = [.. Enumerable.Range(0, Units).Select(i => $"U{i}")];
        var judged =
            from leaf in catalogue.Tree.Leaves
            from unit in units
            where random.Next(100) < 95
            select new Assessment(
                catalogue.Tree[leaf].Code,
                unit,
                null,
                random.Next(1, 6),
                random.Next(6),
                random.Next(6),
                (Confidence)random.Next(3),
                Enterprise.Today.AddDays(-random.Next(730)),
                null);
        ITable[] lists =
        [
            .. ModelTables.All.Select(catalogue.Table),
            Table<BusinessUnit>.Of(units.Select((unit, i) => new BusinessUnit(unit, unit, 100 * (i + 1), null) { Position = i + 1 })),
            Table<Assessment>.Of(judged.Select((assessment, i) => assessment with { Position = i + 1 })),
        ];
        return ModelSnapshot.Of(lists, 1, Enterprise.Today);
    }
}
