using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace OperatingModel.Application.Tests;

/// <summary>Runs a theory on SQLite and on PostgreSQL; the latter is skipped, with the reason, where no server is configured.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnBothDatabasesAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new(
    [
        new TheoryDataRow<StorageProvider>(StorageProvider.Sqlite),
        new TheoryDataRow<StorageProvider>(StorageProvider.Postgres) { Skip = PostgresServer.WhyNone },
    ]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
