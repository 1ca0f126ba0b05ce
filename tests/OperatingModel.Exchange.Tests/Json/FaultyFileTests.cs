using System.Text;
using System.Text.Json.Nodes;
using OperatingModel.Domain;
using OperatingModel.Exchange.Json;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Json;

public sealed class FaultyFileTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly string[] Lists =
    [
        .. JsonNode.Parse(SampleModels.AirlineFile)!.AsObject().Where(member => member.Value is JsonArray).Select(member => member.Key),
    ];

    public static TheoryData<string, string> ListsAndStrangeValues() => new MatrixTheoryData<string, string>(
        [.. Lists, "meta", "settings", "cioProfile"],
        ["true", "5", "\"x\"", "[5]", "[null]", "[[]]", "[{}]", "{\"x\":1}"]);

    [Theory]
    [MemberData(nameof(ListsAndStrangeValues))]
    public void A_list_of_the_wrong_shape_is_told_at_its_place(string list, string value)
    {
        var problems = Problems(file => file[list] = JsonNode.Parse(value));
        problems.ShouldContain(problem => problem.Element == list || problem.Element == $"{list}[0]");
        problems.ShouldAllBe(problem => problem.Blocks);
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_reported_once_and_not_by_all_that_refer_to_it()
    {
        var file = JsonNode.Parse(SampleModels.AirlineFile)!.AsObject();
        file["businessUnits"]!.AsArray()[0]!["revenue"] = "much";
        file["vendors"]!.AsArray()[0]!["name"] = 5;
        var problems = ModelFileReader.Read(Encoding.UTF8.GetBytes(file.ToJsonString()), Today).Check().Where(problem => problem.Blocks);
        problems.Select(problem => (problem.Element, problem.Field)).ShouldBe([("businessUnits[0]", "revenue"), ("vendors[0]", "name")]);
    }

    [Theory]
    [InlineData("assessments", "[{\"Capability\":\"C1\"}]", "unknown-field", "assessments[0]", "Capability")]
    [InlineData("assessments", "[{\"capability\":\"C1\"}]", "field-missing", "assessments[0]", "importance")]
    [InlineData("effort", "[{\"category\":\"Build\",\"currentFte\":\"many\",\"targetFte\":1}]", "unreadable-value", "effort[0]", "currentFte")]
    [InlineData("effort", "[{\"category\":\"build\",\"currentFte\":1,\"targetFte\":1}]", "unreadable-value", "effort[0]", "category")]
    [InlineData("effort", "[{\"category\":5,\"currentFte\":1,\"targetFte\":1}]", "unreadable-value", "effort[0]", "category")]
    [InlineData("effort", "[{\"category\":\"Build\",\"currentFte\":\"NaN\",\"targetFte\":1}]", "unreadable-value", "effort[0]", "currentFte")]
    [InlineData(
        "effort",
        "[{\"category\":\"Build\",\"currentFte\":1,\"targetFte\":1},{\"category\":\"Build\",\"currentFte\":1,\"targetFte\":1}]",
        "duplicate",
        "effort[1]",
        null)]
    [InlineData(
        "buyingCentres",
        "[{\"vendor\":\"V08\",\"current\":{\"Chef\":[]},\"target\":null}]",
        "unknown-field",
        "buyingCentres[0].current",
        "Chef")]
    [InlineData(
        "applications",
        "[{\"code\":\"A\",\"name\":\"a\",\"vendor\":null,\"lifecycle\":\"Active\",\"supports\":[{\"capability\":\"C1.1\"}]}]",
        "field-missing",
        "applications[0].supports[0]",
        "businessUnits")]
    [InlineData("capabilities", "[{\"code\":\"C\",\"parent\":null,\"name\":\"c\",\"level\":2}]", "capability-level", "capabilities C", "level")]
    [InlineData("stageLinks", "[{\"stage\":\"PREP\",\"capability\":\"C1.1\"}]", "field-missing", "stageLinks[0]", "strength")]
    [InlineData("settings", "{\"bands\":[{\"name\":\"Boiling\",\"min\":1}]}", "unreadable-value", "settings.bands[0]", "name")]
    [InlineData("meta", "{\"code\":\"X\",\"name\":\"x\",\"quarters\":[\"2026-Q1\",\"2026-Q3\"]}", "quarters-not-consecutive", "meta", "quarters")]
    [InlineData("meta", "{\"name\":\"x\"}", "meta-missing", "meta", null)]
    public void A_fault_is_reported_with_its_place_and_field(string list, string json, string code, string element, string? field)
    {
        var text = Encoding.UTF8.GetString(SampleModels.AirlineFile);
        var member = JsonNode.Parse(text)!.AsObject();
        member.Remove(list);
        var file = $"{{\"{list}\":{json},{member.ToJsonString()[1..]}";

        ModelFileReader
            .Read(Encoding.UTF8.GetBytes(file), Today)
            .Problems.ShouldContain(problem => problem.Code == code && problem.Element == element && problem.Field == field);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("9.5")]
    [InlineData("\"Critical\"")]
    public void A_strength_that_is_none_is_reported_at_its_place_with_those_there_are(string strength)
    {
        var file = $$"""
            {"meta":{"code":"X","name":"x"},"stageLinks":[{"stage":"S","capability":"C","strength":{{strength}}}]}
            """;
        var problem = ModelFileReader.Read(Encoding.UTF8.GetBytes(file), Today).Problems.Single(problem => problem.Field == "strength");
        (problem.Code, problem.Element, problem.Message).ShouldBe((
            "unreadable-value", "stageLinks[0]", $"{strength} cannot be read here. Give 9 (critical), 3 (supporting) or 1 (minor)."));
    }

    [Fact]
    public void A_list_that_does_not_exist_is_told_with_those_that_do()
    {
        var problem = Problems(file => file["assesments"] = new JsonArray()).ShouldHaveSingleItem();
        (problem.Code, problem.Element, problem.Field).ShouldBe(("unknown-field", "file", "assesments"));
        problem.Message.ShouldContain("assessments");
    }

    [Fact]
    public void A_thousand_problems_are_kept_and_the_rest_is_counted()
    {
        var problems = Problems(file => file["vendors"] = new JsonArray([.. Enumerable.Range(0, 1500).Select(_ => (JsonNode)0)]));
        problems.Count.ShouldBe(1001);
        problems[^1].Message.ShouldContain("500 more");
    }

    [Fact]
    public void A_very_long_text_is_told_shortly()
    {
        var problem = Problems(file => file["meta"]!["industry"] = new string('x', 1_000_000)).ShouldHaveSingleItem();
        problem.Message.Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void A_file_with_only_a_heading_is_an_empty_model()
    {
        var reading = ModelFileReader.Read(Encoding.UTF8.GetBytes("{\"meta\":{\"code\":\"X\",\"name\":\"x\"}}"), Today);
        reading.Problems.ShouldBeEmpty();
        ModelRules.Check(reading.Model).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_without_a_heading_is_a_model_without_a_name()
    {
        var reading = ModelFileReader.Read("""{"businessUnits":[{"code":"A","name":"A","revenue":5}]}"""u8.ToArray(), Today);
        reading.Problems.ShouldBeEmpty();
        ModelRules.Check(reading.Model).ShouldBeEmpty();
        reading.Model.Meta.Name.ShouldBe("Model without a name");
        reading.Model.AsOf.ShouldBe(Today);
        reading.Model.Meta.Quarters.First().ShouldBe(Quarter.Of(Today) + 1);
    }

    [Fact]
    public void An_incomplete_heading_hides_no_other_fault()
    {
        var reading = ModelFileReader.Read("""{"meta":{"code":"X"},"businessUnits":[{"code":"A","name":"A","revenue":-5}]}"""u8.ToArray(), Today);
        reading.Problems.ShouldHaveSingleItem().Code.ShouldBe("meta-missing");
        ModelRules.Check(reading.Model).ShouldContain(problem => problem.Field == "revenue");
    }

    private static IReadOnlyList<ModelProblem> Problems(Action<JsonNode> change)
    {
        var file = JsonNode.Parse(SampleModels.AirlineFile)!;
        change(file);
        return ModelFileReader.Read(Encoding.UTF8.GetBytes(file.ToJsonString()), Today).Problems;
    }
}
