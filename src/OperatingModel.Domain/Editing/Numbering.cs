using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>Numbers the rows of every list from 0 without gaps, as in a new model or one from a file.</summary>
public static class Numbering
{
    /// <summary>
    /// The same model with each row at its number. The changes of scenarios are adjusted: each of their rows stays between the same rows.
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

    // The number of rows before the position. A position behind the last row keeps its distance to it.
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
