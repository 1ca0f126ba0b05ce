using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>
/// Every indicator of a model as one JSON object, for the command line and for programs. Numbers are unrounded, an undefined
/// figure is null, what a model lacks is empty. The indicators of an area stand in a file of their own; here they are lined up.
/// </summary>
public static class IndicatorsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IReadOnlyList<Indicator> All { get; } =
    [
        .. CustomerIndicators.All,
        .. HeatMapIndicators.All,
        .. PriorityIndicators.All,
        .. SensitivityIndicators.All,
        .. HomogeneityIndicators.All,
        .. TechnologyIndicators.All,
        .. FundingIndicators.All,
        .. PortfolioIndicators.All,
        .. RoadmapIndicators.All,
        .. ChangeIndicators.All,
        .. GoalIndicators.All,
        .. TeamIndicators.All,
        .. LeadershipIndicators.All,
        .. PeopleIndicators.All,
        .. AssessmentIndicators.All,
        .. DecisionRightsIndicators.All,
        .. GovernanceIndicators.All,
        .. IntegrityIndicators.All,
    ];

    public static void Write(ModelSnapshot model, Stream stream)
    {
        var analyses = new ModelAnalyses(model);
        var values = new JsonElement[All.Count];
        Parallel.For(0, values.Length, i => values[i] = ElementOf(All[i], analyses));
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = Options.Encoder });
        json.WriteStartObject();
        foreach (var (indicator, value) in All.Zip(values))
        {
            json.WritePropertyName(indicator.Key);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    internal static JsonElement ElementOf(Indicator indicator, ModelAnalyses analyses) => JsonSerializer.SerializeToElement(indicator.Of(analyses), Options);
}
