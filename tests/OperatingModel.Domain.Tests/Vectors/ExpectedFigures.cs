using System.Text.Json;
using System.Text.Json.Nodes;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.Vectors;

/// <summary>The published test vectors of the method and the expected figures of the airline sample.</summary>
internal static class ExpectedFigures
{
    /// <summary>Figures of the airline sample agree within this; counts, codes and labels agree exactly.</summary>
    public const double AirlineTolerance = 1e-6;

    private static readonly Lazy<JsonObject> File = new(() =>
        JsonNode.Parse(System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", "method_vectors.json")))!.AsObject());

    private static readonly Lazy<ModelSnapshot> Sample = new(() => SampleModels.Airline(new DateOnly(2026, 3, 1)));

    public static ModelSnapshot Airline => Sample.Value;

    public static MethodVector Of(string id)
    {
        var vector = File.Value["vectors"]!.AsArray().Single(v => (string)v!["id"]! == id)!;
        return new MethodVector(vector["input"]!, vector["expected"], (double)vector["tolerance"]!);
    }

    public static JsonNode OfAirline(string key) => File.Value["airline"]![key]!;
}

internal sealed record MethodVector(JsonNode Input, JsonNode? Expected, double Tolerance)
{
    /// <summary>The actual value agrees: numbers within the tolerance, everything else exactly; members not expected are not looked at.</summary>
    public void ShouldBe(object? actual) => Agreement.Check(Expected, actual, Tolerance);
}

internal static class Agreement
{
    // NaN and infinity would be a fault of the figure; they show as text.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        DictionaryKeyPolicy = null,
    };

    public static void Check(JsonNode? expected, object? actual, double tolerance)
    {
        var differences = Differences(expected, JsonSerializer.SerializeToNode(actual, Options), tolerance, "").ToList();
        differences.ShouldBeEmpty();
    }

    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, double tolerance, string path) => (expected, actual) switch
    {
        (JsonObject a, JsonObject b) => a.SelectMany(member => b.ContainsKey(member.Key)
            ? Differences(member.Value, b[member.Key], tolerance, $"{path}.{member.Key}")
            : [$"{path}.{member.Key} is missing"]),
        (JsonArray a, JsonArray b) => a.Count == b.Count
            ? a.SelectMany((item, i) => Differences(item, b[i], tolerance, $"{path}[{i}]"))
            : [$"{path}: {a.ToJsonString()} became {b.ToJsonString()}"],
        (JsonValue a, JsonValue b) when a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number =>
            Math.Abs(a.GetValue<double>() - b.GetValue<double>()) <= tolerance ? [] : [$"{path}: {a} became {b}"],
        _ => JsonNode.DeepEquals(expected, actual) ? [] : [$"{path}: {expected?.ToJsonString()} became {actual?.ToJsonString()}"],
    };
}
