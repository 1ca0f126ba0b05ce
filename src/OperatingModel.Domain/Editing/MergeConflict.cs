namespace OperatingModel.Domain.Editing;

/// <summary>One of the two sides of a merge.</summary>
public enum MergeSide
{
    Theirs,
    Mine,
}

/// <summary>How two sides contradict each other.</summary>
public enum MergeConflictKind
{
    /// <summary>Both changed one field, and not to the same.</summary>
    Field,

    /// <summary>Both moved the row, and not to the same place.</summary>
    Place,

    /// <summary>I removed what they changed.</summary>
    RemovedByMe,

    /// <summary>They removed what I changed.</summary>
    RemovedByThem,

    /// <summary>Both added a row of this key, with other contents.</summary>
    AddedTwice,

    /// <summary>I removed a row that is named by rows of theirs which I had not seen.</summary>
    StillNeeded,

    /// <summary>My row refers to one that is not there.</summary>
    Missing,

    /// <summary>
    /// Together with their rows, mine breaks a rule of the model. Only the check of a merge finds this, never the merge itself.
    /// </summary>
    Broken,
}

/// <summary>A contradiction between two sides, which somebody has to decide.</summary>
/// <param name="Field">The contested field, or the one that refers to what is missing; null where the whole row is concerned.</param>
/// <param name="Base">The row that both sides began with; null where I added it.</param>
/// <param name="Mine">Null where I removed it.</param>
/// <param name="Theirs">Null where they removed it, or never had it.</param>
public sealed record MergeConflict(
    MergeConflictKind Kind, ModelTable Table, RowKey Key, ModelField? Field, ModelRow? Base, ModelRow? Mine, ModelRow? Theirs)
{
    /// <summary>
    /// What would happen to the rows of theirs that name the row, if it were removed; only where the kind is
    /// <see cref="MergeConflictKind.StillNeeded"/>.
    /// </summary>
    public IReadOnlyList<RowChange> Followers { get; init; } = [];

    /// <summary>The row that mine refers to and that is not there; only where the kind is <see cref="MergeConflictKind.Missing"/>.</summary>
    public (ModelTable Table, RowKey Key)? Gone => Kind == MergeConflictKind.Missing
        ? (ModelTables.Of(Field!.Reference!.Target), RowKey.Of((string)Field.ValueOf(Mine!)!))
        : null;

    /// <summary>What the rule says; only where the kind is <see cref="MergeConflictKind.Broken"/>.</summary>
    public string? Problem { get; init; }

    public override string ToString() => $"{Kind}: {Table} {Key} {Field?.Name}".TrimEnd();
}
