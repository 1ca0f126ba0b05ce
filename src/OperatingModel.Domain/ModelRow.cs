namespace OperatingModel.Domain;

/// <summary>
/// One row of one list of a model: an immutable value that refers to other rows by their codes.
/// Two rows are equal when their contents are; where a row stands and when it was last changed do not count.
/// </summary>
public abstract record ModelRow
{
    /// <summary>What identifies the row inside its list: its code, or the codes of what it connects.</summary>
    public abstract RowKey Key { get; }

    /// <summary>Where the row stands in its list, ascending; gaps are allowed. Order matters for rounds, steps and allocations.</summary>
    public int Position { get; init; }

    /// <summary>
    /// The model revision at which the row was last written; 0 for a row that was never stored. A save that carries an older version is
    /// stale.
    /// </summary>
    public long Version { get; init; }

    public virtual bool Equals(ModelRow? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();
}
