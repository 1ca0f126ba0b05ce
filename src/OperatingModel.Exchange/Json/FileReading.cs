using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Fields;

namespace OperatingModel.Exchange.Json;

/// <summary>The rows and problems gathered while a model file is read. A row that cannot be read is left out and reported.</summary>
internal sealed class FileReading
{
    /// <summary>The most problems that are kept; the rest is only counted.</summary>
    public const int MaxProblems = 1000;

    /// <summary>Rows in one file, far above the largest model there is.</summary>
    public const int MaxRows = 1_000_000;

    // Nested rows repeat the code of their owner in their keys; together these may not grow beyond the largest file.
    private const long MaxKeyCharacters = ModelFileReader.MaxBytes;

    private readonly Dictionary<ModelTable, (List<ModelRow> Rows, HashSet<RowKey> Keys)> _lists = [];
    private readonly List<ModelProblem> _problems = [];
    private readonly HashSet<(ModelTable Table, string Code)> _leftOut = [];
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private int _more;
    private int _rows;
    private long _keyCharacters;

    public IReadOnlyList<ModelProblem> Problems =>
        _more == 0
            ? _problems
            :
            [
                .. _problems,
                new ModelProblem("more-problems", Severity.Error, "file", null, $"There are {_more} more problems; correct the ones above first."),
            ];

    public IEnumerable<ITable> Lists => _lists.Select(list => list.Key.Create(list.Value.Rows));

    /// <summary>The rows of the file that cannot be read, as far as their codes can.</summary>
    public IReadOnlySet<(ModelTable Table, string Code)> LeftOut => _leftOut;

    public void Report(string code, string element, string? field, string message)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(new ModelProblem(code, Severity.Error, element, field, message));
        }
        else
        {
            _more++;
        }
    }

    public void ReportUnknown(string name, string path, string known) =>
        Report("unknown-field", path, VisibleText.Shortened(name), $"There is no such field here; use {known}.");

    public bool IsObject(JsonElement item, string path)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            Report("not-an-object", path, null, "Give an object in curly brackets.");
        }

        return item.ValueKind == JsonValueKind.Object;
    }

    public void ForEach(JsonElement list, string path, Action<JsonElement, string> read)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            Report("not-a-list", path, null, "Give a list in square brackets.");
            return;
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            read(item, $"{path}[{index++}]");
        }
    }

    /// <summary>The members of an object whose names are codes.</summary>
    public void ForEachEntry(JsonElement map, string path, Action<string, JsonElement, string> read)
    {
        if (!IsObject(map, path))
        {
            return;
        }

        foreach (var member in map.EnumerateObject())
        {
            if (member.Name.Length > FieldKind.MaxTextLength)
            {
                Report("unreadable-value", path, VisibleText.Shortened(member.Name),
                    $"The name has {member.Name.Length} characters; at most {FieldKind.MaxTextLength} are read.");
            }
            else
            {
                read(member.Name, member.Value, $"{path}.{VisibleText.Shortened(member.Name)}");
            }
        }
    }

    /// <summary>The members of an object by name, reporting the unknown ones; null when it is no object.</summary>
    public Dictionary<string, JsonElement>? Members(JsonElement item, string path, params IReadOnlyCollection<string> known)
    {
        if (!IsObject(item, path))
        {
            return null;
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in item.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                ReportUnknown(member.Name, path, _problems.Count < MaxProblems ? string.Join(", ", known) : "");
            }
            else
            {
                members.Add(member.Name, member.Value);
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

        Report("field-missing", path, name, "The field is missing; give it.");
        return false;
    }

    public bool TryRead(JsonElement value, ModelField field, string path, out object? result)
    {
        result = null;
        if (value.ValueKind == JsonValueKind.Null && field.IsOptional)
        {
            return true;
        }

        result = field.Kind.Read(value, out var problem);
        if (problem is not null)
        {
            Report("unreadable-value", path, field.FileName, $"{FieldValues.Shown(value)} cannot be read here. {problem}");
        }
        else if (field.Reference is not null)
        {
            result = OneCopy((string)result!);
        }

        return problem is null;
    }

    /// <summary>Adds a row of values, given as they are or as JSON, unless a value cannot be read or the row is a duplicate.</summary>
    public void AddRow(ModelTable table, string path, params ReadOnlySpan<(int Field, object? Value)> given)
    {
        var values = new object?[table.Fields.Count];
        var complete = true;
        foreach (var (index, value) in given)
        {
            var field = table.Fields[index];
            if (value is JsonElement json)
            {
                complete &= TryRead(json, field, path, out values[index]);
            }
            else
            {
                values[index] = value;
            }
        }

        if (complete)
        {
            Add(table, values, path);
        }
    }

    public ModelRow? Add(ModelTable table, object?[] values, string path)
    {
        if (!_lists.TryGetValue(table, out var list))
        {
            _lists.Add(table, list = ([], []));
        }

        var row = table.NewRow(values, list.Rows.Count);
        var key = row.Key;
        if (!list.Keys.Add(key))
        {
            Report("duplicate", path, null, $"{key} stands in {table.Name} already; give every row a key of its own or merge the two.");
            return null;
        }

        if (++_rows > MaxRows || (_keyCharacters += key.Text.Length) > MaxKeyCharacters)
        {
            throw new ModelFileException($"The file holds more than {MaxRows} rows, or codes too long for so many; no model is as large as that.");
        }

        list.Rows.Add(row);
        return row;
    }

    public void LeaveOut(ModelTable table, string? code)
    {
        if (code is not null)
        {
            _leftOut.Add((table, code));
        }
    }

    // Codes stand in many rows; the model keeps one copy of each.
    private string OneCopy(string code)
    {
        if (!_codes.TryGetValue(code, out var copy))
        {
            _codes.Add(code, copy = code);
        }

        return copy;
    }
}
