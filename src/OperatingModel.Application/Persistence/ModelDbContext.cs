using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Drafts;
using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;

namespace OperatingModel.Application.Persistence;

/// <summary>
/// The context for what goes through EF Core: headings, operations, audit and drafts. The rows of models are written and read by statements of
/// their own (<see cref="StoredTable"/>, <see cref="StoredList"/>), so a start need not build the mapping of sixty tables.
/// </summary>
public class ModelDbContext(DbContextOptions options) : DbContext(options)
{
    internal IQueryable<StoredModel> Models => Set<StoredModel>().AsNoTracking();

    internal IQueryable<AuditEntry> AuditEntries => Set<AuditEntry>().AsNoTracking();

    internal IQueryable<Operation> Operations => Set<Operation>().AsNoTracking();

    internal IQueryable<StoredDraft> Drafts => Set<StoredDraft>().AsNoTracking();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.ConfigureTypes(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => ModelConventions.MapRecords(modelBuilder);
}

/// <summary>The whole schema, with the rows of models. A derived context stands for a database and owns its migrations.</summary>
public abstract class SchemaDbContext(DbContextOptions options) : ModelDbContext(options)
{
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        ModelConventions.ConfigureFieldTypes(configurationBuilder);
    }

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        ModelConventions.MapRows(modelBuilder);
    }
}

/// <summary>Models in an embedded SQLite file; migrations in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteModelDbContext(DbContextOptions<SqliteModelDbContext> options) : SchemaDbContext(options);

/// <summary>Models on a PostgreSQL server; migrations in <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresModelDbContext(DbContextOptions<PostgresModelDbContext> options) : SchemaDbContext(options);
