using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OperatingModel.Application.Persistence;

/// <summary>For <c>scripts/add-migration.sh</c>; no database is opened.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteModelDbContext>
{
    public SqliteModelDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteModelDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>For <c>scripts/add-migration.sh</c>; no database is opened.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresModelDbContext>
{
    public PostgresModelDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresModelDbContext>().UseNpgsql("Host=localhost").Options);
}
