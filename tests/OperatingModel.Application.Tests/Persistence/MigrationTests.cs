using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using OperatingModel.Application.Persistence;
using OperatingModel.Domain;

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

    [Theory, InlineData(StorageProvider.Sqlite), InlineData(StorageProvider.Postgres)]
    public void The_statements_name_the_columns_of_the_schema(StorageProvider provider)
    {
        using SchemaDbContext schema = provider == StorageProvider.Sqlite
            ? new SqliteDesignTimeFactory().CreateDbContext([])
            : new PostgresDesignTimeFactory().CreateDbContext([]);
        var options = new DbContextOptionsBuilder<ModelDbContext>();
        _ = provider == StorageProvider.Sqlite ? options.UseSqlite("Data Source=:memory:") : options.UseNpgsql();
        using var db = new ModelDbContext(options.Options);
        var sql = schema.GetService<ISqlGenerationHelper>();
        foreach (var list in ModelTables.All)
        {
            var mapped = schema.Model.FindEntityType(list.RowType)!;
            var table = StoredTable.Of(db, list.RowType);
            table.Name.ShouldBe(sql.DelimitIdentifier(mapped.GetTableName()!));
            table.Columns.Select(column => column.Name).Order().ShouldBe(
                mapped.GetProperties().Select(property => sql.DelimitIdentifier(property.GetColumnName())).Order());
        }
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
