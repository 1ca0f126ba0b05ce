using System.Collections.Frozen;
using System.Text.Json;
using OperatingModel.Domain;

namespace OperatingModel.Exchange.Json;

/// <summary>
/// How one kind of object in a model file becomes a row: which fields it spells out, which it gets from where it stands, and which
/// of its members are read elsewhere. Worked out once, used for every object of the kind.
/// </summary>
internal sealed class RowShape
{
    private readonly FrozenDictionary<string, int> _places;
    private readonly ModelField[] _fields;
    private readonly int _given;
    private readonly int _moreCount;

    /// <param name="givenField">The field that comes from where the object stands: its owner; null when it stands by itself.</param>
    /// <param name="more">Members of the object that are read elsewhere.</param>
    public RowShape(ModelTable table, ModelField? givenField, IReadOnlyList<string> more)
    {
        Table = table;
        _fields = [.. table.Fields];
        _given = Array.IndexOf(_fields, givenField);
        _moreCount = more.Count;
        var names = _fields.Select((field, i) => (Name: field.FileName, Place: i)).Where(f => f.Place != _given)
            .Concat(more.Select((name, i) => (Name: name, Place: _fields.Length + i)))
            .ToList();
        _places = names.ToFrozenDictionary(f => f.Name, f => f.Place);
        Names = string.Join(", ", names.Select(f => f.Name));
    }

    public ModelTable Table { get; }

    /// <summary>Every member that the object may have, for people.</summary>
    public string Names { get; }

    /// <summary>The row of an object, or null when it cannot be one, which is then reported.</summary>
    /// <param name="more">The members that are read elsewhere, in their order; undefined where absent.</param>
    public ModelRow? Read(JsonElement item, string? given, string path, FileReading reading, out JsonElement[] more)
    {
        more = _moreCount == 0 ? [] : new JsonElement[_moreCount];
        if (!reading.IsObject(item, path))
        {
            return null;
        }

        var values = new object?[_fields.Length];
        var seen = 0UL;
        var complete = true;
        foreach (var member in item.EnumerateObject())
        {
            if (!_places.TryGetValue(member.Name, out var place))
            {
                reading.ReportUnknown(member.Name, path, Names);
                continue;
            }

            if (place < _fields.Length)
            {
                complete &= reading.TryRead(member.Value, _fields[place], path, out values[place]);
            }
            else
            {
                more[place - _fields.Length] = member.Value;
            }

            seen |= 1UL << place;
        }

        if (FillIn(values, seen, given, path, reading) && complete)
        {
            return reading.Add(Table, values, path);
        }

        reading.LeaveOut(Table, values[0] as string);
        return null;
    }

    private bool FillIn(object?[] values, ulong seen, string? given, string path, FileReading reading)
    {
        var complete = true;
        for (var i = 0; i < _fields.Length; i++)
        {
            var field = _fields[i];
            if (i == _given)
            {
                values[i] = given;
            }
            else if ((seen & (1UL << i)) == 0)
            {
                values[i] = field.Default;
                if (!field.HasDefault && !field.IsOptional)
                {
                    reading.Report("field-missing", path, field.FileName, $"The field is missing; {Wanted(field)}.");
                    complete = false;
                }
            }
        }

        return complete;
    }

    private static string Wanted(ModelField field) =>
        field
            .Rules.Select(rule =>
                rule switch
                {
                    BetweenAttribute range => $"give {range.LowText} to {range.HighText}",
                    _ => null,
                })
            .FirstOrDefault(sentence => sentence is not null)
        ?? (field.Kind.Choices.Count > 0 ? $"give {field.Kind.Wanted}" : "give it");
}
