using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>Numbers the rows of every list from 0 without gaps, as a model has them that is new or comes from a file.</summary>
public static class Numbering
{
    /// <summary>
    /// The same model, each row at its number. What scenarios have otherwise is fitted: each of their rows stays between the rows where it stood.
    /// </summary>
    public static ModelSnapshot Of(ModelSnapshot model) => ModelSnapshot.Of(
        ModelTables.All.Select(table => table.Create(model.Table(table).Rows.Select((row, number) => Fitted(model, row) with { Position = number }))),
        model.Revision,
        model.Today);

    private static ModelRow Fitted(ModelSnapshot model, ModelRow row) => row is ScenarioChange change
        ? change with { Before = Fitted(model, change.Before), After = Fitted(model, change.After) }
        : row;

    private static RowValue? Fitted(ModelSnapshot model, RowValue? value) =>
        value is null ? null : new(value.Row with { Position = NumberAt(model.Table(value.Table).Rows, value.Row.Position) });

    // How many rows come before the position, and behind the last one as far as it is behind it.
    private static int NumberAt(IReadOnlyList<ModelRow> rows, int position)
    {
        var (from, to) = (0, rows.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = rows[middle].Position < position ? (middle + 1, to) : (from, middle);
        }

        return from < rows.Count || rows.Count == 0 ? from : from + position - rows[^1].Position - 1;
    }
}
