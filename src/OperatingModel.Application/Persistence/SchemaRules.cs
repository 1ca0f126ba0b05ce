using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OperatingModel.Application.Persistence;

/// <summary>Checks of the schema at start, for both databases.</summary>
internal static class SchemaRules
{
    /// <summary>
    /// The migrations that the database lacks, oldest first; usually none. Found without the mapping of the whole schema, which takes
    /// longer to build than the answer.
    /// </summary>
    /// <typeparam name="TSchema">Owns the migrations.</typeparam>
    /// <exception cref="StartupException">The database was changed by a newer program.</exception>
    public static async Task<IReadOnlyList<string>> PendingAsync<TSchema>(ModelDbContext db, CancellationToken cancellationToken)
        where TSchema : SchemaDbContext
    {
        var known = typeof(TSchema).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TSchema))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var unknown = applied.Except(known).ToList();
        return unknown.Count == 0
            ? [.. known.Except(applied)]
            : throw new StartupException(
                $"The database was written by a newer version of this program (it has {string.Join(", ", unknown)}). "
                + "Start that version or a later one, or restore a backup made before the upgrade.");
    }

    /// <summary>
    /// Skips EF Core's comparison of the mapping with the last migration, which would build both models at every start; a test compares them.
    /// </summary>
    public static DbContextOptionsBuilder<T> WithoutDriftCheck<T>(this DbContextOptionsBuilder<T> options) where T : SchemaDbContext =>
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    public static string TooLate(TimeSpan deadline) =>
        $"The database was not ready within {deadline:c}. Another server may be changing its schema, or the change takes longer: "
        + $"look at the database, then start again, with a longer {StorageSettings.MigrationDeadlineKey} if need be.";
}
