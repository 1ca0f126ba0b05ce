using System.Globalization;
using OperatingModel.Domain;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Tests;

/// <summary>Rows with every kind of value a field may hold, drawn at random and kept within the rules stated on the fields.</summary>
internal sealed class RandomRows(Random random)
{
    private static readonly string[] Words =
    [
        "a",
        "Zürich",
        "it's \"quoted\"",
        "日本語",
        "🛫 flight",
        "<b>&amp;</b>",
        "a\nb\tc",
        "İstanbul",
        "%_[x]",
        "null",
        "-- ; drop",
    ];

    /// <summary>A model with some rows in every list.</summary>
    public ModelSnapshot Model(int rowsPerList)
    {
        var model = ModelSnapshot.Of(
            [Table<ModelMeta>.Of([TestModels.Airline().Meta]), Table<ModelSettings>.Of([new ModelSettings()])],
            0,
            TestModels.Today);
        foreach (var table in ModelTables.All)
        {
            for (var i = 0; i < rowsPerList; i++)
            {
                if (Row(table, model) is { } row && model.Table(table).Find(row.Key) is null)
                {
                    model = model.With([new RowChange(table, null, row with { Position = random.Next(-5, 50) })], 0);
                }
            }
        }

        return model;
    }

    /// <summary>A row whose references lead into the model; null when there is nothing to refer to.</summary>
    public ModelRow? Row(ModelTable table, ModelSnapshot model)
    {
        if (table.RowType == typeof(ScenarioChange))
        {
            var list = Pick(ModelTables.All.Where(one => one != table && model.Table(one).Rows.Count > 0).ToList())!;
            var row = Pick(model.Table(list).Rows)!;
            return Pick(model.Table<Scenario>()) is { } scenario
                ? new ScenarioChange(scenario.Code, Pick([null, new RowValue(row)]), new RowValue(Changed(list, row, model)))
                : null;
        }

        var values = new object?[table.Fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var field = table.Fields[i];
            values[i] = field.IsOptional && random.Next(4) == 0 ? null : Value(field, model);
            if (values[i] is null && !field.IsOptional)
            {
                return null;
            }
        }

        return table.NewRow(values, random.Next(0, 1000));
    }

    /// <summary>The same row with some fields changed, but not its key; itself when that fails.</summary>
    public ModelRow Changed(ModelTable table, ModelRow row, ModelSnapshot model)
    {
        if (row is ScenarioChange { Change: { } choice } change)
        {
            return change with { After = new RowValue(Changed(choice.Table, (choice.After ?? choice.Before)!, model)) };
        }

        var values = table.Fields.Select(field => random.Next(3) == 0 ? Value(field, model) ?? field.ValueOf(row) : field.ValueOf(row)).ToArray();
        var changed = table.NewRow(values, random.Next(3) == 0 ? random.Next(0, 1000) : row.Position);
        return changed.Key == row.Key ? changed : row with { Position = changed.Position };
    }

    private object? Value(ModelField field, ModelSnapshot model) => field.Reference is { } reference
        ? Pick(model.Table(ModelTables.Of(reference.Target)).Rows)?.Key.Text
        : field.Type switch
        {
            var type when type == typeof(string) => Text(field),
            var type when type == typeof(int) => Convert.ToInt32(Math.Floor(Number(field)), CultureInfo.InvariantCulture),
            var type when type == typeof(long) => random.Next(5) == 0 ? 9_007_199_254_740_993L : (long)Number(field),
            var type when type == typeof(double) => Number(field),
            var type when type == typeof(bool) => random.Next(2) == 0,
            var type when type == typeof(DateOnly) => Date(),
            var type when type == typeof(Quarter) => new Quarter(random.Next(1, 10000), random.Next(1, 5)),
            { IsEnum: true } type => Choice(type),
            var type => throw new InvalidOperationException($"No random {type.Name}."),
        };

    private string Text(ModelField field)
    {
        var isCode = field.Rules.OfType<CodeAttribute>().Any();
        var length = isCode ? CodeAttribute.MaxLength : field.Rules.OfType<TextAttribute>().Single().MaxLength;
        var text = isCode ? $"{random.Next(60)}{Pick(Words)}".Replace('\n', '.').Replace('\t', '.') : Pick(Words)!;
        text = random.Next(5) == 0 ? text + new string('ß', length) : text;
        return (text.Length > length ? text[..length] : text).Trim();
    }

    private double Number(ModelField field)
    {
        var range = field.Rules.OfType<BetweenAttribute>().Single();
        return random.Next(4) switch
        {
            0 => range.High,
            1 => range.Low + Math.Floor(random.NextDouble() * (range.High - range.Low)),
            2 => range.Low,
            _ => range.Low + (random.NextDouble() * (range.High - range.Low)),
        };
    }

    private DateOnly Date() => random.Next(6) switch
    {
        0 => DateOnly.MinValue,
        1 => DateOnly.MaxValue,
        _ => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber)),
    };

    private object Choice(Type type)
    {
        var values = Enum.GetValues(type);
        return type.IsDefined(typeof(FlagsAttribute), false)
            ? Enum.ToObject(type, values.Cast<object>().Where(_ => random.Next(2) == 0).Sum(value => (int)value))
            : values.GetValue(random.Next(values.Length))!;
    }

    private T? Pick<T>(IReadOnlyList<T> from) => from.Count == 0 ? default : from[random.Next(from.Count)];
}
