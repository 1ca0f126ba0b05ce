using OperatingModel.Domain;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Tables;
using Column = OperatingModel.Exchange.Tables.TableColumn<OperatingModel.Exchange.Priorities.PriorityRow>;

namespace OperatingModel.Exchange.Priorities;

/// <summary>The columns of the funding priorities, defined once for xlsx, csv and json.</summary>
internal static class PriorityColumns
{
    public const string StageGroup = "priorityByStage";
    public const string UnitGroup = "priorityByUnit";

    /// <summary>How many columns stay in sight while scrolling: up to the name.</summary>
    public const int Leading = 5;

    /// <param name="line">The rank after which a line is drawn; null for none.</param>
    public static IReadOnlyList<Column> Of(HeatCube cube, ModelSnapshot model, int? line) =>
        [
            .. Place(),
            .. Line(line),
            .. Need(),
            .. Heat(HeatBands.Of(model.Settings)),
            .. Belonging(model),
            .. cube.Stages.Select(stage =>
                Part(
                    StageGroup,
                    stage.Code,
                    $"Stage: {stage.Name}",
                    $"Points of the priority from the stage {stage.Name}; the stages add up to the priority.",
                    row => row.ByStage)),
            .. cube.Units.Select(unit =>
                Part(
                    UnitGroup,
                    unit.Code,
                    $"Unit: {unit.Name}",
                    $"Points of the priority from the business unit {unit.Name}; the units add up to the priority.",
                    row => row.ByUnit)),
            .. Gaps(model),
        ];

    /// <summary>What every row says about the file, in formats without a place beside the table.</summary>
    public static IReadOnlyList<Column> Circumstances(PriorityExport export) =>
    [
        new("model", "Model", "Name and code of the model.", ColumnKind.Text,
            _ => TableValue.Of($"{export.Model.Meta.Name} ({export.Model.Meta.Code}), revision {export.Model.Revision}")),
        new("asOf", "As of", "The day for which the figures hold.", ColumnKind.Date, _ => TableValue.Of(export.Model.AsOf)),
        new("exportedAt", "Exported at", "Moment of the export, universal time.", ColumnKind.Text, _ => TableValue.Of(IsoText.Of(export.ExportedAt))),
        new("weights", "Weights", "The model's own, or those of a what-if.", ColumnKind.Text,
            _ => TableValue.Of(export.IsWhatIf ? "what-if" : "own")),
        new("filter", "Filter", "What was looked for; empty where all rows are listed.", ColumnKind.Text, _ => TableValue.Of(export.Scope.Filter)),
        new("lineAfter", "Line after", "The rank under which nothing is funded; empty where no line is drawn.", ColumnKind.Whole,
            _ => export.Scope.Line is null ? TableValue.Nothing : TableValue.Of(export.Scope.Line)),
    ];

    private static IEnumerable<Column> Line(int? line) => line is null ? [] :
    [
        new("aboveLine", "Above the line", $"Whether its rank is {line} or better; under the line nothing is funded.", ColumnKind.YesNo,
            row => TableValue.Of(row.Priority.Rank <= line)) { Width = 8 },
    ];

    private static IEnumerable<Column> Place() =>
        [
            new("rank", "Rank", "Place by priority, 1 for the most urgent; equal priorities share the better place.", ColumnKind.Whole, row =>
                TableValue.Of(row.Priority.Rank))
            {
                Width = 7,
            },
            new("rankBest", "Best rank", "Best rank it could have once everything is assessed.", ColumnKind.Whole, row =>
                TableValue.Of(row.Priority.BestRank))
            {
                Width = 7,
            },
            new("rankWorst", "Worst rank", "Worst rank it could have once everything is assessed.", ColumnKind.Whole, row =>
                TableValue.Of(row.Priority.WorstRank))
            {
                Width = 7,
            },
            new("code", "Code", "Code of the capability.", ColumnKind.Text, row => TableValue.Of(row.Priority.Code)),
            new("capability", "Capability", "Name of the capability; only those without children are ranked.", ColumnKind.Text, row =>
                TableValue.Of(row.Priority.Name))
            {
                Width = 38,
            },
            new("level1Code", "Level 1 code", "Code of the level-1 capability it belongs to.", ColumnKind.Text, row => TableValue.Of(row.Level1.Code))
            {
                Width = 8,
            },
            new("level1", "Level 1", "Name of the level-1 capability it belongs to.", ColumnKind.Text, row => TableValue.Of(row.Level1.Name))
            {
                Width = 28,
            },
        ];

    private static IEnumerable<Column> Need() =>
        [
            Points(
                "priority",
                "Priority",
                "Points from 0 to 1000: 10 × reach × heat, a missing score counting with the capability's own mean heat (F5).",
                row => row.Priority.Value),
            Points("priorityLow", "Priority, lowest", "Priority if no missing score held any heat.", row => row.Priority.Low),
            Points("priorityHigh", "Priority, highest", "Priority if every missing score held a heat of 100.", row => row.Priority.High),
            Share("needShare", "Share of need", "Its need points as a share of those of all capabilities.", row => row.NeedShare),
            Share("needShareCumulative", "Cumulative share", "Share of need of this row and all above it.", row => row.CumulativeShare) with
            {
                Width = 11,
            },
            Points("need", "Need points", "Priority times size weight: an amount that adds up over capabilities (F5).", row => row.Priority.Need),
        ];

