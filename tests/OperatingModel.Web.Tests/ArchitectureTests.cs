using System.Reflection;
using System.Text.RegularExpressions;
using OperatingModel.Application;
using OperatingModel.Domain;
using OperatingModel.Exchange.Json;
using OperatingModel.Web.Setup;

namespace OperatingModel.Web.Tests;

/// <summary>Walls that the compiler does not guard by itself.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void The_domain_knows_neither_packages_nor_other_projects() =>
        References(typeof(ModelRow).Assembly).ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void Storage_and_file_formats_do_not_see_each_other()
    {
        References(typeof(ApplicationSetup).Assembly).ShouldNotContain("OperatingModel.Exchange");
        References(typeof(ModelFileReader).Assembly).ShouldNotContain("OperatingModel.Application");
        References(typeof(ModelFileReader).Assembly)
            .ShouldNotContain(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void The_web_reaches_the_database_only_through_use_cases() =>
        References(typeof(WebHost).Assembly).ShouldNotContain(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    [Theory]
    [InlineData("HttpContext")]
    [InlineData("DbContext")]
    [InlineData("async void")]
    [InlineData("style=\"color")]
    public void No_component_uses(string forbidden)
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "OperatingModel.Web"), "*.razor*", SearchOption.AllDirectories)
            .ToList();
        files.Count.ShouldBeGreaterThan(20);
        files
            .Where(file => !file.EndsWith(".css", StringComparison.Ordinal) && File.ReadAllText(file).Contains(forbidden, StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Style_sheets_take_their_colours_from_the_tokens()
    {
        var sheets = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "OperatingModel.Web"), "*.css", SearchOption.AllDirectories)
            .Where(file =>
                !file.EndsWith("tokens.css", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        sheets.Count.ShouldBeGreaterThan(10);
        sheets.Where(file => Regex.IsMatch(File.ReadAllText(file), @"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)")).ShouldBeEmpty();
    }

    /// <summary>The two files that are left out put parts of features into the frame of every page.</summary>
    [Fact]
    public void Components_use_no_feature() =>
        FilesOf("Components")
            .Where(file => Path.GetFileName(file) is not ("MainLayout.razor" or "Routes.razor") && FeaturesUsedBy(file).Any())
            .ShouldBeEmpty();

    [Fact]
    public void Features_do_not_use_each_other_in_a_circle()
    {
        var uses = FilesOf("Features")
            .GroupBy(file => Path.GetRelativePath(Path.Combine(Web, "Features"), file).Split(Path.DirectorySeparatorChar)[0])
            .ToDictionary(feature => feature.Key, feature => feature.SelectMany(FeaturesUsedBy).Where(used => used != feature.Key).ToHashSet());
        uses.Count.ShouldBeGreaterThan(10);
        while (uses.FirstOrDefault(feature => !feature.Value.Overlaps(uses.Keys)).Key is { } outermost)
        {
            uses.Remove(outermost);
        }

        uses.Select(feature => $"{feature.Key} uses {string.Join(", ", feature.Value.Where(uses.ContainsKey))}").ShouldBeEmpty();
    }

    /// <summary>Code for vectors and raw memory lies in two rooms, where nobody meets it by chance.</summary>
    [Fact]
    public void Vectors_and_raw_memory_stay_in_their_rooms()
    {
        var domain = Path.Combine(Repository.Root, "src", "OperatingModel.Domain");
        string[] rooms = [Path.Combine(domain, "HeatMaps", "Cube"), Path.Combine(domain, "Portfolio", "Search")];
        var files = Directory
            .EnumerateFiles(domain, "*.cs", SearchOption.AllDirectories)
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"\b(Vector(128|256|512)|Unsafe\.|MemoryMarshal)"))
            .ToList();
        files.ShouldNotBeEmpty();
        files.Where(file => !rooms.Contains(Path.GetDirectoryName(file))).ShouldBeEmpty();
    }

    private static string Web { get; } = Path.Combine(Repository.Root, "src", "OperatingModel.Web");

    private static List<string> FilesOf(string folder) =>
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Web, folder), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs"),
    ];

    private static IEnumerable<string> FeaturesUsedBy(string file) =>
        Regex.Matches(File.ReadAllText(file), @"(?<!namespace OperatingModel\.Web\.)\bFeatures\.(\w+)").Select(match => match.Groups[1].Value);

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
