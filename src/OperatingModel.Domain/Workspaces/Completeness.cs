using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Workspaces;

/// <summary>The three points that every operating model needs.</summary>
public enum ModelPoint
{
    /// <summary>Strategy and performance objectives.</summary>
    Strategy,

    /// <summary>Customer expectations and leverage points.</summary>
    Customers,

    /// <summary>Tools and technologies.</summary>
    Technology,
}

/// <summary>What is counted to say how complete a point is.</summary>
public enum CompletenessAspect
{
    /// <summary>Objectives for which somebody of the board answers.</summary>
    ObjectivesOwned,

    /// <summary>Objectives that at least one capability serves.</summary>
    ObjectivesServed,

    /// <summary>Leaf capabilities that serve an objective.</summary>
    CapabilitiesWithObjective,

    /// <summary>KPIs with an owner, a baseline and a target.</summary>
    KpisMeasured,

    /// <summary>Customer-facing stages with value points.</summary>
    StagesWeighted,

    /// <summary>Customer-facing stages with a touchpoint.</summary>
    StagesTouched,

    /// <summary>Touchpoints at which something is expected.</summary>
    TouchpointsExpected,

    /// <summary>Expectations with importance and satisfaction.</summary>
    ExpectationsRated,

    /// <summary>Segments that expect something.</summary>
    SegmentsHeard,

    /// <summary>Applicable capability instances that a live application supports.</summary>
    InstancesSupported,

    /// <summary>Live applications with functional and technical fit.</summary>
    ApplicationsRated,

    /// <summary>Live applications that support at least one capability.</summary>
    ApplicationsPlaced,

    /// <summary>Live applications with a vendor and a run cost.</summary>
    ApplicationsCosted,
}

/// <summary>A count out of a total.</summary>
/// <param name="Of">The total, 0 or more; 0 where there is nothing to count, and then nothing is complete.</param>
/// <param name="Missing">The first that are missing, by name and code, in the order of their list.</param>
public sealed record CompletenessLine(CompletenessAspect Aspect, int Done, int Of, IReadOnlyList<string> Missing)
{
    /// <summary>0..1.</summary>
    public double Share => Of == 0 ? 0 : (double)Done / Of;

    public bool IsComplete => Of > 0 && Done == Of;
}

/// <summary>How complete one of the three points is.</summary>
public sealed record PointCompleteness(ModelPoint Point, IReadOnlyList<CompletenessLine> Lines)
{
    /// <summary>Mean share of the lines, 0..1: each line counts the same, however long its list.</summary>
    public double Share => Lines.Average(line => line.Share);

    /// <summary>Whether the model has anything on it.</summary>
    public bool IsEmpty => Lines.All(line => line.Done == 0);
}

/// <summary>
/// How complete a model is in the three points that every operating model needs. It counts what is there; it does not judge it.
/// </summary>
public static class Completeness
{
    private const int MissingTold = 12;

    /// <summary>The three points, in their order.</summary>
    public static IReadOnlyList<PointCompleteness> Of(ModelSnapshot model) =>
    [
        new(ModelPoint.Strategy, Strategy(model)),
        new(ModelPoint.Customers, Customers(model)),
        new(ModelPoint.Technology, Technology(model)),
    ];

    private static CompletenessLine[] Strategy(ModelSnapshot model)
    {
        var objectives = model.Table<StrategicObjective>();
        var served = model.Table<CapabilityObjective>();
        var withCapability = served.Select(row => row.Objective).ToHashSet(StringComparer.Ordinal);
        var withObjective = served.Select(row => row.Capability).ToHashSet(StringComparer.Ordinal);
        return
        [
            Line(model, CompletenessAspect.ObjectivesOwned, objectives, row => !string.IsNullOrWhiteSpace(row.Owner)),
            Line(model, CompletenessAspect.ObjectivesServed, objectives, row => withCapability.Contains(row.Code)),
            Line(
                model, CompletenessAspect.CapabilitiesWithObjective, model.Tree.Leaves.Select(leaf => model.Tree[leaf]),
                row => withObjective.Contains(row.Code)),
            Line(
                model, CompletenessAspect.KpisMeasured, model.Table<Kpi>(),
                row => !string.IsNullOrWhiteSpace(row.Owner) && row is { Baseline: not null, Target: not null }),
        ];
    }

