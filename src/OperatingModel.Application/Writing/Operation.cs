namespace OperatingModel.Application.Writing;

/// <summary>A write that was committed. Because its id is unique, a repeated write is answered and not done again.</summary>
internal sealed record Operation
{
    public Guid Id { get; init; }

    public Guid ModelId { get; init; }

    /// <summary>The revision the operation led to, or found when it changed nothing.</summary>
    public long Revision { get; init; }

    /// <summary>How many rows it changed: its audit entries at that revision are its result.</summary>
    public int ChangeCount { get; init; }

    public required string What { get; init; }

    /// <summary>What a repetition must bring again; null where none is expected.</summary>
    public string? Content { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Whose step it is that may be undone; null for what cannot be, such as undoing itself.</summary>
    public string? UserId { get; init; }

    /// <summary>
    /// The revision that last did, undid or redid the step; the next undo or redo reverts that revision. 0 when there is nothing to revert.
    /// </summary>
    public long LastRevision { get; init; }

    public bool IsUndone { get; init; }
}
