using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Workspaces;

/// <summary>Edits of several conventions of a model at once. A single convention is changed like any field.</summary>
public static class SettingsEdits
{
    /// <summary>Other conventions and other points of stages together, as changes of the fields that the user changed.</summary>
    /// <param name="seen">The conventions as the user saw them.</param>
    /// <param name="wanted">The same where none is to change.</param>
    /// <param name="stages">Stages as the user saw them, each once, with the points they are to have, 0..100.</param>
    /// <exception cref="ModelRuleException">No stage of the model would have any points.</exception>
    public static IReadOnlyList<RowChange> Weigh(
        ModelSnapshot model, ModelSettings seen, ModelSettings wanted, IReadOnlyCollection<(Stage Seen, double Points)> stages)
    {
        List<RowChange> changes =
        [
            .. wanted == seen ? [] : RowEdits.Change(model, seen, wanted),
            .. stages.SelectMany(stage => RowEdits.Change(model, stage.Seen, stage.Seen with { ValueWeight = stage.Points })),
        ];
        var points = changes.Select(change => change.After).OfType<Stage>().ToDictionary(stage => stage.Code, stage => stage.ValueWeight);
        return points.Count > 0 && model.Stages.All(stage => points.GetValueOrDefault(stage.Code, stage.ValueWeight) <= 0)
            ? throw new ModelRuleException("stages", "No stage would have any points; give at least one a number above 0.")
            : changes;
    }
}
