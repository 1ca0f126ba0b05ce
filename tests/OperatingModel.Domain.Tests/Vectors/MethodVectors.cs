using System.Text.Json;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Vectors;

/// <summary>The test vectors of the method: inputs with expected results, checked by hand.</summary>
internal static class MethodVectors
{
    private static readonly JsonElement Root = JsonDocument
        .Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", "method_vectors.json")))
        .RootElement;

    /// <summary>Every indicator of the airline sample.</summary>
    public static JsonElement Airline => Root.GetProperty("airline");

    public static JsonElement Get(string id) =>
        Root.GetProperty("vectors").EnumerateArray().Single(vector => vector.GetProperty("id").GetString() == id);

    public static JsonElement Input(string id) => Get(id).GetProperty("input");

    public static JsonElement Expected(string id) => Get(id).GetProperty("expected");

    public static double ToleranceOf(string id) => Get(id).GetProperty("tolerance").GetDouble();

    /// <summary>Identifiers of a formula's vectors, to see that none is left out.</summary>
    public static IEnumerable<string> Ids(string formula) => Root.GetProperty("vectors").EnumerateArray()
        .Where(vector => vector.GetProperty("formula").GetString() == formula).Select(vector => vector.GetProperty("id").GetString()!);

    /// <summary>One of the small portfolios of the file.</summary>
    public static JsonElement Portfolio(string name) => Root.GetProperty("models").GetProperty(name);

    /// <summary>One of the small models of the file.</summary>
    public static ModelSnapshot Model(string name)
    {
        var model = Root.GetProperty("models").GetProperty(name);
        return Models.Of(
        [
            Models.Chain(),
            .. model.GetProperty("stages").EnumerateObject().Select((stage, i) => Models.Stage(stage.Name, stage.Value.GetDouble(), order: i + 1)),
            .. model.GetProperty("businessUnits").EnumerateObject().Select(unit => Models.Unit(unit.Name, unit.Value.GetDouble())),
            .. model
                .GetProperty("capabilities")
                .EnumerateObject()
                .Select(c => Models.Capability(c.Name, c.Value.GetProperty("parent").GetString(), c.Value.GetProperty("weight").GetDouble())),
            .. model
                .GetProperty("links")
                .EnumerateArray()
                .Select(link => new StageLink(link[0].GetString()!, link[1].GetString()!, (LinkStrength)link[2].GetInt32())),
            .. model
                .GetProperty("notApplicable")
                .EnumerateArray()
                .Select(pair => new NotApplicable(pair[0].GetString()!, pair[1].GetString()!, null)),
            .. model
                .GetProperty("assessments")
                .EnumerateArray()
                .Select(a =>
                    Models.Assessed(
                        a[0].GetString()!,
                        a[1].GetString()!,
                        a[3].GetInt32(),
                        a[4].GetInt32(),
                        a[5].GetInt32(),
                        Enum.Parse<Confidence>(a[6].GetString()!),
                        a[2].GetString())),
        ]);
    }

    /// <summary>The number, or null when it is null or absent.</summary>
    public static double? Number(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static string? Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static void ShouldBeNear(this double? actual, double? expected, double tolerance, string what)
    {
        (actual is null).ShouldBe(expected is null, what);
        if (actual is { } value)
        {
            value.ShouldBe(expected!.Value, tolerance, what);
        }
    }
}
