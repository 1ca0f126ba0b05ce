using System.Text.Json;
using System.Text.Json.Nodes;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
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
