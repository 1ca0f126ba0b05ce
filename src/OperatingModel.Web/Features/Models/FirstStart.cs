using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Web.Features.Models;

/// <summary>Creates the airline sample at the first start of an empty installation, so that a newcomer sees a real model.</summary>
public sealed class FirstStart(ModelCatalog catalog, TimeProvider time)
{
    // A fixed id, so that two servers starting together, or a start that was interrupted, never create two samples.
    private static readonly Guid Operation = new("0197f000-0000-7000-8000-00000000a1b2");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var user = CurrentUser.Local;
        if ((await catalog.ListAsync(user, cancellationToken)).Count == 0 && (await catalog.ListDeletedAsync(user, cancellationToken)).Count == 0)
        {
            var today = time.Today();
            await catalog.CreateAsync(SampleModels.Airline(today), user, Operation, cancellationToken);
        }
    }
}
