using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using OperatingModel.Domain;

namespace OperatingModel.Application.Persistence;

/// <summary>One column and the function that gives its value.</summary>
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
/// <param name="Seen">The token the stored row must still have; ignored for an addition.</param>
internal sealed record RowStatement(StoredCommand Command, Guid ModelId, object Row, long Seen = 0);

/// <summary>
/// One table as the database knows it: of a list by the conventions of <see cref="ModelConventions"/>, of anything else by EF Core's mapping.
/// </summary>
internal sealed class StoredTable
{
    private static readonly ConditionalWeakTable<IModel, Dictionary<Type, StoredTable>> ByModel = [];

    /// <param name="token">What an update or a removal must have seen; null where rows are only added.</param>
    private StoredTable(string name, IReadOnlyList<StoredColumn> columns, IReadOnlyList<StoredColumn> key, StoredColumn? token)
    {
        Name = name;
        Columns = columns;
        StoredColumn[] others = [.. columns.Except(key)];
        Insert = new(this, $"INSERT INTO {Name} ({Names(Columns)}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})", Columns, null);
        Update = new(
            this,
            $"UPDATE {Name} SET {Equal(others, 0, ", ")} WHERE {Equal([.. key, token], others.Length, " AND ")}",
            [.. others, .. key],
            token);
        Delete = new(this, $"DELETE FROM {Name} WHERE {Equal([.. key, token], 0, " AND ")}", key, token);
    }

    /// <summary>Quoted for use in a statement, like the names of the columns.</summary>
    public string Name { get; }

    public IReadOnlyList<StoredColumn> Columns { get; }

    public StoredCommand Insert { get; }

    public StoredCommand Update { get; }

    public StoredCommand Delete { get; }

    public static StoredTable Of(ModelDbContext db, Type rowType) => ByModel.GetValue(db.Model, model => All(db, model))[rowType];

    private static Dictionary<Type, StoredTable> All(ModelDbContext db, IModel model)
    {
        var (sql, types) = (db.GetService<ISqlGenerationHelper>(), db.GetService<IRelationalTypeMappingSource>());
        return model.GetEntityTypes().Select(type => (type.ClrType, Table: Of(type, sql)))
            .Concat(ModelTables.All.Select(list => (ClrType: list.RowType, Table: Of(list, sql, types))))
            .ToDictionary(table => table.ClrType, table => table.Table);
    }

    private static StoredTable Of(IEntityType type, ISqlGenerationHelper sql)
    {
        var store = StoreObjectIdentifier.Table(type.GetTableName()!);
        var columns = type.GetProperties().ToDictionary(property => property, property => new StoredColumn(
            sql.DelimitIdentifier(property.GetColumnName(store)!),
            property.GetRelationalTypeMapping(),
            ValueOf(new PropertyReader(property.PropertyInfo!))));
        return new(
            sql.DelimitIdentifier(store.Name),
            [.. columns.Values],
            [.. type.FindPrimaryKey()!.Properties.Select(property => columns[property])],
            columns.FirstOrDefault(column => column.Key.IsConcurrencyToken).Value);
    }

    private static StoredTable Of(ModelTable list, ISqlGenerationHelper sql, IRelationalTypeMappingSource types)
    {
        StoredColumn[] columns =
        [
            Column(ModelConventions.ModelId, typeof(Guid), (modelId, _) => modelId),
            Column(ModelConventions.Key, typeof(string), (_, row) => ((ModelRow)row).Key.Text),
            Column(nameof(ModelRow.Version), typeof(long), (_, row) => ((ModelRow)row).Version),
            Column(nameof(ModelRow.Position), typeof(int), (_, row) => ((ModelRow)row).Position),
            .. list.Fields.Select(field =>
                Column(field.Name, field.Kind.StoredType, (_, row) => StoredValues.Of(field, (ModelRow)row))),
        ];
        return new(sql.DelimitIdentifier(ModelConventions.TableOf(list)), columns, columns[..2], columns[2]);

        StoredColumn Column(string name, Type type, Func<Guid, object, object?> valueOf) =>
            new(sql.DelimitIdentifier(name), types.GetMapping(type), valueOf);
    }

    // EF Core would compile two expressions for each property that is written.
    private static Func<Guid, object, object?> ValueOf(PropertyReader reader) => (_, row) => reader.ValueOf(row);

    private static string Names(IEnumerable<StoredColumn> columns) => string.Join(", ", columns.Select(column => column.Name));

    private static string Equal(IEnumerable<StoredColumn?> columns, int first, string separator) =>
        string.Join(separator, columns.OfType<StoredColumn>().Select((column, i) => $"{column.Name} = @p{first + i}"));
}
