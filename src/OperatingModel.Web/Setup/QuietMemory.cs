namespace OperatingModel.Web.Setup;

/// <summary>
/// Gives back to the system what a start or a burst of work has left behind, once nothing happens any more: the runtime by itself collects
/// only when it needs room, so a program that nobody uses would go on holding it.
/// </summary>
internal sealed class QuietMemory(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        var quiet = new Quiet();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (quiet.IsWorthCollecting(GC.GetTotalAllocatedBytes(), GC.GetTotalMemory(forceFullCollection: false)))
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }

    /// <summary>Decides from one look to the next whether to collect.</summary>
    internal sealed class Quiet
    {
        private const int Looks = 3;
        private const long Still = 1_000_000;
        private const long Worth = 16_000_000;

        // Compacting more than this would be felt by whoever comes back at that moment.
        private const long Largest = 256_000_000;

        private long _allocated;
        private long _collected;
        private int _still;

        /// <param name="allocated">Bytes allocated since the program began.</param>
        /// <param name="held">Bytes of the heap now.</param>
        public bool IsWorthCollecting(long allocated, long held)
        {
            _still = allocated - _allocated < Still ? _still + 1 : 0;
            _allocated = allocated;
            if (_still < Looks || allocated - _collected < Worth || held > Largest)
            {
                return false;
            }

            _collected = allocated;
            return true;
        }
    }
}
