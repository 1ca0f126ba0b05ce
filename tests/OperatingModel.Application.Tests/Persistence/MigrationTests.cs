using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Persistence;

namespace OperatingModel.Application.Tests.Persistence;

public sealed class MigrationTests
{
    [Theory, InlineData(StorageProvider.Sqlite), InlineData(StorageProvider.Postgres)]
    public void The_migrations_lead_to_the_schema_the_program_uses(StorageProvider provider)
    {
        using ModelDbContext db = provider == StorageProvider.Sqlite
            ? new SqliteDesignTimeFactory().CreateDbContext([])
            : new PostgresDesignTimeFactory().CreateDbContext([]);
        db.Database.HasPendingModelChanges().ShouldBeFalse("A migration is missing: run scripts/add-migration.sh NAME.");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = new SqliteDesignTimeFactory().CreateDbContext([]);
        using var postgres = new PostgresDesignTimeFactory().CreateDbContext([]);
        Names(sqlite).ShouldBe(Names(postgres));
    }

    private static IEnumerable<string> Names(ModelDbContext db) =>
        db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
