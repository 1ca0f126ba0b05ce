using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.HeatMaps.Explaining;

/// <summary>The rows from which heat and priority are calculated, so that a reader can look at them or change them.</summary>
internal static class HeatInputs
{
    public static ModelInput Capability(HeatCube cube, int node) => ModelInput.Of<Capability>(cube.Tree[node].Code, cube.Tree[node].Name);

    public static ModelInput Stage(HeatCube cube, int stage) => ModelInput.Of<Stage>(cube.Stages[stage].Code, cube.Stages[stage].Name);

    public static ModelInput Unit(HeatCube cube, int unit) => ModelInput.Of<BusinessUnit>(cube.Units[unit].Code, cube.Units[unit].Name);

    /// <summary>The judgement of a leaf in a unit, under the name of the unit.</summary>
    public static ModelInput Judgement(HeatCube cube, int leaf, int stage, int unit) =>
        ModelInput.OfAssessment(cube.Tree[leaf].Code, cube.Units[unit].Code, stage < 0 ? null : cube.Stages[stage].Code, cube.Units[unit].Name);

    /// <summary>The conventions that weigh cells against each other.</summary>
    public static IEnumerable<ModelInput> Weights =>
    [
        ModelInput.OfSetting(nameof(ModelSettings.ContributionCritical), "points of a link to a stage"),
        ModelInput.OfSetting(nameof(ModelSettings.BusinessUnitWeightBasis), "what weighs business units"),
    ];

    /// <summary>The conventions of the heat of a cell.</summary>
    public static IEnumerable<ModelInput> Exponents => [ModelInput.OfSetting(nameof(ModelSettings.Alpha), "exponents of importance and gap")];

    /// <summary>What fixes a crossing, and the conventions behind its heat.</summary>
    public static IReadOnlyList<ModelInput> Of(HeatCube cube, int node, int stage, int unit) =>
    [
        .. node < 0 ? [] : (ModelInput[])[Capability(cube, node)],
        .. stage < 0 ? [] : (ModelInput[])[Stage(cube, stage)],
        .. unit < 0 ? [] : (ModelInput[])[Unit(cube, unit)],
        .. Weights,
        .. Exponents,
    ];
}
