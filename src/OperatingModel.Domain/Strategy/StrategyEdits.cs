using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Strategy;

/// <summary>What people do with objectives and KPIs beyond changing a field.</summary>
public static class StrategyEdits
{
    /// <summary>Adds an objective at the end of the list; nobody owns it yet.</summary>
    public static IReadOnlyList<RowChange> AddObjective(ModelSnapshot model, string name) =>
        RowEdits.AddCoded<StrategicObjective>(model, code => new(code, name, Owner: null));

    /// <summary>Adds a KPI at the end of the list: more is better, without owner, baseline and target.</summary>
    public static IReadOnlyList<RowChange> AddKpi(ModelSnapshot model, string name) => RowEdits.AddCoded<Kpi>(
        model, code => new(code, name, Unit: null, KpiDirection.Maximise, Owner: null, Baseline: null, Target: null));
}
