using OperatingModel.Application.Workspaces;

namespace OperatingModel.Web.Setup;

/// <summary>Where several servers may share a database, reads what the others committed, four times a second.</summary>
internal sealed class OtherServers(ModelCatalog catalog, TimeProvider time, ILogger<OtherServers> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        var works = true;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await catalog.CatchUpAsync(stoppingToken);
                works = true;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database does not answer. This is logged once and tried again; a user who reads or writes gets an error of that action.
                log.Log(works ? LogLevel.Warning : LogLevel.Debug, exception, "The changes that other servers committed cannot be read now.");
                works = false;
            }
        }
    }
}
