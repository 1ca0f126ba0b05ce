using System.Text.Json;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Domain.Fields;

/// <summary>
/// A row as the value of a field. In a file it is an object with the name of its list, its place in it and all its fields, whatever objects
/// the list itself nests there; stored, it is <see cref="RowJson"/> with its list.
/// </summary>
internal sealed class RowValueKind : FieldKind
{
    private const string List = "list";
    private const string Position = "position";

    public override Type StoredType => typeof(string);

    public override string Wanted => "an object with the list of the row, its position and its fields";

    public override FieldEditor Editor => FieldEditor.Line;

    public override object Store(object value) => RowJson.WriteValue((RowValue)value);

    public override object Restore(object stored) => RowJson.ReadValue((string)stored);

    public override void WriteStored(Utf8JsonWriter json, object value) => RowJson.WriteValue(json, (RowValue)value);

    public override object ReadStored(JsonElement json) => RowJson.ReadValue(json);

    public override void Write(Utf8JsonWriter json, object value)
    {
        var (table, row) = (((RowValue)value).Table, ((RowValue)value).Row);
        json.WriteStartObject();
        json.WriteString(List, table.Name);
        json.WriteNumber(Position, row.Position);
        foreach (var field in table.Fields)
        {
            field.Write(json, row);
        }

        json.WriteEndObject();
    }

    /// <param name="problem">All that is wrong with it.</param>
    public override object? Read(JsonElement json, out string? problem)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return base.Read(json, out problem);
        }

        var name = json.TryGetProperty(List, out var list) && list.ValueKind == JsonValueKind.String ? list.GetString()! : "";
        if (ModelTables.Find(name) is not { } table)
        {
            var known = ModelTables.All.Select(one => one.Name);
            problem = $"{List}: There is no list {NearName.Quoted(name)}"
                + (NearName.Nearest(name, known) is { } near ? $". Perhaps {NearName.Quoted(near)} is meant." : "; name a list of the model.");
            return null;
        }

        List<string> problems = [];
        var values = new object?[table.Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ReadField(json, table.Fields[i], problems);
        }

        var position = 0;
        if (!json.TryGetProperty(Position, out var place) || place.ValueKind != JsonValueKind.Number || !place.TryGetInt32(out position))
        {
            problems.Add($"{Position}: Give a whole number.");
        }

        var unknown = json.EnumerateObject().Select(member => member.Name)
            .Where(member => member is not (List or Position) && table.Fields.All(field => field.FileName != member));
        var fields = string.Join(", ", table.Fields.Select(field => field.FileName));
        problems.AddRange(unknown.Select(member => $"{VisibleText.Shortened(member)}: There is no such field; a row has {fields}."));
        problem = problems.Count == 0 ? null : string.Join(" ", problems);
        return problem is null ? new RowValue(table.NewRow(values, position, 0)) : null;
    }

    protected override object? Read(JsonElement json) => null;

    private static object? ReadField(JsonElement json, ModelField field, List<string> problems)
    {
        if (!json.TryGetProperty(field.FileName, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (!field.HasDefault && !field.IsOptional)
            {
                problems.Add($"{field.FileName}: The field is missing; give it.");
            }

            return field.Default;
        }

        var read = field.Kind.Read(value, out var problem);
        if (problem is not null)
        {
            problems.Add($"{field.FileName}: {problem}");
        }

        return read;
    }
}
