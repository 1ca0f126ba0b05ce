using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Persistence;

/// <summary>Reads a whole model as it stands at one moment.</summary>
internal static class SnapshotReader
{
    /// <exception cref="NotFoundException">There is no such model, or it was deleted.</exception>
    public static async Task<ModelSnapshot> ReadAsync(Database database, Guid modelId, DateOnly today, CancellationToken cancellationToken)
    {
        await using var db = database.CreateDbContext();
        await using var moment = await database.BeginReadAsync(db, cancellationToken);
        var revision = await db.Models.Where(model => model.Id == modelId && model.DeletedAt == null)
            .Select(model => (long?)model.Revision)
            .SingleOrDefaultAsync(cancellationToken) ?? throw NoSuchModel(modelId);
        var tables = new List<ITable>(ModelTables.All.Count);
        foreach (var list in StoredList.All(db))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = moment.GetDbTransaction();
            tables.Add(await list.ReadAsync(command, modelId, cancellationToken));
        }

        return ModelSnapshot.Of(tables, revision, today);
    }

    public static NotFoundException NoSuchModel(Guid modelId) => new($"There is no model {modelId}; it may have been deleted.");
}
