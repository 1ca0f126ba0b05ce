using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.Breaches;

/// <summary>The smallest corruption of the airline sample that breaks one rule, and where that must be told.</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Element">The element that the problem names.</param>
public sealed record Breach(string Rule, string Element, params IReadOnlyList<RowChange> Changes)
{
    public static ModelSnapshot Airline { get; } = SampleModels.Airline(new DateOnly(2026, 3, 1));

    /// <summary>Rules that the same corruption cannot help breaking.</summary>
    public IReadOnlyList<string> Besides { get; init; } = [];

    /// <summary>True where only the act is refused: the finished model gives one of <see cref="Besides"/> instead.</summary>
    public bool OnlyAsChange { get; init; }

    /// <summary>True where only the check of the whole model finds it.</summary>
    public bool OnlyAsWhole { get; init; }

    public static RowChange Add<T>(T row) where T : ModelRow =>
        RowChange.Add(row with { Position = Airline.Table<T>() is { Count: > 0 } rows ? rows[rows.Count - 1].Position + 1 : 0 });

    public static RowChange Remove<T>(RowKey key) where T : ModelRow => RowChange.Remove(Airline.Table<T>()[key]);

    public static RowChange Remove<T>(string code) where T : ModelRow => Remove<T>(RowKey.Of(code));

    public static RowChange Change<T>(RowKey key, Func<T, T> change) where T : ModelRow => Airline.Table<T>()[key] is var row
        ? RowChange.Replace(row, change(row))
        : throw new KeyNotFoundException();

    public static RowChange Change<T>(string code, Func<T, T> change) where T : ModelRow => Change(RowKey.Of(code), change);

    /// <summary>The row with another value in a field; a new key makes it a removal and an addition.</summary>
    public static RowChange[] Set(ModelRow row, ModelField field, object? value)
    {
        var table = ModelTables.Of(row.GetType());
        var changed = table.NewRow([.. table.Fields.Select(f => f == field ? value : f.ValueOf(row))], row.Position);
        return changed.Key == row.Key ? [new(table, row, changed)] : [new(table, row, null), new(table, null, changed)];
    }

    public override string ToString() => $"{Rule} at {Element}";
}
