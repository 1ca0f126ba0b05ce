using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Strategy;

/// <summary>The edits of objectives and KPIs that change more than a field.</summary>
public static class StrategyEdits
{
    /// <summary>Adds an objective at the end of the list; it has no owner yet.</summary>
    public static IReadOnlyList<RowChange> AddObjective(ModelSnapshot model, string name) =>
        RowEdits.AddCoded<StrategicObjective>(model, code => new(code, name, Owner: null));

    /// <summary>Adds a KPI at the end of the list: more of it is better, and it has no owner, baseline and target yet.</summary>
    public static IReadOnlyList<RowChange> AddKpi(ModelSnapshot model, string name) => RowEdits.AddCoded<Kpi>(
        model, code => new(code, name, Unit: null, KpiDirection.Maximise, Owner: null, Baseline: null, Target: null));
}
