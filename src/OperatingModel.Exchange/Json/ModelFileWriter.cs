using System.Text.Encodings.Web;
using System.Text.Json;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Json;

/// <summary>Writes model files (JSON, UTF-8). The same model always gives the same bytes.</summary>
public static class ModelFileWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(ModelSnapshot model)
    {
        using var stream = new MemoryStream();
        Write(model, stream);
        return stream.ToArray();
    }

    public static void Write(ModelSnapshot model, Stream stream)
    {
        if (model.Table<ScenarioChange>().Count > 0)
        {
            // A file numbers its rows by their order alone.
            model = Numbering.Of(model);
        }

        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString(FileShape.SchemaVersionName, FileShape.SchemaVersion);
        MetaJson.Write(json, model.Meta);
        SettingsJson.Write(json, model.Settings);
        foreach (var list in FileShape.Lists.Where(list => !list.IsLeftOutWhenEmpty || model.Table(list.Table).Rows.Count > 0))
        {
            WriteList(json, list, model);
        }

        WriteCioProfile(json, model);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, FileList list, ModelSnapshot model)
    {
        var nested = list
            .Members.Select(member => (member, model.Table(member.Table).Rows.ToLookup(row => (string)member.OwnerField.ValueOf(row)!)))
            .ToList();
        json.WriteStartArray(list.Name);
        foreach (var row in model.Table(list.Table).Rows)
        {
            json.WriteStartObject();
            FileShape.WriteFields(json, list.Table.Fields, row);
            if (row is Capability capability)
            {
                json.WriteNumber(FileShape.LevelName, model.Tree.LevelOf(model.Tree.IndexOf(capability.Code)));
            }

            foreach (var (member, rows) in nested)
            {
                json.WritePropertyName(member.Name);
                member.Write(json, [.. rows[row.Key.Text]]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCioProfile(Utf8JsonWriter json, ModelSnapshot model)
    {
        if (model.Table<CioProfile>() is not { Count: > 0 } profiles)
        {
            return;
        }

        json.WriteStartObject(FileShape.CioProfileName);
        FileShape.WriteFields(json, profiles.Definition.Fields, profiles[0]);
        json.WriteStartArray(FileShape.CioStatementsName);
        foreach (var statement in model.Table<CioStatement>())
        {
            json.WriteStartObject();
            FileShape.WriteFields(json, FileShape.CioStatement.Table.Fields, statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
