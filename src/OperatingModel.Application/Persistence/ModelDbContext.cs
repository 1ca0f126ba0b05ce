using Microsoft.EntityFrameworkCore;
using OperatingModel.Application.Auditing;
using OperatingModel.Application.Drafts;
using OperatingModel.Application.Workspaces;
using OperatingModel.Application.Writing;

namespace OperatingModel.Application.Persistence;

/// <summary>All stored models. Everything is mapped here; a derived context stands for a database and owns its migrations.</summary>
public abstract class ModelDbContext(DbContextOptions options) : DbContext(options)
{
    internal IQueryable<StoredModel> Models => Set<StoredModel>().AsNoTracking();

    internal IQueryable<AuditEntry> AuditEntries => Set<AuditEntry>().AsNoTracking();

    internal IQueryable<Operation> Operations => Set<Operation>().AsNoTracking();

    internal IQueryable<StoredDraft> Drafts => Set<StoredDraft>().AsNoTracking();

    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        ModelConventions.ConfigureTypes(configurationBuilder);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder) => ModelConventions.MapTables(modelBuilder);
}

/// <summary>Models in an embedded SQLite file; migrations in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteModelDbContext(DbContextOptions<SqliteModelDbContext> options) : ModelDbContext(options);

/// <summary>Models on a PostgreSQL server; migrations in <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresModelDbContext(DbContextOptions<PostgresModelDbContext> options) : ModelDbContext(options);
