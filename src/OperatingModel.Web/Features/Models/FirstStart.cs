using OperatingModel.Application;
using OperatingModel.Application.Access;
using OperatingModel.Application.Workspaces;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Web.Features.Models;

/// <summary>The first start of an empty installation creates the airline sample, so that a newcomer looks at something real.</summary>
public sealed class FirstStart(ModelCatalog catalog, TimeProvider time)
{
    // Fixed, so that two servers starting together, or a start that was cut off, never make two.
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
