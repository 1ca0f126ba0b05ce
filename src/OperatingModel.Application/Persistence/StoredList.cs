using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using OperatingModel.Domain;
using ITable = OperatingModel.Domain.ITable;

namespace OperatingModel.Application.Persistence;

/// <summary>
/// How one list of a model is read: by a statement made from EF Core's mapping. A query through EF Core would be compiled for each of
/// the sixty lists before the first page can be shown.
/// </summary>
internal sealed class StoredList
{
    // Position and version stand before the fields.
    private const int FirstField = 2;

    private static readonly ConditionalWeakTable<IModel, IReadOnlyList<StoredList>> ByModel = [];

    private readonly ModelTable _table;
    private readonly string _select;
    private readonly RelationalTypeMapping _modelId;
    private readonly StoredValueReader[] _readers;

    private StoredList(ModelTable table, IEntityType type, ISqlGenerationHelper sql)
    {
        var store = StoreObjectIdentifier.Table(type.GetTableName()!);
        string Column(string property) => sql.DelimitIdentifier(type.FindProperty(property)!.GetColumnName(store)!);
        var columns = new[] { nameof(ModelRow.Position), nameof(ModelRow.Version) }.Concat(table.Fields.Select(field => field.Name)).Select(Column);
        _table = table;
        _select = $"SELECT {string.Join(", ", columns)} FROM {sql.DelimitIdentifier(store.Name)} WHERE {Column(ModelConventions.ModelId)} = @model";
        _modelId = type.FindProperty(ModelConventions.ModelId)!.GetRelationalTypeMapping();
        _readers = [.. table.Fields.Select(field => StoredValues.ReaderOf(field.Type))];
    }

    /// <summary>All lists, in the order of <see cref="ModelTables.All"/>.</summary>
    public static IReadOnlyList<StoredList> All(ModelDbContext db) => ByModel.GetValue(db.Model, model =>
        [.. ModelTables.All.Select(table => new StoredList(table, model.FindEntityType(table.RowType)!, db.GetService<ISqlGenerationHelper>()))]);

    /// <param name="command">Empty, on the connection and in the transaction that sees the moment to be read.</param>
    public async Task<ITable> ReadAsync(DbCommand command, Guid modelId, CancellationToken cancellationToken)
    {
        command.CommandText = _select;
        command.Parameters.Add(_modelId.CreateParameter(command, "@model", modelId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ModelRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(_table.NewRow(FieldsOf(reader), reader.GetInt32(0), reader.GetInt64(1)));
        }

        return _table.Create(rows);
    }

    private object?[] FieldsOf(DbDataReader row)
    {
        var values = new object?[_readers.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row.IsDBNull(i + FirstField) ? null : _readers[i](row, i + FirstField);
        }

        return values;
    }
}