    private static IEnumerable<Column> Heat(HeatBands bands) =>
        [
            Share("reach", "Reach", "Share of all customer value that depends on it (F2).", row => row.Priority.Reach),
            Points("heat", "Heat", "Mean heat of its assessed cells, 0 to 100 (F3, F4).", row => row.Priority.Heat) with
            {
                ShadeOf = row => row.Priority.Band,
            },
            new("band", "Band", "The heat in words, by the bands of the model.", ColumnKind.Text, row =>
                row.Priority.Band is { } band ? TableValue.Of(band.ToString()) : TableValue.Unknown)
            {
                ShadeOf = row => row.Priority.Band,
            },
            Points("peak", "Peak", "Its hottest assessed cell, 0 to 100.", row => row.Priority.Peak) with
            {
                ShadeOf = row => row.Priority.Peak is { } peak ? bands.BandOf(peak) : null,
            },
            new("hiddenHotSpot", "Hidden hot spot", "Whether the peak lies two or more bands above the mean heat.", ColumnKind.YesNo, row =>
                TableValue.Of(row.Priority.Heat is null ? null : row.Priority.HiddenHotSpot))
            {
                Width = 11,
            },
            Share("coverage", "Coverage", "Share of its mass that is assessed (F4).", row => row.Priority.Coverage),
            Share(
                "confidence",
                "Confidence",
                "Mean confidence of its assessments, 30% low to 90% high unless the settings say otherwise (F4).",
                row => row.Priority.Confidence) with
            {
                Width = 11,
            },
            new("trust", "Trust", "How far the figures can be relied on, from coverage and confidence.", ColumnKind.Text, row =>
                row.Priority.Trust == TrustLabel.None ? TableValue.Unknown : TableValue.Of(row.Priority.Trust.ToString())),
        ];

    private static IEnumerable<Column> Belonging(ModelSnapshot model) =>
        [
            new("objectives", "Objectives", "The strategic objectives it serves.", ColumnKind.List, row => TableValue.Of(row.Objectives))
            {
                Width = 34,
                WordsOf = Named<StrategicObjective>(model),
            },
            new("ownerTeamCode", "Owner team code", "Code of the team that answers for it; empty when nobody does.", ColumnKind.Text, row =>
                TableValue.Of(row.OwnerTeamCode))
            {
                Width = 11,
            },
            new("ownerTeam", "Owner team", "Name of the team that answers for it; empty when nobody does.", ColumnKind.Text, row =>
                TableValue.Of(row.OwnerTeam?.Name))
            {
                Width = 26,
            },
            new("oldestAssessment", "Oldest assessment", "Day of its oldest assessment in the business units in scope.", ColumnKind.Date, row =>
                TableValue.Of(row.OldestAssessment))
            {
                Width = 12,
            },
        ];

    private static IEnumerable<Column> Gaps(ModelSnapshot model) =>
    [
        new("gapingHoles", "Gaping holes", "Business units where it matters, has a gap, and no technology supports it (F23).", ColumnKind.List,
            row => TableValue.Of(row.GapingHoles))
        {
            Width = 30,
            WordsOf = Named<BusinessUnit>(model),
        },
        new("weakTechnology", "Weak technology", "Business units where it matters, has a gap, and its technology fits badly (F23).", ColumnKind.List,
            row => TableValue.Of(row.WeakTechnology))
        {
            Width = 30,
            WordsOf = Named<BusinessUnit>(model),
        },
        new("notAssessed", "Not yet assessed", "Business units with a missing score, the one that hides most first.", ColumnKind.List,
            row => TableValue.Of(row.NotAssessed))
        {
            Width = 30,
            WordsOf = Named<BusinessUnit>(model),
        },
    ];

    // The name first, and the code for those who look it up.
    private static Func<string, string> Named<TRow>(ModelSnapshot model) where TRow : ModelRow =>
        code => $"{ModelInput.NameOf<TRow>(model, code)} ({code})";

    private static Column Points(string name, string header, string description, Func<PriorityRow, double?> figure) =>
        new(name, header, description, ColumnKind.Number, row => TableValue.Of(figure(row)));

    private static Column Share(string name, string header, string description, Func<PriorityRow, double?> share) =>
        new(name, header, description, ColumnKind.Percent, row => TableValue.Of(share(row)));

    private static Column Part(
        string group,
        string code,
        string header,
        string description,
        Func<PriorityRow, IReadOnlyDictionary<string, double>> parts
    ) => new(code, header, description, ColumnKind.Number, row => PartOf(row, parts(row), code)) { Group = group, Width = 12 };

    // Where it has no cell there is nothing; where it has cells but nobody has assessed any of its cells, the part is unknown.
    private static TableValue PartOf(PriorityRow row, IReadOnlyDictionary<string, double> parts, string code) =>
        !parts.TryGetValue(code, out var amount) ? TableValue.Nothing
        : row.Priority.Value is null ? TableValue.Unknown
        : TableValue.Of(amount);
}
