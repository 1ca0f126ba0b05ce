using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Exchange.Json;

/// <summary>
/// A row as the value of a field: an object with the name of its list, its place in it and all its fields, whatever objects the list
/// itself nests in a file.
/// </summary>
internal static class RowValueJson
{
    private const string List = "list";
    private const string Position = "position";

    public static void Write(Utf8JsonWriter json, RowValue value)
    {
        json.WriteStartObject();
        json.WriteString(List, value.Table.Name);
        json.WriteNumber(Position, value.Row.Position);
        FileShape.WriteFields(json, value.Table.Fields, value.Row);
        json.WriteEndObject();
    }

    /// <param name="problem">All that is wrong with it.</param>
    public static object? Read(JsonElement json, out string? problem)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            problem = "Give an object with the list of the row, its position and its fields.";
            return null;
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
        problems.AddRange(unknown.Select(member =>
            $"{FieldValues.Shown(member)}: There is no such field; a row has {string.Join(", ", table.Fields.Select(field => field.FileName))}."));
        problem = problems.Count == 0 ? null : string.Join(" ", problems);
        return problem is null ? new RowValue(table.NewRow(values, position, 0)) : null;
    }

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

        var read = FieldValues.Read(value, field, out var problem);
        if (problem is not null)
        {
            problems.Add($"{field.FileName}: {problem}");
        }

        return read;
    }
}
