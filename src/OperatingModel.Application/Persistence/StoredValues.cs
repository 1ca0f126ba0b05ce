using System.Data.Common;
using OperatingModel.Application.Auditing;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Application.Persistence;

/// <summary>Reads one value off a row of the database; the column is not null.</summary>
internal delegate object StoredValueReader(DbDataReader row, int column);

/// <summary>How values of the model go to the database and come back, as the columns are that <see cref="ModelConventions"/> maps.</summary>
internal static class StoredValues
{
    /// <summary>The type a column is given for a type of the model.</summary>
    public static Type TypeOf(Type type) => type == typeof(LinkStrength) ? typeof(int)
        : type.IsEnum || type == typeof(Quarter) || type == typeof(RowValue) ? typeof(string) : type;

    public static object? Of(object? value) => value switch
    {
        LinkStrength strength => (int)strength,
        Enum or Quarter => value.ToString(),
        RowValue row => RowJson.WriteValue(row),
        _ => value,
    };

    /// <exception cref="NotSupportedException">No field of a model has this type yet.</exception>
    public static StoredValueReader ReaderOf(Type type) => type switch
    {
        _ when type == typeof(string) => (row, column) => row.GetString(column),
        _ when type == typeof(int) => (row, column) => row.GetInt32(column),
        _ when type == typeof(long) => (row, column) => row.GetInt64(column),
        _ when type == typeof(double) => (row, column) => row.GetDouble(column),
        _ when type == typeof(bool) => (row, column) => row.GetBoolean(column),
        _ when type == typeof(DateOnly) => (row, column) => row.GetFieldValue<DateOnly>(column),
        _ when type == typeof(Quarter) => (row, column) => Quarter.Parse(row.GetString(column)),
        _ when type == typeof(RowValue) => (row, column) => RowJson.ReadValue(row.GetString(column)),
        _ when type == typeof(LinkStrength) => (row, column) => (LinkStrength)row.GetInt32(column),
        { IsEnum: true } => EnumReader(type),
        _ => throw new NotSupportedException($"Say how a {type.Name} is read from the database."),
    };

    // The single values are boxed once; a combination of flags is parsed.
    private static StoredValueReader EnumReader(Type type)
    {
        var values = Enum.GetNames(type).ToDictionary(name => name, name => Enum.Parse(type, name));
        return (row, column) => row.GetString(column) is var text && values.TryGetValue(text, out var value) ? value : Enum.Parse(type, text);
    }
}
