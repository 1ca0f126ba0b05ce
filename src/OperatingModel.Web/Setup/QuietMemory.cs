namespace OperatingModel.Web.Setup;

/// <summary>
/// Returns memory to the system when the program is idle after a start or a burst of work: the runtime by itself collects only when it needs
/// room, so a program that nobody uses would go on holding it.
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

    /// <summary>Decides at regular looks at the counters whether to collect.</summary>
    internal sealed class Quiet
    {
        private const int Looks = 3;
        private const long Still = 1_000_000;
        private const long Worth = 16_000_000;

        // In bytes. Compacting a larger heap would be felt by a user who comes back at that moment.
        private const long Largest = 256_000_000;

        private long _allocated;
        private long _collected;
        private int _still;

        /// <param name="allocated">The bytes allocated since the program began.</param>
        /// <param name="held">The size of the heap now, in bytes.</param>
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
