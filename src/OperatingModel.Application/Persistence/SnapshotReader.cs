using Microsoft.EntityFrameworkCore;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Persistence;

/// <summary>Reads a whole model as it stands at one moment.</summary>
internal static class SnapshotReader
{
    private static readonly ListReader[] Lists =
        [.. ModelTables.All.Select(table => (ListReader)Activator.CreateInstance(typeof(ListReader<>).MakeGenericType(table.RowType))!)];

    /// <exception cref="NotFoundException">There is no such model, or it was deleted.</exception>
    public static async Task<ModelSnapshot> ReadAsync(Database database, Guid modelId, DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = database.CreateDbContext();
        await using var moment = await database.BeginReadAsync(db, cancellationToken);
        var revision = await db.Models.Where(model => model.Id == modelId && model.DeletedAt == null)
            .Select(model => (long?)model.Revision)
            .SingleOrDefaultAsync(cancellationToken) ?? throw NoSuchModel(modelId);
        var tables = new List<ITable>(Lists.Length);
        foreach (var list in Lists)
        {
            tables.Add(await list.ReadAsync(db, modelId, cancellationToken));
        }

        return ModelSnapshot.Of(tables, revision, today);
    }

    public static NotFoundException NoSuchModel(Guid modelId) => new($"There is no model {modelId}; it may have been deleted.");

    private abstract class ListReader
    {
        public abstract Task<ITable> ReadAsync(ModelDbContext db, Guid modelId, CancellationToken cancellationToken);
    }

    private sealed class ListReader<T> : ListReader where T : ModelRow
    {
        public override async Task<ITable> ReadAsync(ModelDbContext db, Guid modelId, CancellationToken cancellationToken) => Table<T>.Of(
            await db.Set<T>().AsNoTracking().Where(row => EF.Property<Guid>(row, ModelConventions.ModelId) == modelId).ToListAsync(cancellationToken));
    }
}
