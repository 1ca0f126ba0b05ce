namespace OperatingModel.Domain.Scenarios;

/// <summary>
/// One difference between a scenario and its base: a row that the scenario adds (nothing before), changes, or removes (nothing after). All
/// of them make up the branch; see <see cref="ScenarioBranch"/>.
/// </summary>
/// <param name="Before">The row of the base that the scenario changed, as the base had it then.</param>
/// <param name="After">The row as the scenario has it.</param>
public sealed record ScenarioChange(
    [property: Ref(typeof(Scenario))] string Scenario,
    RowValue? Before,
    RowValue? After) : ModelRow
{
    public override RowKey Key => (After ?? Before) is { } row ? KeyOf(Scenario, row.Table, row.Row.Key) : RowKey.Of(Scenario);

    /// <summary>The list and the row concerned; an empty change concerns none.</summary>
    public RowChange? Change => (After ?? Before) is { } row ? new(row.Table, Before?.Row, After?.Row) : null;

    public static RowKey KeyOf(string scenario, ModelTable table, RowKey key) => RowKey.Of(scenario, table.Name, key.Text);

    /// <summary>
    /// The change that reverts a recorded choice: the row becomes as it was, field by field, so that later choices in other fields stay.
    /// Null for any other change.
    /// </summary>
    internal static RowChange? Undone(RowChange done) => done is { Before: null, After: ScenarioChange made }
        ? RowChange.Replace(made, made with { After = made.Before })
        : null;

    /// <summary>A choice that equals the base is removed; null where there was none.</summary>
    internal static RowChange? Cleared(RowChange change) => change.After is ScenarioChange { Before: var before, After: var after } && before == after
        ? change.Before is null ? null : change with { After = null }
        : change;

    /// <summary>
    /// The effect of a change of this list in the scenario: from the row as the scenario had it to the row as it has it afterwards. A
    /// choice that is kept although the base changed is recorded anew. Null for a change of another list, and for one without effect.
    /// </summary>
    public static RowChange? Inner(RowChange change)
    {
        var (earlier, later) = (change.Before as ScenarioChange, change.After as ScenarioChange);
        var before = earlier is null ? later?.Before : earlier.After;
        var after = later is null ? earlier?.Before : later.After;
        if (before == after && earlier is not null && later is not null && earlier.Before != later.Before)
        {
            before = later.Before;
        }

        return before == after ? null : new((after ?? before)!.Table, before?.Row, after?.Row);
    }
}
