using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Domain.Fields;

/// <summary>
/// All that the type of a field decides: how its values are stored, written to files, typed and checked. Storage, files and forms ask the
/// kind and never the type, so that a new type of field is one entry here, with a class of its own where no present one does.
/// </summary>
public abstract class FieldKind
{
    /// <summary>The longest text read from a file, twice what any field may hold: enough to say what is wrong, too little to harm.</summary>
    public const int MaxTextLength = 4000;

    private static readonly ConcurrentDictionary<Type, FieldKind> Kinds = new()
    {
        [typeof(string)] = new TextKind(),
        [typeof(int)] = new WholeKind(),
        [typeof(long)] = new LargeWholeKind(),
        [typeof(double)] = new NumberKind(),
        [typeof(bool)] = new YesNoKind(),
        [typeof(DateOnly)] = new DayKind(),
        [typeof(Quarter)] = new QuarterKind(),
        [typeof(RowValue)] = new RowValueKind(),
        [typeof(LinkStrength)] = new NumberedChoiceKind(typeof(LinkStrength)),
    };

    /// <exception cref="NotSupportedException">No field of a model has this type yet.</exception>
    public static FieldKind Of(Type type) => Kinds.GetOrAdd(type, static other =>
        !other.IsEnum ? throw new NotSupportedException($"Say in {nameof(FieldKind)} how a {other.Name} is stored, written and typed.")
        : other.IsDefined(typeof(FlagsAttribute), false) ? new ChoiceSetKind(other)
        : new ChoiceKind(other));

    /// <summary>What a column of a database and a line of the audit hold: string, int, long, double, bool or DateOnly.</summary>
    public abstract Type StoredType { get; }

    /// <summary>The longest stored text, where the kind limits it.</summary>
    public virtual int? StoredLength => null;

    /// <summary>What to give in a file, e.g. <c>a whole number</c>.</summary>
    public abstract string Wanted { get; }

    public abstract FieldEditor Editor { get; }

    /// <summary>The names to choose from; empty where anything of the kind may be given.</summary>
    public virtual IReadOnlyList<string> Choices => [];

    public virtual object Store(object value) => value;

    public virtual object Restore(object stored) => stored;

    /// <summary>Writes the stored form, as the audit has it.</summary>
    public virtual void WriteStored(Utf8JsonWriter json, object value)
    {
        switch (Store(value))
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case var other:
                throw new NotSupportedException($"A {other.GetType().Name} is not stored.");
        }
    }

    /// <summary>Reads what <see cref="WriteStored"/> wrote.</summary>
    public virtual object ReadStored(JsonElement json) => Restore(StoredType switch
    {
        var type when type == typeof(string) => json.GetString()!,
        var type when type == typeof(int) => json.GetInt32(),
        var type when type == typeof(long) => json.GetInt64(),
        var type when type == typeof(double) => json.GetDouble(),
        var type when type == typeof(bool) => json.GetBoolean(),
        var type when type == typeof(DateOnly) => DateOnly.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture),
        var type => throw new NotSupportedException($"A {type.Name} is not stored."),
    });

    /// <summary>Writes a value to a model file: in most kinds the stored form.</summary>
    public virtual void Write(Utf8JsonWriter json, object value) => WriteStored(json, value);

    /// <summary>Reads a value of a model file.</summary>
    /// <param name="problem">What to give instead; null when the value was read.</param>
    public virtual object? Read(JsonElement json, out string? problem)
    {
        var value = Read(json);
        problem = value is null ? $"Give {Wanted}." : null;
        return value;
    }

    /// <summary>The value as it stands in a form, where <see cref="Parse(string, CultureInfo, out string?)"/> reads it again.</summary>
    public virtual string TextOf(object value, CultureInfo culture) => value.ToString() ?? "";

    /// <summary>Reads what a person typed.</summary>
    /// <param name="problem">What is wrong with the text; null when it was read.</param>
    public virtual object? Parse(string text, CultureInfo culture, out string? problem)
    {
        var value = Parse(text, culture);
        problem = value is null ? $"“{text}” is not {WantedFrom(culture)}." : null;
        return value;
    }

    /// <summary>What is wrong with a value of the type that is none of the kind; null when nothing is.</summary>
    public virtual string? Problem(object value) => null;

    protected abstract object? Read(JsonElement json);

    protected virtual object? Parse(string text, CultureInfo culture) => null;

    /// <summary>What a person may type.</summary>
    protected virtual string WantedFrom(CultureInfo culture) => "one of the values offered";

    protected static string? Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;
}

/// <summary>What a person edits a field with.</summary>
public enum FieldEditor
{
    Line,
    Number,
    Day,
    YesNo,
    Choice,
}
