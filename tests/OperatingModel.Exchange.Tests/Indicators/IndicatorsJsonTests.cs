using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Indicators;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Indicators;

public sealed class IndicatorsJsonTests
{
    private const double Tolerance = 1e-6;

    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly JsonElement Expected =
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", "method_vectors.json"))).GetProperty("airline");

    private static readonly Lazy<JsonElement> Airline = new(() => Written(SampleModels.Airline(Today)));

    public static TheoryData<string> Keys() => [.. IndicatorsJson.All.Select(indicator => indicator.Key).Where(key => key != "warnings")];

    [Theory]
    [MemberData(nameof(Keys))]
    public void An_indicator_of_the_airline_equals_the_published_answer(string key)
    {
        Differences(Expected.GetProperty(key), Airline.Value.GetProperty(key), key).ShouldBeEmpty();
    }

    [Fact]
    public void The_warnings_of_the_airline_are_the_published_two()
    {
        var warnings = Airline.Value.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!).ToList();
        var expected = Expected.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!).ToList();
        warnings.Count.ShouldBe(expected.Count);
        warnings.Zip(expected).ShouldAllBe(pair => pair.First.StartsWith(pair.Second));
    }

    [Fact]
    public void Keys_stand_once_and_in_the_published_spelling()
    {
        IndicatorsJson.All.Select(indicator => indicator.Key).ShouldBeUnique();
        IndicatorsJson.All.Select(indicator => indicator.Key).ShouldBeSubsetOf(Expected.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes()
    {
        Bytes(SampleModels.Airline(Today)).ShouldBe(Bytes(SampleModels.Airline(Today.AddYears(1))));
    }

    [Fact]
    public void A_model_with_only_a_heading_has_every_key_and_no_figure()
    {
        var empty = Written(ModelSnapshot.Of([Table<ModelMeta>.Of([SampleModels.Airline(Today).Meta])], 0, Today));
        empty.EnumerateObject().Select(member => member.Name).ShouldBe(IndicatorsJson.All.Select(indicator => indicator.Key));
        empty.GetProperty("enterprise").GetProperty("heat").ValueKind.ShouldBe(JsonValueKind.Null);
        empty.GetProperty("counts").GetProperty("cells").GetInt32().ShouldBe(0);
        empty.GetProperty("byStage").EnumerateObject().ShouldBeEmpty();
        empty.GetProperty("priorities").EnumerateArray().ShouldBeEmpty();
        empty.GetProperty("totalNeed").GetDouble().ShouldBe(0);
    }

    [Fact]
    public void A_template_is_unknown_and_not_zero()
    {
        foreach (var template in Templates.All)
        {
            var indicators = Written(template.Model(Today));
            indicators.GetProperty("enterprise").GetProperty("coverage").GetDouble().ShouldBe(0);
            indicators.GetProperty("enterprise").GetProperty("heat").ValueKind.ShouldBe(JsonValueKind.Null);
            indicators.GetProperty("priorities").EnumerateArray().ShouldAllBe(leaf => leaf.GetProperty("rank").ValueKind == JsonValueKind.Null);
        }
    }

    [Fact]
    public void A_model_that_is_only_begun_can_be_analysed_at_every_step()
    {
        // The lists of the sample one after the other, as somebody would fill them in.
        var model = SampleModels.Airline(Today);
        for (var count = 1; count <= ModelTables.All.Count; count++)
        {
            var begun = ModelSnapshot.Of(ModelTables.All.Take(count).Select(model.Table), 0, Today);
            Should.NotThrow(() => Written(begun));
        }
    }

    [Fact]
    public void A_broken_tree_is_left_to_the_integrity_rules()
    {
        var model = SampleModels.Airline(Today);
        var root = model.Capabilities[0];
        Should.NotThrow(() => Written(model.With([RowChange.Replace(root, root with { Parent = "C1.1" })], 1)));
    }

    private static JsonElement Written(ModelSnapshot model) => JsonElement.Parse(Bytes(model));

    private static byte[] Bytes(ModelSnapshot model)
    {
        using var stream = new MemoryStream();
        IndicatorsJson.Write(model, stream);
        return stream.ToArray();
    }

    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string path) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Names(expected).Union(Names(actual)).SelectMany(name =>
            expected.TryGetProperty(name, out var left) && actual.TryGetProperty(name, out var right) ? Differences(left, right, $"{path}.{name}") : [$"{path}.{name} stands on one side only"]),
        (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == actual.GetArrayLength() =>
            expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]")),
        (JsonValueKind.Number, JsonValueKind.Number) => Math.Abs(expected.GetDouble() - actual.GetDouble()) <= Tolerance ? [] : [$"{path}: {actual} instead of {expected}"],
        _ => JsonElement.DeepEquals(expected, actual) ? [] : [$"{path}: {actual} instead of {expected}"],
    };

    private static IEnumerable<string> Names(JsonElement item) => item.EnumerateObject().Select(member => member.Name);
}
