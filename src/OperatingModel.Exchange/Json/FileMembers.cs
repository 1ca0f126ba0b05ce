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

    protected int Owner { get; } = IndexIn(table, ownerField);

    /// <summary>The fields that the file spells out: all but the owner.</summary>
    protected IEnumerable<ModelField> OwnFields => Table.Fields.Where(f => f != OwnerField);

    protected static int IndexIn(ModelTable table, string field) => table.Fields.ToList().FindIndex(f => f.Name == field);
}

/// <summary><c>"goals": [{"kpi": "K18", "weight": 0.4}]</c></summary>
internal sealed class ObjectList(string name, ModelTable table, string ownerField) : FileMember(name, table, ownerField)
{
    private readonly RowShape _shape = new(table, table.Fields.First(field => field.Name == ownerField), []);

    public override void Read(JsonElement value, string owner, string path, FileReading reading) =>
        reading.ForEach(value, path, (item, itemPath) => _shape.Read(item, owner, itemPath, reading, out _));

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

    public override void Read(JsonElement value, string owner, string path, FileReading reading)
    {
        var code = IndexIn(Table, CodeField.Name);
        reading.ForEach(value, path, (item, itemPath) => reading.AddRow(Table, itemPath, (Owner, owner), (code, item)));
    }

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
    private readonly int _group = IndexIn(table, groupField);
    private readonly int _item = IndexIn(table, itemField);

    private ModelField GroupField => Table.Fields[_group];

    public override void Read(JsonElement value, string owner, string path, FileReading reading) =>
        reading.ForEach(value, path, (group, groupPath) =>
        {
            var members = reading.Members(group, groupPath, GroupField.FileName, itemsName);
            if (members is null
                || !reading.Require(members, GroupField.FileName, groupPath, out var code)
                || !reading.Require(members, itemsName, groupPath, out var items))
            {
                return;
            }

            reading.ForEach(items, $"{groupPath}.{itemsName}", (item, itemPath) =>
                reading.AddRow(Table, itemPath, (Owner, owner), (_group, code), (_item, item)));
        });

    public override void Write(Utf8JsonWriter json, IReadOnlyList<ModelRow> rows)
    {
        json.WriteStartArray();
        foreach (var group in rows.GroupBy(GroupField.ValueOf))
        {
            json.WriteStartObject();
            json.WritePropertyName(GroupField.FileName);
            FieldValues.Write(json, group.Key);
            json.WriteStartArray(itemsName);
            foreach (var row in group)
            {
                FieldValues.Write(json, Table.Fields[_item].ValueOf(row));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary><c>"rights": {"CIO": "A", "OFF": "R"}</c></summary>
internal sealed class CodeMap(string name, ModelTable table, string ownerField, string keyField, string valueField)
    : FileMember(name, table, ownerField)
{
    private readonly int _key = IndexIn(table, keyField);
    private readonly int _value = IndexIn(table, valueField);

    public override void Read(JsonElement value, string owner, string path, FileReading reading) =>
        reading.ForEachEntry(value, path, (key, item, itemPath) =>
            reading.AddRow(Table, itemPath, (Owner, owner), (_key, key), (_value, item)));

    public override void Write(Utf8JsonWriter json, IReadOnlyList<ModelRow> rows)
    {
        json.WriteStartObject();
        foreach (var row in rows)
        {
            json.WritePropertyName((string)Table.Fields[_key].ValueOf(row)!);
            FieldValues.Write(json, Table.Fields[_value].ValueOf(row));
        }

        json.WriteEndObject();
    }
}

/// <summary><c>"current": {"User": ["BAG", "CHK"]}</c>: one of several designs, each a map from a role to its units; null when it has none.</summary>
internal sealed class DesignMap(
    string name,
    ModelTable table,
    string ownerField,
    string designField,
    object design,
    string keyField,
    string itemField) : FileMember(name, table, ownerField)
{
    private readonly int _design = IndexIn(table, designField);
    private readonly int _key = IndexIn(table, keyField);
    private readonly int _item = IndexIn(table, itemField);

    public override void Read(JsonElement value, string owner, string path, FileReading reading)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        reading.ForEachEntry(value, path, (key, items, itemsPath) =>
        {
            if (Enum.GetNames(Table.Fields[_key].Type).Contains(key))
            {
                var role = Enum.Parse(Table.Fields[_key].Type, key);
                reading.ForEach(items, itemsPath, (item, itemPath) =>
                    reading.AddRow(Table, itemPath, (Owner, owner), (_design, design), (_key, role), (_item, item)));
            }
            else
            {
                reading.ReportUnknown(key, path, string.Join(", ", Enum.GetNames(Table.Fields[_key].Type)));
            }
        });
    }

    public override void Write(Utf8JsonWriter json, IReadOnlyList<ModelRow> rows)
    {
        var own = rows.Where(row => Table.Fields[_design].ValueOf(row)!.Equals(design)).ToList();
        if (own.Count == 0)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        foreach (var group in own.GroupBy(row => Table.Fields[_key].ValueOf(row)))
        {
            json.WriteStartArray(group.Key!.ToString()!);
            foreach (var row in group)
            {
                FieldValues.Write(json, Table.Fields[_item].ValueOf(row));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
