using System.Text.Json;
using OperatingModel.Domain;

namespace OperatingModel.Exchange.Json;

/// <summary>The rows and problems gathered while a model file is read. A row that cannot be read is left out and told.</summary>
internal sealed class FileReading
{
    private readonly Dictionary<ModelTable, (List<ModelRow> Rows, HashSet<RowKey> Keys)> _lists = [];

    public List<ModelProblem> Problems { get; } = [];

    public IEnumerable<ITable> Lists => _lists.Select(list => list.Key.Create(list.Value.Rows));

    public void Tell(string code, string element, string? field, string message) =>
        Problems.Add(new ModelProblem(code, Severity.Error, element, field, message));

    /// <summary>A row of the members of a JSON object. <paramref name="given"/> fields come from where the object stands.</summary>
    /// <param name="more">Members of the object that are read elsewhere.</param>
    public ModelRow? AddRow(
        ModelTable table,
        JsonElement item,
        string path,
        IReadOnlyList<(ModelField Field, object? Value)> given,
        params IReadOnlyList<string> more)
    {
        var own = table.Fields.Where(field => given.All(g => g.Field != field)).ToList();
        var members = Members(item, path, [.. own.Select(field => field.FileName), .. more]);
        if (members is null)
        {
            return null;
        }

        var values = new object?[table.Fields.Count];
        var complete = true;
        foreach (var field in table.Fields)
        {
            var index = IndexOf(table, field);
            if (given.FirstOrDefault(g => g.Field == field) is { Field: not null } known)
            {
                values[index] = known.Value;
            }
            else if (members.TryGetValue(field.FileName, out var value))
            {
                complete &= TryRead(value, field, path, out values[index]);
            }
            else if (field.HasDefault || field.IsOptional)
            {
                values[index] = field.Default;
            }
            else
            {
                Tell("field-missing", path, field.FileName, $"The field is missing; {Wanted(field)}.");
                complete = false;
            }
        }

        return complete ? Add(table, values, path) : null;
    }

    /// <summary>A row whose fields are all known; values may still be JSON.</summary>
    public void AddRow(ModelTable table, string path, IReadOnlyList<(ModelField Field, object? Value)> given)
    {
        var values = new object?[table.Fields.Count];
        var complete = true;
        foreach (var (field, value) in given)
        {
            var index = IndexOf(table, field);
            complete &= value switch
            {
                JsonElement json => TryRead(json, field, path, out values[index]),
                string text when field.Type.IsEnum => TryRead(JsonSerializer.SerializeToElement(text), field, path, out values[index]),
                _ => Keep(value, out values[index]),
            };
        }

        if (complete)
        {
            Add(table, values, path);
        }
    }

    public void ForEach(JsonElement list, string path, Action<JsonElement, string> read)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            Tell("not-a-list", path, null, "Give a list in square brackets.");
            return;
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            read(item, $"{path}[{index++}]");
        }
    }

    public IEnumerable<(string Key, JsonElement Value)> Entries(JsonElement map, string path)
    {
        if (map.ValueKind != JsonValueKind.Object)
        {
            Tell("not-an-object", path, null, "Give an object in curly brackets.");
            return [];
        }

        return map.EnumerateObject().Select(member => (member.Name, member.Value));
    }

    /// <summary>The members of an object, telling the unknown ones; null when it is no object.</summary>
    public Dictionary<string, JsonElement>? Members(JsonElement item, string path, IReadOnlyCollection<string> known)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            Tell("not-an-object", path, null, "Give an object in curly brackets.");
            return null;
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in item.EnumerateObject())
        {
            if (known.Contains(member.Name))
            {
                members.Add(member.Name, member.Value);
            }
            else
            {
                Tell("unknown-field", path, member.Name, $"There is no such field here; use {string.Join(", ", known)}.");
            }
        }

        return members;
    }

    public bool Require(Dictionary<string, JsonElement> members, string name, string path, out JsonElement value)
    {
        if (members.TryGetValue(name, out value))
        {
            return true;
        }

        Tell("field-missing", path, name, "The field is missing; give it.");
        return false;
    }

    private bool TryRead(JsonElement value, ModelField field, string path, out object? result)
    {
        result = null;
        if (value.ValueKind == JsonValueKind.Null && field.IsOptional)
        {
            return true;
        }

        result = FieldValues.Read(value, field, out var problem);
        if (problem is not null)
        {
            Tell("unreadable-value", path, field.FileName, $"{Shown(value)} cannot be read here. {problem}");
        }

        return problem is null;
    }

    private ModelRow? Add(ModelTable table, object?[] values, string path)
    {
        if (!_lists.TryGetValue(table, out var list))
        {
            _lists.Add(table, list = ([], []));
        }

        var row = table.NewRow(values, list.Rows.Count);
        if (!list.Keys.Add(row.Key))
        {
            Tell("duplicate", path, null, $"{row.Key} stands in {table.Name} already; give every row a key of its own or merge the two.");
            return null;
        }

        list.Rows.Add(row);
        return row;
    }

    private static int IndexOf(ModelTable table, ModelField field)
    {
        for (var i = 0; i < table.Fields.Count; i++)
        {
            if (ReferenceEquals(table.Fields[i], field))
            {
                return i;
            }
        }

        throw new ArgumentException($"{table.Name} has no field {field.Name}.", nameof(field));
    }

    private static bool Keep(object? value, out object? kept)
    {
        kept = value;
        return true;
    }

    private static string Wanted(ModelField field) => field.Rules.Select(rule => rule switch
    {
        BetweenAttribute range => $"give {range.Low} to {range.High}",
        AboveAttribute above => $"give a number above {above.Limit}",
        AtLeastAttribute atLeast => $"give a number from {atLeast.Limit} up",
        _ => null,
    }).FirstOrDefault(sentence => sentence is not null) ?? (field.Type.IsEnum ? $"give one of {string.Join(", ", Enum.GetNames(field.Type))}" : "give it");

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "A list",
        JsonValueKind.Object => "An object",
        JsonValueKind.Null => "Null",
        _ => value.GetRawText() is { Length: > 40 } text ? $"{text[..40]}…" : value.GetRawText(),
    };
}
