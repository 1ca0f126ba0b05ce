using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using OperatingModel.Domain;

namespace OperatingModel.Application.Persistence;

/// <summary>One column and where its value comes from.</summary>
internal sealed record StoredColumn(string Name, RelationalTypeMapping Mapping, Func<Guid, object, object?> ValueOf)
{
    /// <summary>The value as the database takes it.</summary>
    public object Stored(Guid modelId, object row)
    {
        var value = ValueOf(modelId, row);
        return (value is null || Mapping.Converter is null ? value : Mapping.Converter.ConvertToProvider(value)) ?? DBNull.Value;
    }
}

/// <summary>A statement that writes one row.</summary>
/// <param name="Sql">With parameters @p0, @p1, … in the order of <paramref name="Columns"/>.</param>
/// <param name="Token">Null for an addition; else the stored row must still have the token seen, which is the last parameter.</param>
internal sealed record StoredCommand(StoredTable Table, string Sql, IReadOnlyList<StoredColumn> Columns, StoredColumn? Token)
{
    /// <summary>All parameters, without values yet.</summary>
    public IEnumerable<DbParameter> NewParameters(DbCommand command) => Columns.Append(Token).OfType<StoredColumn>()
        .Select((column, i) => column.Mapping.CreateParameter(command, $"@p{i}", null, nullable: true));

    public IEnumerable<object> Values(RowStatement statement)
    {
        var values = Columns.Select(column => column.Stored(statement.ModelId, statement.Row));
        return Token is null ? values : values.Append(statement.Seen);
    }
}

/// <summary>One row to be written by a command of its table.</summary>
/// <param name="Seen">The token the stored row must still have; of no meaning for an addition.</param>
internal sealed record RowStatement(StoredCommand Command, Guid ModelId, object Row, long Seen = 0);

/// <summary>
/// One table as the database knows it. Read off the mapping, so that rows written here and rows read through it always agree.
/// </summary>
internal sealed class StoredTable
{
    private static readonly ConditionalWeakTable<IModel, Dictionary<Type, StoredTable>> ByModel = [];

    private StoredTable(IEntityType type, ISqlGenerationHelper sql)
    {
        Name = sql.DelimitIdentifier(type.GetTableName()!);
        var store = StoreObjectIdentifier.Table(type.GetTableName()!);
        var columns = type.GetProperties().ToDictionary(
            property => property, property => ColumnOf(property, sql.DelimitIdentifier(property.GetColumnName(store)!)));
        StoredColumn[] key = [.. type.FindPrimaryKey()!.Properties.Select(property => columns[property])];
        StoredColumn[] others = [.. columns.Values.Except(key)];
        var token = columns.FirstOrDefault(column => column.Key.IsConcurrencyToken).Value;
        Columns = [.. columns.Values];
        Insert = new(this, $"INSERT INTO {Name} ({Names(Columns)}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})", Columns, null);
        Update = new(
            this,
            $"UPDATE {Name} SET {Equal(others, 0, ", ")} WHERE {Equal([.. key, token], others.Length, " AND ")}",
            [.. others, .. key],
            token);
        Delete = new(this, $"DELETE FROM {Name} WHERE {Equal([.. key, token], 0, " AND ")}", key, token);
    }

    /// <summary>Ready to stand in a statement, as are the names of the columns.</summary>
    public string Name { get; }

    public IReadOnlyList<StoredColumn> Columns { get; }

    public StoredCommand Insert { get; }

    public StoredCommand Update { get; }

    public StoredCommand Delete { get; }

    public static StoredTable Of(ModelDbContext db, Type rowType) => ByModel.GetValue(db.Model, model =>
        model.GetEntityTypes().ToDictionary(type => type.ClrType, type => new StoredTable(type, db.GetService<ISqlGenerationHelper>())))[rowType];

    private static StoredColumn ColumnOf(IProperty property, string name) => new(
        name,
        property.GetRelationalTypeMapping(),
        property.IsShadowProperty() ? ShadowValue(property.Name) : ValueOf(new PropertyReader(property.PropertyInfo!)));

    // EF Core would compile two expressions for each property that is written.
    private static Func<Guid, object, object?> ValueOf(PropertyReader reader) => (_, row) => reader.ValueOf(row);

    private static Func<Guid, object, object?> ShadowValue(string name) => name switch
    {
        ModelConventions.ModelId => (modelId, _) => modelId,
        ModelConventions.KeyText => (_, row) => ((ModelRow)row).Key.Text,
        _ => throw new InvalidOperationException($"No row knows its {name}."),
    };

    private static string Names(IEnumerable<StoredColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    private static string Equal(IEnumerable<StoredColumn?> columns, int first, string separator) =>
        string.Join(separator, columns.OfType<StoredColumn>().Select((column, i) => $"{column.Name} = @p{first + i}"));
}
