using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Priorities;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Priorities;

/// <summary>Exports to look at, and the bytes they become.</summary>
internal static class Exports
{
    public static readonly DateTimeOffset Moment = new(2026, 3, 1, 10, 30, 15, TimeSpan.FromHours(1));

    public static ModelSnapshot Airline { get; } = SampleModels.Airline(new DateOnly(2026, 3, 1));

    /// <summary>The airline sample in which C3.2 is not assessed at all, and X serves no stage.</summary>
    public static ModelSnapshot WithUnknown { get; } = Airline.With(
        [
            .. Airline.Assessments.Where(assessment => assessment.Capability == "C3.2").Select(RowChange.Remove),
            RowChange.Add(new Capability("X", null, "Serves no stage", null, null, null, null) { Position = 1000 }),
        ],
        revision: 7);

    /// <summary>A model with one stage and one unit; its capabilities are assessed and have these names.</summary>
    public static ModelSnapshot Named(params IReadOnlyList<string> names) => Of(
    [
        new ValueChain("CH", "Chain"), new Stage("S", "CH", names[0], 1, StageKind.Primary, 10, null), new BusinessUnit("U", names[^1], 100, null),
        .. names.SelectMany((name, i) => new ModelRow[]
        {
            new Capability($"C{i}", null, name, null, null, null, null),
            new StageLink("S", $"C{i}", LinkStrength.Critical),
            new Assessment($"C{i}", "U", null, 5, 2, 4, Confidence.High, new DateOnly(2026, 1, 31), null),
        }),
    ]);

    public static ModelSnapshot Of(params IEnumerable<ModelRow> rows) => ModelSnapshot.Of(
        rows.Append(new ModelMeta("M", "Model", null, null, "EUR", "kEUR", null, new Quarter(2026, 1), 8, null))
            .GroupBy(row => ModelTables.Of(row.GetType()))
            .Select(group => group.Key.Create(group.Select((row, i) => row with { Position = i + 1 }))),
        revision: 1,
        new DateOnly(2026, 3, 1));

    public static PriorityExport Export(this ModelSnapshot model, HeatWeights? weights = null, PriorityScope? scope = null) =>
        new(model, weights ?? HeatWeights.Of(model), Moment, "Ada Example", scope);

    /// <summary>Those whose name holds "Customer", with a line after the fifth rank.</summary>
    public static PriorityScope Customers { get; } =
        new() { Filter = "Customer", IsListed = item => item.Name.Contains("Customer", StringComparison.OrdinalIgnoreCase), Line = 5 };

    public static byte[] Bytes(this PriorityExport export, Action<PriorityExport, Stream> write)
    {
        using var stream = new MemoryStream();
        write(export, stream);
        return stream.ToArray();
    }
}
