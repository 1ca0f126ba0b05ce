using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Technology;

/// <summary>The technology behind one capability instance.</summary>
/// <param name="Value">0..1; null when live applications exist but none is rated.</param>
/// <param name="Applications">Everything said to support it, live or not, by code.</param>
/// <param name="Assessment">The general judgement; null when missing, and then no hole is claimed.</param>
public sealed record InstanceEnablement(
    string Capability,
    string BusinessUnit,
    double? Value,
    TechnologyHole Hole,
    IReadOnlyList<BusinessApplication> Applications,
    Assessment? Assessment)
{
    /// <summary>Why it has this value.</summary>
    public Explanation Explain(ModelSnapshot? model = null)
    {
        var live = Applications.Where(application => application.IsLive).ToArray();
        var best = live.Where(application => Enablement.FitOf(application) is not null).MaxBy(Enablement.FitOf);
        return new Explanation(
            $"Technology enablement of {ModelInput.NameOf<Capability>(model, Capability)} for {ModelInput.NameOf<BusinessUnit>(model, BusinessUnit)}",
            (best, live.Length) switch
            {
                (null, 0) => "No live application supports it: 0.",
                (null, _) => $"{live.Length} live, none of them rated: unknown.",
                _ => $"Mean of functional and technical fit of the best live application, {best.Name}, each on a scale from 1 to 4.",
            },
            Value,
            FigureUnit.Share,
            best is null ? [] : [new ExplanationTerm(best.Name, [Input(best)], Value ?? 0)],
            [.. Applications.Select(Remark)],
            Hole == TechnologyHole.None ? [] : ["A better fitting live application, a smaller gap or less importance would close the hole."])
        {
            Formula = best is { FunctionalFit: { } functional, TechnicalFit: { } technical }
                ? (((Formula.Of("functional fit", functional) - 1) / 3) + ((Formula.Of("technical fit", technical) - 1) / 3)) / 2
                : null,
            Inputs = [ModelInput.Of<Capability>(model, Capability), .. Applications.Select(Input)],
        };
    }

    private static ModelInput Input(BusinessApplication application) => ModelInput.Of<BusinessApplication>(application.Code, application.Name);

    private static string Remark(BusinessApplication application) =>
        $"{application.Name}: {EnumWords.Of(application.Lifecycle)}"
        + $"{(Enablement.FitOf(application) is { } fit ? $", fit {FigureText.Percent(fit)}" : ", not rated")}.";
}

/// <summary>Enablement of every capability instance of a model, and the holes among them (F23).</summary>
public sealed class EnablementMap
{
    private readonly Dictionary<(string Capability, string BusinessUnit), InstanceEnablement> _instances;

    private EnablementMap(IReadOnlyList<InstanceEnablement> instances)
    {
        Instances = instances;
        Holes = [.. instances.Where(instance => instance.Hole != TechnologyHole.None)];
        _instances = instances.ToDictionary(instance => (instance.Capability, instance.BusinessUnit));
    }

    /// <summary>Applicable instances of all leaves in units in scope, by capability and unit.</summary>
    public IReadOnlyList<InstanceEnablement> Instances { get; }

    /// <summary>Gaping holes and weak technology, by capability and unit.</summary>
    public IReadOnlyList<InstanceEnablement> Holes { get; }

    public static EnablementMap Of(ModelSnapshot model)
    {
        var settings = model.Settings;
        var applications = model.Table<BusinessApplication>();
        var supports = model.Table<ApplicationSupport>()
            .Where(support => applications.Contains(support.Application))
            .ToLookup(support => (support.Capability, support.BusinessUnit), support => applications[RowKey.Of(support.Application)]);
        var exceptions = model.Table<NotApplicable>();
        var capabilities = model.Tree.Leaves.Select(leaf => model.Tree[leaf].Code).Order(StringComparer.Ordinal);
        string[] units =
        [
            .. model
                .BusinessUnits.Where(unit => unit.WeightOn(settings.BusinessUnitWeightBasis) > 0)
                .Select(unit => unit.Code)
                .Order(StringComparer.Ordinal),
        ];
        return new EnablementMap(
        [
            .. from capability in capabilities
               from unit in units
               where exceptions.Find(RowKey.Of(capability, unit)) is null
               select Instance(model, capability, unit, supports[(capability, unit)]),
        ]);
    }

    /// <summary>Null when the instance is not applicable, out of scope or unknown.</summary>
    public InstanceEnablement? Find(string capability, string businessUnit) => _instances.GetValueOrDefault((capability, businessUnit));

    /// <summary>
    /// Mean enablement of a crossing of the heat map, weighted by mass, over the instances whose technology is known; null without any.
    /// </summary>
    /// <param name="node">Index in the cube's tree, or <see cref="HeatCube.All"/>; likewise stage and unit.</param>
    public double? Mean(HeatCube cube, int node, int stage, int unit)
    {
        double sum = 0, mass = 0;
        var end = node < 0 ? cube.Tree.Count : cube.Tree.EndOf(node);
        for (var leaf = Math.Max(node, 0); leaf < end; leaf++)
        {
            for (var b = Math.Max(unit, 0); cube.Tree.IsLeaf(leaf) && b < (unit < 0 ? cube.Units.Count : unit + 1); b++)
            {
                if (Find(cube.Tree[leaf].Code, cube.Units[b].Code)?.Value is { } value && cube.Of(leaf, stage, b).Mass is var part and > 0)
                {
                    sum += part * value;
                    mass += part;
                }
            }
        }

        return mass > 0 ? sum / mass : null;
    }

    private static InstanceEnablement Instance(ModelSnapshot model, string capability, string unit, IEnumerable<BusinessApplication> supporting)
    {
        BusinessApplication[] applications = [.. supporting.OrderBy(application => application.Code, StringComparer.Ordinal)];
        var value = Enablement.Of(applications);
        var assessment = model.Assessments.Find(Assessment.KeyOf(capability, unit, null));
        var hole = assessment is null
            ? TechnologyHole.None
            : Enablement.HoleOf(assessment.Importance, Heat.Gap(assessment.Current, assessment.Target), value, model.Settings);
        return new InstanceEnablement(capability, unit, value, hole, applications, assessment);
    }
}
