using System.Collections.Concurrent;
using System.Text;

namespace OperatingModel.Web.Tests.Faults;

/// <summary>What came of a write, as its sender knows it.</summary>
internal enum Outcome
{
    Acknowledged,
    Refused,

    /// <summary>The answer never came: it may or may not have been stored.</summary>
    Unknown,
}

/// <summary>
/// What was asked of the program and what it answered, kept outside of it: every line is on the disk before the sender goes on,
/// so nothing is lost in the measuring.
/// </summary>
internal sealed class Ledger(string path) : IDisposable
{
    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    private readonly Lock _lock = new();

    public ConcurrentDictionary<Guid, Outcome> Outcomes { get; } = [];

    public int Count(Outcome outcome) => Outcomes.Values.Count(o => o == outcome);

    public void Write(Guid operation, string cell, string value, Outcome outcome)
    {
        lock (_lock)
        {
            _file.Write(Encoding.UTF8.GetBytes($"{operation}\t{cell}\t{value}\t{outcome}\n"));
            _file.Flush(flushToDisk: true);
            Outcomes[operation] = outcome;
        }
    }

    public void Dispose() => _file.Dispose();
}
