using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Json;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Application.Tests;

/// <summary>Models for tests, and what "the same model" means: rows, order, positions and versions.</summary>
internal static class TestModels
{
    public static readonly DateOnly Today = new(2026, 3, 1);

    public static ModelSnapshot Airline() => SampleModels.Airline(Today);

    /// <summary>A large model from the folder of shared data beside the repository; the test is skipped where there is none.</summary>
    public static ModelSnapshot Shared(string file)
    {
        var path = Ancestors(AppContext.BaseDirectory)
            .Select(folder => Path.Combine(folder, "shared", "data", "catalogue", file))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"Absent: ../shared/data/catalogue/{file} beside the repository.");
        return ModelFileReader.ReadFile(path!, Today).Model;
    }

    public static void ShouldBeSame(this ModelSnapshot actual, ModelSnapshot expected)
    {
        foreach (var table in ModelTables.All)
        {
            Stored(actual, table).ShouldBe(Stored(expected, table), table.Name);
        }

        actual.Revision.ShouldBe(expected.Revision);
    }

    public static void ShouldHaveRowsOf(this ModelSnapshot actual, ModelSnapshot expected)
    {
        foreach (var table in ModelTables.All)
        {
            actual.Table(table).Rows.ShouldBe(expected.Table(table).Rows, table.Name);
        }
    }

    private static IEnumerable<(ModelRow Row, int Position, long Version)> Stored(ModelSnapshot model, ModelTable table) =>
        model.Table(table).Rows.Select(row => (row, row.Position, row.Version));

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            yield return directory.FullName;
        }
    }
}
