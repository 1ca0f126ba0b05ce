using Microsoft.EntityFrameworkCore;

namespace OperatingModel.Application.Persistence;

/// <summary>What holds for the schema of both databases at start.</summary>
internal static class SchemaRules
{
    /// <exception cref="StartupException">The database was changed by a newer program.</exception>
    public static async Task RefuseNewerAsync(ModelDbContext db, CancellationToken cancellationToken)
    {
        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0)
        {
            throw new StartupException(
                $"The database was written by a newer version of this program (it has {string.Join(", ", unknown)}). "
                + "Start that version or a later one, or restore a backup made before the upgrade.");
        }
    }

    public static string TooLate(TimeSpan deadline) =>
        $"The database was not ready within {deadline:c}. Another server may be changing its schema, or the change takes longer: "
        + $"look at the database, then start again, with a longer {StorageSettings.MigrationDeadlineKey} if need be.";
}
