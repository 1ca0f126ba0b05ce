using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests;

/// <summary>Builds small models from their rows.</summary>
internal static class Models
{
    public static readonly DateOnly Today = new(2026, 3, 1);

    public static ModelMeta Meta { get; } = new("M", "Model", null, null, "EUR", "kEUR", null, new Quarter(2026, 1), 8, null);

    public static ModelSnapshot Of(params IEnumerable<ModelRow> rows) =>
        ModelSnapshot.Of(
            rows.Append(Meta)
                .GroupBy(row => ModelTables.Of(row.GetType()))
                .Select(group => group.Key.Create(group.Select((row, i) => row with { Position = i + 1 }))),
            revision: 1,
            Today);

    public static ValueChain Chain(string code = "CH", double weight = 1) => new(code, code, weight);

    public static Stage Stage(string code, double points, string chain = "CH", int order = 1) =>
        new(code, chain, code, order, StageKind.Primary, points, null);

    public static BusinessUnit Unit(string code, double revenue) => new(code, code, revenue, null);

    public static Capability Capability(string code, string? parent = null, double? weight = null) =>
        new(code, parent, code, weight, null, null, null);

    public static Assessment Assessed(
        string capability,
        string unit,
        int importance,
        int current,
        int target,
        Confidence confidence = Confidence.High,
        string? stage = null,
        DateOnly? on = null) => new(capability, unit, stage, importance, current, target, confidence, on ?? Today, null);

    /// <summary>Twelve equal leaves 1.1 to 1.12 of one parent, one stage, one unit: all tie.</summary>
    public static ModelSnapshot Twelve() => Of(
    [
        Chain(), Stage("SHOP", 40), Unit("A", 75), Capability("1"),
        .. Enumerable.Range(1, 12).SelectMany(i => (ModelRow[])
        [
            Capability($"1.{i}", "1"), new StageLink("SHOP", $"1.{i}", LinkStrength.Critical), Assessed($"1.{i}", "A", 4, 1, 3, Confidence.High),
        ]),
    ]);

    /// <summary>The hand-checkable example of the method.</summary>
    public static ModelSnapshot Mini() =>
        Of([
            Chain(),
            Stage("SHOP", 40),
            Stage("TRAVEL", 60, order: 2),
            Unit("A", 75),
            Unit("B", 25),
            Capability("P"),
            Capability("P.1", "P"),
            Capability("P.2", "P"),
            Capability("Q"),
            new StageLink("SHOP", "P.1", LinkStrength.Critical),
            new StageLink("TRAVEL", "P.1", LinkStrength.Supporting),
            new StageLink("TRAVEL", "P.2", LinkStrength.Critical),
            new StageLink("SHOP", "Q", LinkStrength.Supporting),
            new StageLink("TRAVEL", "Q", LinkStrength.Critical),
            new NotApplicable("Q", "B", null),
            Assessed("P.1", "A", 5, 2, 4),
            Assessed("P.1", "A", 5, 3, 4, stage: "TRAVEL"),
            Assessed("P.1", "B", 3, 3, 3, Confidence.Medium),
            Assessed("P.2", "A", 4, 1, 4, Confidence.Medium),
            Assessed("Q", "A", 3, 3, 4),
        ]);
}
