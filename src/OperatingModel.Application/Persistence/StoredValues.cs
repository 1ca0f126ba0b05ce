using System.Data.Common;
using OperatingModel.Domain;
using OperatingModel.Domain.Fields;

namespace OperatingModel.Application.Persistence;

/// <summary>Reads one value off a row of the database; the column is not null.</summary>
internal delegate object StoredValueReader(DbDataReader row, int column);

/// <summary>How values of the model go to the database and come back: as their kinds store them.</summary>
internal static class StoredValues
{
    public static object? Of(ModelField field, ModelRow row) => field.ValueOf(row) is { } value ? field.Kind.Store(value) : null;

    /// <exception cref="NotSupportedException">No kind is stored like this yet.</exception>
    public static StoredValueReader ReaderOf(FieldKind kind) => kind.StoredType switch
    {
        var type when type == typeof(string) => (row, column) => kind.Restore(row.GetString(column)),
        var type when type == typeof(int) => (row, column) => kind.Restore(row.GetInt32(column)),
        var type when type == typeof(long) => (row, column) => kind.Restore(row.GetInt64(column)),
        var type when type == typeof(double) => (row, column) => kind.Restore(row.GetDouble(column)),
        var type when type == typeof(bool) => (row, column) => kind.Restore(row.GetBoolean(column)),
        var type when type == typeof(DateOnly) => (row, column) => kind.Restore(row.GetFieldValue<DateOnly>(column)),
        var type => throw new NotSupportedException($"Say how a {type.Name} is read from the database."),
    };
}
