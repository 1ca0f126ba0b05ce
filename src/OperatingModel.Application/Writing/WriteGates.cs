using System.Threading.RateLimiting;

namespace OperatingModel.Application.Writing;

/// <summary>Gates that admit one caller at a time, strictly in the order of arrival. A gate exists only while somebody uses it.</summary>
internal sealed class WriteGates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Gate> _gates = [];

    internal int Count
    {
        get
        {
            lock (_lock)
            {
                return _gates.Count;
            }
        }
    }

    /// <summary>Waits for the turn at this gate, which ends when the result is disposed.</summary>
    /// <exception cref="OperationCanceledException">The wait was given up; the place in the queue is free again.</exception>
    public async Task<IDisposable> EnterAsync(Guid gateId, CancellationToken cancellationToken)
    {
        Gate? gate;
        ValueTask<RateLimitLease> turn;
        lock (_lock)
        {
            if (!_gates.TryGetValue(gateId, out gate))
            {
                _gates.Add(gateId, gate = new Gate());
            }

            gate.Users++;
            turn = gate.Limiter.AcquireAsync(1, cancellationToken);
        }

        try
        {
            return new Turn(this, gateId, gate, await turn);
        }
        catch
        {
            Leave(gateId, gate);
            throw;
        }
    }

    private void Leave(Guid gateId, Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Users == 0)
            {
                _gates.Remove(gateId);
                gate.Dispose();
            }
        }
    }

    private sealed class Gate : IDisposable
    {
        public ConcurrencyLimiter Limiter { get; } = new(new ConcurrencyLimiterOptions
        {
            PermitLimit = 1,
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });

        /// <summary>Callers that wait or have the turn.</summary>
        public int Users { get; set; }

        public void Dispose() => Limiter.Dispose();
    }

    private sealed class Turn(WriteGates gates, Guid gateId, Gate gate, RateLimitLease lease) : IDisposable
    {
        private bool _over;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref _over, true))
            {
                lease.Dispose();
                gates.Leave(gateId, gate);
            }
        }
    }
}
