using System.Text.Json;
using OperatingModel.Domain;

namespace OperatingModel.Exchange.Json;

/// <summary>
/// A member of an object in a model file that holds rows of another list. The product keeps flat lists that refer to each
/// other by code; the file nests what belongs to one owner. Each kind of nesting reads and writes itself.
/// </summary>
/// <param name="name">The member's name in the file.</param>
/// <param name="table">The list whose rows it holds.</param>
/// <param name="ownerField">The field of those rows that names the owner.</param>
internal abstract class FileMember(string name, ModelTable table, string ownerField)
{
    public string Name { get; } = name;

    public ModelTable Table { get; } = table;

    public ModelField OwnerField { get; } = table.Fields.First(field => field.Name == ownerField);

    public abstract void Read(JsonElement value, string owner, string path, FileReading reading);

    public abstract void Write(Utf8JsonWriter json, IReadOnlyList<ModelRow> rows);

    protected ModelField Field(string field) => Table.Fields.First(f => f.Name == field);

    /// <summary>The fields that the file spells out: all but the owner.</summary>
    protected IEnumerable<ModelField> OwnFields => Table.Fields.Where(f => f != OwnerField);
}

/// <summary><c>"goals": [{"kpi": "K18", "weight": 0.4}]</c></summary>
internal sealed class ObjectList(string name, ModelTable table, string ownerField) : FileMember(name, table, ownerField)
{
    public override void Read(JsonElement value, string owner, string path, FileReading reading) =>
        reading.ForEach(value, path, (item, itemPath) => reading.AddRow(Table, item, itemPath, [(OwnerField, owner)]));

    public override void Write(Utf8JsonWriter json, IReadOnlyList<ModelRow> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            FileShape.WriteFields(json, OwnFields, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary><c>"priorities": ["O3", "O4"]</c></summary>
internal sealed class CodeList(string name, ModelTable table, string ownerField) : FileMember(name, table, ownerField)
{
    private ModelField CodeField => OwnFields.Single();

    public override void Read(JsonElement value, string owner, string path, FileReading reading) =>
        reading.ForEach(value, path, (item, itemPath) => reading.AddRow(Table, itemPath, [(OwnerField, owner), (CodeField, item)]));

    public override void Write(Utf8JsonWriter json, IReadOnlyList<ModelRow> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            FieldValues.Write(json, CodeField.ValueOf(row));
        }

        json.WriteEndArray();
    }
}

/// <summary><c>"supports": [{"capability": "C3.2", "businessUnits": ["MAIN", "REG"]}]</c></summary>
internal sealed class GroupedList(string name, ModelTable table, string ownerField, string groupField, string itemField, string itemsName)
    : FileMember(name, table, ownerField)
{
    public override void Read(JsonElement value, string owner, string path, FileReading reading) =>
        reading.ForEach(value, path, (group, groupPath) =>
        {
            var members = reading.Members(group, groupPath, [Field(groupField).FileName, itemsName]);
            if (members is null || !reading.Require(members, Field(groupField).FileName, groupPath, out var code) || !reading.Require(members, itemsName, groupPath, out var items))
            {
                return;
            }

            reading.ForEach(items, $"{groupPath}.{itemsName}", (item, itemPath) =>
                reading.AddRow(Table, itemPath, [(OwnerField, owner), (Field(groupField), code), (Field(itemField), item)]));
        });

    public override void Write(Utf8JsonWriter json, IReadOnlyList<ModelRow> rows)
    {
        json.WriteStartArray();
        foreach (var group in rows.GroupBy(row => Field(groupField).ValueOf(row)))
        {
            json.WriteStartObject();
            json.WritePropertyName(Field(groupField).FileName);
            FieldValues.Write(json, group.Key);
            json.WriteStartArray(itemsName);
            foreach (var row in group)
            {
                FieldValues.Write(json, Field(itemField).ValueOf(row));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary><c>"rights": {"CIO": "A", "OFF": "R"}</c></summary>
internal sealed class CodeMap(string name, ModelTable table, string ownerField, string keyField, string valueField) : FileMember(name, table, ownerField)
{
    public override void Read(JsonElement value, string owner, string path, FileReading reading)
    {
        foreach (var (key, item) in reading.Entries(value, path))
        {
            reading.AddRow(Table, $"{path}.{key}", [(OwnerField, owner), (Field(keyField), key), (Field(valueField), item)]);
        }
    }

    public override void Write(Utf8JsonWriter json, IReadOnlyList<ModelRow> rows)
    {
        json.WriteStartObject();
        foreach (var row in rows)
        {
            json.WritePropertyName((string)Field(keyField).ValueOf(row)!);
            FieldValues.Write(json, Field(valueField).ValueOf(row));
        }

        json.WriteEndObject();
    }
}

/// <summary><c>"current": {"User": ["BAG", "CHK"]}</c>: one of several designs, each a map from a role to its units; null when it has none.</summary>
internal sealed class DesignMap(string name, ModelTable table, string ownerField, string designField, string design, string keyField, string itemField)
    : FileMember(name, table, ownerField)
{
    public override void Read(JsonElement value, string owner, string path, FileReading reading)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        foreach (var (key, items) in reading.Entries(value, path))
        {
            reading.ForEach(items, $"{path}.{key}", (item, itemPath) =>
                reading.AddRow(Table, itemPath, [(OwnerField, owner), (Field(designField), design), (Field(keyField), key), (Field(itemField), item)]));
        }
    }

    public override void Write(Utf8JsonWriter json, IReadOnlyList<ModelRow> rows)
    {
        var own = rows.Where(row => Field(designField).ValueOf(row)!.ToString() == design).ToList();
        if (own.Count == 0)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        foreach (var group in own.GroupBy(row => Field(keyField).ValueOf(row)))
        {
            json.WriteStartArray(group.Key!.ToString()!);
            foreach (var row in group)
            {
                FieldValues.Write(json, Field(itemField).ValueOf(row));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
