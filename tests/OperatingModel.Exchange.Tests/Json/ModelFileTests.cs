using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Json;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Json;

public sealed class ModelFileTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void Every_value_of_the_airline_sample_is_read_and_written_back()
    {
        var written = JsonNode.Parse(ModelFileWriter.Write(SampleModels.Airline(Today)));
        Differences(JsonNode.Parse(SampleModels.AirlineFile), written, "").ShouldBeEmpty();
    }

    [Fact]
    public void Writing_what_was_read_gives_an_equal_model_and_the_same_bytes()
    {
        var model = SampleModels.Airline(Today);
        var bytes = ModelFileWriter.Write(model);
        var again = ModelFileReader.Read(bytes, Today);
        again.Problems.ShouldBeEmpty();
        foreach (var table in ModelTables.All)
        {
            again.Model.Table(table).Rows.ShouldBe(model.Table(table).Rows, table.Name);
        }

        ModelFileWriter.Write(again.Model).ShouldBe(bytes);
    }

    [Fact]
    public void A_campaign_is_written_where_there_is_one_and_read_back()
    {
        var airline = SampleModels.Airline(Today);
        var started = airline.With(CampaignEdits.Start(airline, "Round", Today, null, ["C1", "C4.3"], ["MAIN"], [("ann", "Ann")]), 1);
        var campaign = started.Table<Campaign>()[0].Code;
        var model = started.With(
        [
            RowChange.Add(new CampaignScore(campaign, "C4.3", "MAIN", "ann", 3, 2, 4, Confidence.Low, Today, "Seen")),
            RowChange.Add(new CampaignScore(campaign, "C1.1", "MAIN", "ann", 3, 2, 4, Confidence.Low, Today)),
            RowChange.Add(new CampaignAgreement(campaign, "C4.3", "MAIN", "Ann", Today)),
            RowChange.Add(new CampaignAgreement(campaign, "C1.1", "MAIN", "Ann", Today, 3, 2, 4, Confidence.Low, ProposalRule.OnlyJudgement)),
        ], 2);

        var again = ModelFileReader.Read(ModelFileWriter.Write(model), Today);
        again.Problems.ShouldBeEmpty();
        foreach (var table in ModelTables.All)
        {
            again.Model.Table(table).Rows.ShouldBe(model.Table(table).Rows, table.Name);
        }
    }

    [Fact]
    public void What_scenarios_have_otherwise_is_written_and_read_back_and_the_branch_is_the_same()
    {
        const string Plan = "TRANSITION";
        var airline = SampleModels.Airline(Today);

        // With a gap in the tree, which a file closes.
        var model = After(airline, CapabilityEdits.Delete(airline, "C1.2"));
        model = Edit(model, now => CapabilityEdits.Rename(now, now.Capabilities.Find("C4.3")!, "Travel rules"));
        model = Edit(model, now => CapabilityEdits.Add(now, Place.LastIn("C8"), "New"));
        model = Edit(model, now => CapabilityEdits.Delete(now, "C5.1"));
        model = Edit(model, now => [RowChange.Replace(now.Settings, now.Settings with { Alpha = 2 })]);

        var bytes = ModelFileWriter.Write(model);
        var again = ModelFileReader.Read(bytes, Today);
        again.Check().ShouldNotContain(problem => problem.Blocks);
        again.Model.Table<ScenarioChange>().Count.ShouldBe(model.Table<ScenarioChange>().Count);
        var (before, after) = (model.Branch(Plan)!, again.Model.Branch(Plan)!);
        after.Conflicts.ShouldBeEmpty();
        foreach (var table in ModelTables.All)
        {
            after.Model.Table(table).Rows.ShouldBe(before.Model.Table(table).Rows, table.Name);
        }

        ModelFileWriter.Write(again.Model).ShouldBe(bytes);

        static ModelSnapshot Edit(ModelSnapshot model, Func<ModelSnapshot, IReadOnlyList<RowChange>> edit)
        {
            var branch = model.Branch(Plan)!;
            return After(model, branch.Record(edit(branch.Model)));
        }

        static ModelSnapshot After(ModelSnapshot model, IReadOnlyList<RowChange> changes) => model.With(changes, model.Revision + 1);
    }

    [Theory]
    [InlineData("""{ "scenario": "HEAT", "after": 3 }""", "after", "Give an object with the list of the row, its position and its fields.")]
    [InlineData("""{ "scenario": "HEAT", "after": { "list": "capabilitys" } }""", "after", "There is no list “capabilitys”")]
    [InlineData(
        """{ "scenario": "HEAT", "after": { "list": "vendors", "code": 7, "colour": "red", "position": "first" } }""",
        "after",
        "code: Give a text in quotes. name: The field is missing; give it. position: Give a whole number. colour: There is no such field")]
    public void What_cannot_be_read_of_a_scenario_is_reported_at_once(string change, string field, string expected)
    {
        var file = JsonNode.Parse(ModelFileWriter.Write(SampleModels.Airline(Today)))!;
        file["scenarioChanges"] = new JsonArray(JsonNode.Parse(change));
        var reading = ModelFileReader.Read(Encoding.UTF8.GetBytes(file.ToJsonString()), Today);
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.Element, problem.Field).ShouldBe(("scenarioChanges[0]", field));
        problem.Message.ShouldContain(expected);
    }

    // What differs in meaning: the order of an object's members, the spelling of numbers and the order of a set of modes do not count.
    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path) => (expected, actual) switch
    {
        (JsonObject a, JsonObject b) => a.Select(m => m.Key).Union(b.Select(m => m.Key)).SelectMany(key => a.ContainsKey(key) && b.ContainsKey(key)
            ? Differences(a[key], b[key], $"{path}.{key}")
            : [$"{path}.{key} stands on one side only"]),
        (JsonArray a, JsonArray b) when path.EndsWith(".modes", StringComparison.Ordinal) =>
            a.Select(m => (string)m!).Order().SequenceEqual(b.Select(m => (string)m!).Order()) ? [] : [path],
        (JsonArray a, JsonArray b) when a.Count == b.Count => a.SelectMany((item, i) => Differences(item, b[i], $"{path}[{i}]")),
        (JsonValue a, JsonValue b) when a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number =>
            a.GetValue<double>().Equals(b.GetValue<double>()) ? [] : [$"{path}: {a} became {b}"],
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{path}: {expected} became {actual}"],
    };
}
