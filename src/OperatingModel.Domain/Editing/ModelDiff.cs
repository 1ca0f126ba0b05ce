using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>The difference between two models.</summary>
public static class ModelDiff
{
    /// <summary>
    /// The rows that were added, changed, moved or removed on the way from one model to the other; a new code is a removal and an
    /// addition. Applied to the first model, the changes give the rows of the second in their order; the way back is the
    /// <see cref="RowChange.Inverse"/> of each. They come list by list, each row where it stands first in either model. A row before
    /// its change carries the version that it has in the first model, a row after it the version that it has in the second; a row
    /// that differs in its version alone did not change. What the two models share costs nothing.
    /// </summary>
    public static IReadOnlyList<RowChange> Between(ModelSnapshot from, ModelSnapshot to) =>
        [.. ModelTables.All.SelectMany(table => from.Table(table).ChangesTo(to.Table(table)))];
}
