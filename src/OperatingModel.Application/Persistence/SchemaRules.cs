using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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

    /// <summary>
    /// Leaves out EF Core's comparison of the mapping with the last migration, which builds both models again at every start; a test makes it.
    /// </summary>
    public static DbContextOptionsBuilder<T> WithoutDriftCheck<T>(this DbContextOptionsBuilder<T> options) where T : DbContext =>
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    /// <summary>Brings the schema up to date. Where nothing is missing it only looks: the start of every day.</summary>
    public static async Task MigrateAsync(ModelDbContext db, CancellationToken cancellationToken)
    {
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    public static string TooLate(TimeSpan deadline) =>
        $"The database was not ready within {deadline:c}. Another server may be changing its schema, or the change takes longer: "
        + $"look at the database, then start again, with a longer {StorageSettings.MigrationDeadlineKey} if need be.";
}
