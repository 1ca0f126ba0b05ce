using System.Globalization;
using System.Text.Json;

namespace OperatingModel.Domain.Fields;

/// <summary>One member of an enumeration, stored, written and typed by its name.</summary>
internal class ChoiceKind(Type type) : FieldKind
{
    private readonly Dictionary<string, object> _byName = Enum.GetNames(type).ToDictionary(name => name, name => Enum.Parse(type, name));

    public override Type StoredType => typeof(string);

    public override string Wanted => $"one of {string.Join(", ", Choices)}";

    public override FieldEditor Editor => FieldEditor.Choice;

    public override IReadOnlyList<string> Choices { get; } = Enum.GetNames(type);

    protected Type Type { get; } = type;

    public override object Store(object value) => value.ToString()!;

    public override object Restore(object stored) => Find((string)stored) ?? Enum.Parse(Type, (string)stored);

    public override string? Problem(object value) => IsKnown(value) ? null : $"{value} is none of the choices; give {Wanted}.";

    protected object? Find(string? name) => name is not null && _byName.TryGetValue(name, out var choice) ? choice : null;

    protected virtual bool IsKnown(object value) => Enum.IsDefined(Type, value);

    protected override object? Read(JsonElement json) => Find(Text(json));

    // By name alone: Enum.TryParse takes numbers, too.
    protected override object? Parse(string text, CultureInfo culture) =>
        Find(_byName.Keys.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase)));
}

/// <summary>Some members of an enumeration of flags: a list of names in files, one text with commas where it is stored.</summary>
internal sealed class ChoiceSetKind(Type type) : ChoiceKind(type)
{
    public override string Wanted => $"a list of {string.Join(", ", Members)}";

    // The first is none of them.
    private IEnumerable<string> Members => Choices.Skip(1);

    public override void Write(Utf8JsonWriter json, object value)
    {
        json.WriteStartArray();
        foreach (var name in value.ToString()!.Split(", ").Where(Members.Contains))
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    protected override bool IsKnown(object value) => !int.TryParse(value.ToString(), out var number) || number == 0;

    protected override object? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var set = 0;
        foreach (var item in json.EnumerateArray())
        {
            if (Text(item) is not { } name || !Members.Contains(name))
            {
                return null;
            }

            set |= (int)Find(name)!;
        }

        return Enum.ToObject(Type, set);
    }
}

/// <summary>One member of an enumeration whose numbers mean something: stored and written as the number.</summary>
internal sealed class NumberedChoiceKind(Type type) : ChoiceKind(type)
{
    private readonly Dictionary<int, object> _byNumber = Enum.GetValues(type).Cast<object>().ToDictionary(choice => (int)choice);

    public override Type StoredType => typeof(int);

    /// <summary>The largest first, e.g. <c>9 (critical), 3 (supporting) or 1 (minor)</c>.</summary>
    public override string Wanted
    {
        get
        {
            string[] all =
            [
                .. _byNumber.OrderByDescending(choice => choice.Key).Select(choice => $"{choice.Key} ({EnumWords.Of((Enum)choice.Value)})"),
            ];
            return $"{string.Join(", ", all[..^1])} or {all[^1]}";
        }
    }

    public override object Store(object value) => (int)value;

    public override object Restore(object stored) => Find((int)stored) ?? Enum.ToObject(Type, (int)stored);

    protected override object? Read(JsonElement json) => WholeKind.Of(json) is { } number ? Find(number) : null;

    private object? Find(int number) => _byNumber.GetValueOrDefault(number);
}
