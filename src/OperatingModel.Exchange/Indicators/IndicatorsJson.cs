using System.Text.Encodings.Web;
using System.Text.Json;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>
/// Every indicator of a model as one JSON object, for the command line and for programs. Numbers are unrounded, an undefined
/// figure is null, what a model lacks is empty. The indicators of an area stand in a file of their own; here they are lined up.
/// </summary>
public static class IndicatorsJson
{
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

    public static void Write(ModelSnapshot model, Stream stream) => Write(model.Analyses, stream);

    public static void Write(ModelAnalyses analyses, Stream stream)
    {
        using var json = new Utf8JsonWriter(
            stream,
            new JsonWriterOptions
            {
                Indented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            });
        json.WriteStartObject();
        foreach (var indicator in All)
        {
            json.WritePropertyName(indicator.Key);
            PlainJson.Write(json, indicator.Of(analyses));
        }

        json.WriteEndObject();
    }

    internal static JsonElement ElementOf(Indicator indicator, ModelAnalyses analyses)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            PlainJson.Write(json, indicator.Of(analyses));
        }

        return JsonElement.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
