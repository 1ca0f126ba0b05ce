using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using OperatingModel.Domain;
using ITable = OperatingModel.Domain.ITable;

namespace OperatingModel.Application.Persistence;

/// <summary>
/// How one list of a model is read: by a statement of its own. A query through EF Core would be compiled for each of the sixty lists
/// before the first page can be shown.
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

    private StoredList(ModelTable table, ISqlGenerationHelper sql, RelationalTypeMapping modelId)
    {
        string[] columns = [nameof(ModelRow.Position), nameof(ModelRow.Version), .. table.Fields.Select(field => field.Name)];
        _table = table;
        _select = $"SELECT {string.Join(", ", columns.Select(sql.DelimitIdentifier))} "
            + $"FROM {sql.DelimitIdentifier(ModelConventions.TableOf(table))} WHERE {sql.DelimitIdentifier(ModelConventions.ModelId)} = @model";
        _modelId = modelId;
        _readers = [.. table.Fields.Select(field => StoredValues.ReaderOf(field.Kind))];
    }

    /// <summary>All lists, in the order of <see cref="ModelTables.All"/>.</summary>
    public static IReadOnlyList<StoredList> All(ModelDbContext db) => ByModel.GetValue(db.Model, _ =>
    {
        var (sql, modelId) = (db.GetService<ISqlGenerationHelper>(), db.GetService<IRelationalTypeMappingSource>().GetMapping(typeof(Guid)));
        return [.. ModelTables.All.Select(table => new StoredList(table, sql, modelId))];
    });

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
