using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace OperatingModel.Web.Tests;

public sealed partial class ModelAddressTests
{
    private static readonly Guid Model = Guid.NewGuid();

    [Theory]
    [InlineData("PLAN")]
    [InlineData("A/B & C=D")]
    [InlineData("50 % + #1?")]
    [InlineData("Übergang")]
    public void Any_scenario_survives_an_address(string code)
    {
        var address = new Uri(new Uri("http://127.0.0.1:5080"), Urls.HeatMap(new ModelAddress(Model, code), "?row=C1&unit=A"));
        QueryHelpers.ParseQuery(address.Query)["scenario"].ToString().ShouldBe(code);
        ModelAddress.Split(address.Query).ShouldBe((code, "?row=C1&unit=A"));
    }

    [Theory]
    [InlineData("", null, "")]
    [InlineData("?row=C1", null, "?row=C1")]
    [InlineData("?scenario=S1", "S1", "")]
    [InlineData("?scenario=S1&row=C1", "S1", "?row=C1")]
    [InlineData("?row=C1&scenario=S1&q=a+b", "S1", "?row=C1&q=a+b")]
    [InlineData("?scenario=", null, "")]
    [InlineData("?scenario=S1&scenario=S2", "S2", "")]
    public void The_scenario_is_taken_out_of_a_query(string query, string? scenario, string rest) =>
        ModelAddress.Split(query).ShouldBe((scenario, rest));

    [Fact]
    public void The_model_itself_has_the_address_it_always_had() => Urls.HeatMap(Model, "?row=C1").ShouldBe($"/m/{Model}/heat-map?row=C1");

    // Whoever follows a link in a scenario stays in it.
    [Fact]
    public void Pages_and_their_parts_link_to_the_address_they_show()
    {
        var links = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "OperatingModel.Web"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
            .SelectMany(file => File.ReadLines(file).Select(line => (file, line)))
            .Where(one => LinkToModel().IsMatch(one.line))
            .Select(one => $"{Path.GetFileName(one.file)}: {one.line.Trim()}");
        links.ShouldBe(["ScenariosPage.razor.cs: Navigation.NavigateTo(Urls.Scenarios(Model));"]);
    }

    [GeneratedRegex(@"Urls\.\w+\((Model|ModelId|Bench\.Model)\b")]
    private static partial Regex LinkToModel();
}
