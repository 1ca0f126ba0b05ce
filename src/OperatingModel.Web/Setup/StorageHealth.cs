using Microsoft.Extensions.Diagnostics.HealthChecks;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;

namespace OperatingModel.Web.Setup;

/// <summary>Reports the program as ready when the database answers.</summary>
internal sealed class StorageHealth(ModelCatalog catalog) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await catalog.ListAsync(CurrentUser.Local, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
