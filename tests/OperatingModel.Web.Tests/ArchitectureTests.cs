using System.Reflection;
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
        sheets.Where(file => System.Text.RegularExpressions.Regex.IsMatch(File.ReadAllText(file), @"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)")).ShouldBeEmpty();
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
