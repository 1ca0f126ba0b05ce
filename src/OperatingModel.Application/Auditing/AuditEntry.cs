namespace OperatingModel.Application.Auditing;

/// <summary>
/// One row changed by one operation, as stored. The entries of a model are at once its audit and its change log:
/// a server that is behind catches up by reading them in order of revision and sequence.
/// </summary>
internal sealed record AuditEntry
{
    /// <summary>Replaces the name of a list where the model as a whole was deleted or restored.</summary>
    public const string WholeModel = "model";

    public Guid ModelId { get; init; }

    public long Revision { get; init; }

    /// <summary>Place inside the operation, from 0.</summary>
    public int Sequence { get; init; }

    public Guid OperationId { get; init; }

    public DateTimeOffset At { get; init; }

    public required string UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>The command in words, e.g. "Assess a capability".</summary>
    public required string What { get; init; }

    /// <summary>Name of the list.</summary>
    public required string Table { get; init; }

    public required string Key { get; init; }

    /// <summary>The row as JSON; null when it was added.</summary>
    public string? Before { get; init; }

    /// <summary>The row as JSON; null when it was removed.</summary>
    public string? After { get; init; }
}
