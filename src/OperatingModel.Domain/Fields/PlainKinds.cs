using System.Globalization;
using System.Text.Json;
using OperatingModel.Domain.Reading;

namespace OperatingModel.Domain.Fields;

internal sealed class TextKind : FieldKind
{
    public override Type StoredType => typeof(string);

    public override string Wanted => "a text in quotes";

    public override FieldEditor Editor => FieldEditor.Line;

    public override object? Read(JsonElement json, out string? problem)
    {
        var text = base.Read(json, out problem) as string;
        problem = text?.Length > MaxTextLength ? $"It has {text.Length} characters; at most {MaxTextLength} are read." : problem;
        return text;
    }

    protected override object? Read(JsonElement json) => Text(json);

    protected override object? Parse(string text, CultureInfo culture) => text;
}

internal sealed class WholeKind : FieldKind
{
    public override Type StoredType => typeof(int);

    public override string Wanted => "a whole number";

    public override FieldEditor Editor => FieldEditor.Number;

    // 3.0 is a whole number in every spreadsheet's eyes.
    public static int? Of(JsonElement json) => json.ValueKind != JsonValueKind.Number ? null
        : json.TryGetInt32(out var number) ? number
        : json.GetDouble() is var real && real == Math.Floor(real) && Math.Abs(real) <= int.MaxValue ? (int)real
        : null;

    public override string TextOf(object value, CultureInfo culture) => NumberText.Of((int)value, culture);

    public override object? Parse(string text, CultureInfo culture, out string? problem)
    {
        var number = NumberText.ReadWhole(text, culture, out problem);
        if (number is < int.MinValue or > int.MaxValue)
        {
            problem = $"“{text}” is too large.";
        }

        return problem is null ? (int?)number : null;
    }

    protected override object? Read(JsonElement json) => Of(json);
}

internal sealed class LargeWholeKind : FieldKind
{
    public override Type StoredType => typeof(long);

    public override string Wanted => "a whole number";

    public override FieldEditor Editor => FieldEditor.Number;

    public override string TextOf(object value, CultureInfo culture) => NumberText.Of((long)value, culture);

    public override object? Parse(string text, CultureInfo culture, out string? problem) => NumberText.ReadWhole(text, culture, out problem);

    protected override object? Read(JsonElement json) => json.ValueKind != JsonValueKind.Number ? null
        : json.TryGetInt64(out var number) ? number
        : json.GetDouble() is var real && real == Math.Floor(real) && Math.Abs(real) <= 1e15 ? (long)real
        : null;
}

internal sealed class NumberKind : FieldKind
{
    public override Type StoredType => typeof(double);

    public override string Wanted => "a number";

    public override FieldEditor Editor => FieldEditor.Number;

    public override string TextOf(object value, CultureInfo culture) => NumberText.Of((double)value, culture);

    public override object? Parse(string text, CultureInfo culture, out string? problem) => NumberText.ReadNumber(text, culture, out problem);

    protected override object? Read(JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetDouble() : null;
}

internal sealed class YesNoKind : FieldKind
{
    public override Type StoredType => typeof(bool);

    public override string Wanted => "true or false";

    public override FieldEditor Editor => FieldEditor.YesNo;

    protected override object? Read(JsonElement json) => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null;

    protected override object? Parse(string text, CultureInfo culture) => bool.TryParse(text, out var yes) ? yes : null;
}

internal sealed class DayKind : FieldKind
{
    public override Type StoredType => typeof(DateOnly);

    public override string Wanted => "a date like 2026-01-31";

    public override FieldEditor Editor => FieldEditor.Day;

    // The browser's own field for days wants ISO.
    public override string TextOf(object value, CultureInfo culture) => DayText.Of((DateOnly)value, CultureInfo.InvariantCulture);

    protected override object? Read(JsonElement json) =>
        DateOnly.TryParseExact(Text(json), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    protected override object? Parse(string text, CultureInfo culture) => DayText.Read(text, culture);

    protected override string WantedFrom(CultureInfo culture) =>
        $"a date; write it like 2026-03-31 or {DayText.Of(new DateOnly(2026, 3, 31), culture)}";
}

internal sealed class QuarterKind : FieldKind
{
    public override Type StoredType => typeof(string);

    public override int? StoredLength => 7;

    public override string Wanted => "a quarter like 2026-Q1";

    public override FieldEditor Editor => FieldEditor.Line;

    public override object Store(object value) => value.ToString()!;

    public override object Restore(object stored) => Quarter.Parse((string)stored);

    public override string? Problem(object value) =>
        value is Quarter { Year: < 1 or > 9999 } ? "The quarter lies outside the calendar; give one like 2026-Q1." : null;

    protected override object? Read(JsonElement json) => Quarter.TryParse(Text(json), out var quarter) ? quarter : null;

    protected override object? Parse(string text, CultureInfo culture) => Quarter.TryParse(text, out var quarter) ? quarter : null;

    protected override string WantedFrom(CultureInfo culture) => "a quarter; write it like 2026-Q1";
}