    private static CompletenessLine[] Customers(ModelSnapshot model)
    {
        Stage[] stages = [.. model.Stages.Where(stage => stage.Kind == StageKind.Primary)];
        var touchpoints = model.Table<Touchpoint>();
        var expectations = model.Table<Expectation>();
        var touched = touchpoints.Select(row => row.Stage).ToHashSet(StringComparer.Ordinal);
        var expected = expectations.Select(row => row.Touchpoint).ToHashSet(StringComparer.Ordinal);
        var heard = expectations.Select(row => row.Segment).ToHashSet(StringComparer.Ordinal);
        return
        [
            Line(model, CompletenessAspect.StagesWeighted, stages, row => row.ValueWeight > 0),
            Line(model, CompletenessAspect.StagesTouched, stages, row => touched.Contains(row.Code)),
            Line(model, CompletenessAspect.TouchpointsExpected, touchpoints, row => expected.Contains(row.Code)),
            Line(model, CompletenessAspect.ExpectationsRated, expectations, row => row is { Importance: not null, Satisfaction: not null }),
            Line(model, CompletenessAspect.SegmentsHeard, model.Table<Segment>(), row => heard.Contains(row.Code)),
        ];
    }

    private static CompletenessLine[] Technology(ModelSnapshot model)
    {
        var live = model
            .Table<BusinessApplication>()
            .Where(application => application.IsLive)
            .ToDictionary(application => application.Code, StringComparer.Ordinal);
        var supports = model.Table<ApplicationSupport>().Where(row => live.ContainsKey(row.Application)).ToList();
        var placed = supports.Select(row => row.Application).ToHashSet(StringComparer.Ordinal);
        var supported = supports.Select(row => RowKey.Of(row.Capability, row.BusinessUnit)).ToHashSet();
        return
        [
            Line(
                CompletenessAspect.InstancesSupported,
                Instances(model),
                row => $"{row.Capability.Name} · {row.BusinessUnit.Name}",
                row => supported.Contains(RowKey.Of(row.Capability.Code, row.BusinessUnit.Code))),
            Line(model, CompletenessAspect.ApplicationsPlaced, live.Values, row => placed.Contains(row.Code)),
            Line(model, CompletenessAspect.ApplicationsRated, live.Values, row => row is { FunctionalFit: not null, TechnicalFit: not null }),
            Line(model, CompletenessAspect.ApplicationsCosted, live.Values, row => row is { Vendor: not null, AnnualRunCost: not null }),
        ];
    }

    private static IEnumerable<(Capability Capability, BusinessUnit BusinessUnit)> Instances(ModelSnapshot model)
    {
        var exceptions = model.Table<NotApplicable>();
        BusinessUnit[] units = [.. model.BusinessUnits.Where(unit => unit.WeightOn(model.Settings.BusinessUnitWeightBasis) > 0)];
        return from leaf in model.Tree.Leaves
               from unit in units
               let capability = model.Tree[leaf]
               where exceptions.Find(RowKey.Of(capability.Code, unit.Code)) is null
               select (capability, unit);
    }

    // Two may have the same name: the code follows it.
    private static CompletenessLine Line<T>(ModelSnapshot model, CompletenessAspect aspect, IEnumerable<T> rows, Func<T, bool> isDone)
        where T : ModelRow =>
        Line(aspect, rows, row => $"{ModelInput.NameOf<T>(model, row.Key.Text)} ({row.Key})", isDone);

    private static CompletenessLine Line<T>(CompletenessAspect aspect, IEnumerable<T> rows, Func<T, string> name, Func<T, bool> isDone)
    {
        var (done, all) = (0, 0);
        List<string> missing = [];
        foreach (var row in rows)
        {
            all++;
            if (isDone(row))
            {
                done++;
            }
            else if (missing.Count < MissingTold)
            {
                missing.Add(name(row));
            }
        }

        return new(aspect, done, all, missing);
    }
}
