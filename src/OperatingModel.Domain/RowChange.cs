namespace OperatingModel.Domain;

/// <summary>
/// One row added (no <paramref name="Before"/>), changed, or removed (no <paramref name="After"/>). Every edit, import, undo and
/// comparison of models is a list of these; the inverse swaps the two.
/// </summary>
public sealed record RowChange(ModelTable Table, ModelRow? Before, ModelRow? After)
{
    public RowKey Key => (After ?? Before)!.Key;

    public RowChange Inverse => new(Table, After, Before);

    // The generated text would print the inverse, which would print its own inverse, and so on without end.
    public override string ToString() => $"{Table} {Key} {(Before is null ? "added" : After is null ? "removed" : "changed")}";

    public static RowChange Add<T>(T row) where T : ModelRow => new(ModelTables.Of<T>(), null, row);

    public static RowChange Remove<T>(T row) where T : ModelRow => new(ModelTables.Of<T>(), row, null);

    /// <summary>A change of contents; the key stays. A new code is a removal and an addition.</summary>
    public static RowChange Replace<T>(T before, T after) where T : ModelRow => before.Key == after.Key
        ? new(ModelTables.Of<T>(), before, after)
        : throw new ArgumentException($"A replaced row keeps its key; {before.Key} became {after.Key}.", nameof(after));
}
