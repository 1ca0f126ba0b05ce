using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Tests.Components.Grid;

/// <summary>What .NET sends to the grid has the names that the scripts document.</summary>
public sealed partial class GridAxesTests
{
    [Theory]
    [InlineData(typeof(GridAxes), "axes.js", "Axes")]
    [InlineData(typeof(GridRow), "axes.js", "Row")]
    [InlineData(typeof(GridColumn), "axes.js", "Column")]
    [InlineData(typeof(GridGroup), "axes.js", "Group")]
    [InlineData(typeof(GridCategory), "scale.js", "Category")]
    [InlineData(typeof(GridScale), "scale.js", "ScaleOptions")]
    [InlineData(typeof(GridEditing), "edit-keys.js", "EditRules")]
    public void A_record_has_the_names_that_the_script_reads(Type record, string script, string type)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src", "OperatingModel.Web", "wwwroot", "heat-grid", script));
        var inline = type == "Axes" ? Options().Match(text) : Regex.Match(text, $$"""@typedef \{\{([^{}]*)\}\} {{type}}\b""");
        var listed = Regex.Match(text, $$"""@typedef \{object\} {{type}}\b((?:[^@]|@property)*)""");
        string[] read =
        [
            .. Inline().Matches(inline.Groups[1].Value).Select(name => name.Groups[1].Value),
            .. Listed().Matches(listed.Groups[1].Value).Select(name => name.Groups[1].Value),
        ];
        string[] sent =
        [
            .. record.GetProperties()
                .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
                .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
        ];
        sent.Length.ShouldBeGreaterThan(1);
        sent.Except(read).ShouldBeEmpty();
    }

    [GeneratedRegex(@"@param \{\{(rows[^{}]*)\}\} options")]
    private static partial Regex Options();

    [GeneratedRegex(@"(\w+)\??:")]
    private static partial Regex Inline();

    [GeneratedRegex(@"@property \{.*\} \[?(\w+)")]
    private static partial Regex Listed();
}
