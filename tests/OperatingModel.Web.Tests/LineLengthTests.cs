namespace OperatingModel.Web.Tests;

public sealed class LineLengthTests
{
    private const int Longest = 150;

    private static readonly HashSet<string> Kinds = [".cs", ".razor", ".css", ".js", ".mjs", ".html", ".sh"];

    // What nobody writes by hand: what a build leaves behind, packages, data, and migrations that EF Core generates.
    private static readonly HashSet<string> Skipped = ["bin", "obj", "artifacts", "node_modules", "TestResults", "data", "Migrations"];

    [Fact]
    public void No_source_line_is_longer_than_150_characters()
    {
        var sources = SourcesIn(new DirectoryInfo(Repository.Root)).ToList();

        Kinds.ShouldAllBe(kind => sources.Exists(source => source.Extension == kind));
        sources.SelectMany(LongLinesOf).ShouldBeEmpty();
    }

    private static IEnumerable<FileInfo> SourcesIn(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => Kinds.Contains(file.Extension))
            .Concat(folder.EnumerateDirectories().Where(IsOurs).SelectMany(SourcesIn));

    private static bool IsOurs(DirectoryInfo folder) => !folder.Name.StartsWith('.') && !Skipped.Contains(folder.Name);

    private static IEnumerable<string> LongLinesOf(FileInfo file) =>
        File.ReadLines(file.FullName).Index().Where(line => line.Item.Length > Longest)
            .Select(line => $"{Path.GetRelativePath(Repository.Root, file.FullName)}:{line.Index + 1}");
}
