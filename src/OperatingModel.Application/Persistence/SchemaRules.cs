using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OperatingModel.Application.Persistence;

/// <summary>What holds for the schema of both databases at start.</summary>
internal static class SchemaRules
{
    /// <summary>
    /// What is missing in the database, oldest first; nothing at the start of every day. Asked without the mapping of the whole schema, which
    /// takes longer to build than the answer.
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
    /// Leaves out EF Core's comparison of the mapping with the last migration, which builds both models again at every start; a test makes it.
    /// </summary>
    public static DbContextOptionsBuilder<T> WithoutDriftCheck<T>(this DbContextOptionsBuilder<T> options) where T : SchemaDbContext =>
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    public static string TooLate(TimeSpan deadline) =>
        $"The database was not ready within {deadline:c}. Another server may be changing its schema, or the change takes longer: "
        + $"look at the database, then start again, with a longer {StorageSettings.MigrationDeadlineKey} if need be.";
}
