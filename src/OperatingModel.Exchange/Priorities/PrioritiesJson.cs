using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Strategy;
using OperatingModel.Exchange.Json;
using OperatingModel.Exchange.Tables;

namespace OperatingModel.Exchange.Priorities;

/// <summary>
/// Funding priorities as json: what they rest on, then one object per capability under <c>rows</c>. Numbers have every digit,
/// shares are fractions of 1, unknown is null, business units and objectives go by their codes; stages and units that do not apply are
/// absent. <c>settings</c> are those of the model, in the words of the model file; <c>weights</c> are what was really used.
/// </summary>
public static class PrioritiesJson
{
    public const string ContentType = MediaTypeNames.Application.Json;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(PriorityExport export, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        WriteHead(json, export);
        JsonTable.Write(json, "rows", export.Columns, export.Rows());
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, PriorityExport export)
    {
        json.WriteStartObject("model");
        WriteName(json, export.Model.Meta.Code, export.Model.Meta.Name);
        json.WriteEndObject();
        json.WriteNumber("revision", export.Model.Revision);
        json.WriteString("asOf", IsoText.Of(export.Model.AsOf));
        json.WriteString("exportedAt", IsoText.Of(export.ExportedAt));
        json.WriteString("exportedBy", export.ExportedBy);
        json.WriteString("filter", export.Scope.Filter.Length == 0 ? null : export.Scope.Filter);
        json.WriteNumber("listed", export.Listed);
        if (export.Scope.Line is { } line)
        {
            json.WriteNumber("lineAfter", line);
        }
        else
        {
            json.WriteNull("lineAfter");
        }

        SettingsJson.Write(json, export.Model.Settings);
        WriteWeights(json, export);
        json.WriteStartArray("objectives");
        foreach (var objective in export.Model.Table<StrategicObjective>())
        {
            json.WriteStartObject();
            WriteName(json, objective.Code, objective.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("totalNeed", export.Cube.Priorities.TotalNeed);
        JsonTable.WriteTexts(json, "withoutStage", export.WithoutStage);
    }

    private static void WriteWeights(Utf8JsonWriter json, PriorityExport export)
    {
        var weights = export.Cube.Weights;
        json.WriteStartObject("weights");
        json.WriteBoolean("whatIf", export.IsWhatIf);
        json.WriteNumber("alpha", weights.Alpha);
        json.WriteNumber("gamma", weights.Gamma);
        json.WriteStartObject("contributionScale");
        json.WriteNumber("minor", weights.Minor);
        json.WriteNumber("supporting", weights.Supporting);
        json.WriteNumber("critical", weights.Critical);
        json.WriteEndObject();
        json.WriteString("businessUnitWeightBasis", export.UnitBasis?.ToString());
        WriteStages(json, export.Cube);
        WriteUnits(json, export.Cube);
        json.WriteEndObject();
    }

    private static void WriteStages(Utf8JsonWriter json, HeatCube cube)
    {
        json.WriteStartArray("stages");
        for (var i = 0; i < cube.Stages.Count; i++)
        {
            var stage = cube.Stages[i];
            json.WriteStartObject();
            WriteName(json, stage.Code, stage.Name);
            json.WriteString("chain", stage.Chain);
            json.WriteNumber("chainWeight", cube.Weights.ChainWeights[stage.Chain]);
            json.WriteNumber("points", cube.Weights.StagePoints[stage.Code]);
            json.WriteNumber("share", cube.StageShare(i));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUnits(Utf8JsonWriter json, HeatCube cube)
    {
        json.WriteStartArray("businessUnits");
        for (var i = 0; i < cube.Units.Count; i++)
        {
            var unit = cube.Units[i];
            json.WriteStartObject();
            WriteName(json, unit.Code, unit.Name);
            json.WriteNumber("weight", cube.Weights.UnitWeights[unit.Code]);
            json.WriteNumber("share", cube.UnitShare(i));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteName(Utf8JsonWriter json, string code, string name)
    {
        json.WriteString("code", code);
        json.WriteString("name", name);
    }
}
