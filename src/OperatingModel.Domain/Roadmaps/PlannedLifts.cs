using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Roadmaps;

/// <summary>An initiative that lifts capabilities once it is finished.</summary>
/// <param name="SuccessProbability">Above 0 to 1; levels count with it.</param>
/// <param name="FinishedIn">Null when it is not on the plan: it is never finished.</param>
public sealed record PlannedLift(string Initiative, double SuccessProbability, IReadOnlyList<CandidateUplift> Uplifts, Quarter? FinishedIn);

/// <summary>By how many levels finished initiatives lift a capability in a unit, quarter by quarter (F20); for projected heat maps.</summary>
public sealed class PlannedLifts
{
    private readonly Dictionary<(string, string), (Quarter Quarter, double Levels)[]> _lifts;

    public PlannedLifts(IEnumerable<PlannedLift> lifts)
    {
        All = [.. lifts.OrderBy(lift => lift.Initiative, StringComparer.Ordinal)];
        _lifts = (from lift in All
                  where lift.FinishedIn is not null
                  from uplift in lift.Uplifts
                  group (lift.FinishedIn!.Value, lift.SuccessProbability * uplift.Levels) by (uplift.Capability, uplift.BusinessUnit))
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>In ordinal order of initiatives.</summary>
    public IReadOnlyList<PlannedLift> All { get; }

    /// <summary>
    /// The initiatives approved in the decision set of the scenario of kind Target, finished as the roadmap says. None without such a scenario.
    /// </summary>
    public static PlannedLifts OfTarget(ModelSnapshot model) =>
        model.Table<Scenario>().FirstOrDefault(scenario => scenario.Kind == ScenarioKind.Target)?.DecisionSet is { } decisionSet
            ? Of(model, decisionSet)
            : new PlannedLifts([]);

    /// <summary>The initiatives approved in a decision set, finished as the roadmap says.</summary>
    public static PlannedLifts Of(ModelSnapshot model, string decisionSet)
    {
        var ends = PlanEnds.Of(model);
        var uplifts = model
            .Table<Uplift>()
            .ToLookup(uplift => uplift.Initiative, uplift => new CandidateUplift(uplift.Capability, uplift.BusinessUnit, uplift.Levels));
        return new PlannedLifts(
            from code in DecisionSets.InitiativesOf(model, decisionSet)
            let initiative = model.Table<Initiative>().Find(code)
            where initiative is not null
            select new PlannedLift(code, initiative.SuccessProbability, [.. uplifts[code]], ends.TryGetValue(code, out var end) ? end : null));
    }

    /// <summary>Expected levels added by the end of a quarter.</summary>
    public double LevelsBy(Quarter quarter, string capability, string businessUnit)
    {
        var levels = 0.0;
        foreach (var (finished, added) in _lifts.GetValueOrDefault((capability, businessUnit), []))
        {
            levels += finished <= quarter ? added : 0;
        }

        return levels;
    }
}
