using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>Decides how each measure is written, coloured and named. Only heat has the warm colours.</summary>
internal static class Scales
{
    private static readonly string[] Levels = ["1", "2", "3", "4", "5"];

    /// <param name="largest">The largest single amount in the model, for measures without an upper limit.</param>
    public static GridScale Of(Measure measure, ModelSettings settings, double largest) =>
        measure switch
        {
            Measure.Heat => new(
                "Heat",
                "",
                1,
                0,
                "heat",
                [settings.CoolFrom, settings.WarmFrom, settings.HotFrom, settings.CriticalFrom],
                true,
                Enum.GetNames<HeatBand>(),
                false),
            Measure.Priority => new(
                "Priority",
                "points",
                0.1,
                1,
                "step",
                [0.05 * largest, 0.2 * largest, 0.4 * largest, 0.7 * largest],
                false,
                ["least", "little", "some", "much", "most"],
                true),
            Measure.Gap => new("Gap", "levels", 0.1, 1, "step", [0, 1, 2, 3], true, ["no gap", "below 1", "1 to 2", "2 to 3", "3 or more"], false),
            Measure.Importance => new("Importance", "of 5", 0.1, 1, "step", [1.5, 2.5, 3.5, 4.5], false, Levels, false),
            Measure.Current => Maturity("Current maturity"),
            Measure.Target => Maturity("Target maturity"),
            Measure.Coverage => Percent("Coverage"),
            Measure.Confidence => Percent("Confidence"),
            Measure.Enablement => Percent("Technology enablement"),
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };

    /// <summary>Whether a measure is computed from the given scores, so that missing ones may change it.</summary>
    public static bool RestsOnScores(Measure measure) => measure is not (Measure.Coverage or Measure.Enablement);

    /// <summary>Returns the legend of a measure.</summary>
    public static IReadOnlyList<LegendItem> LegendOf(Measure measure, GridScale scale)
    {
        var colour = scale.Palette == "heat" ? "shade" : "step";
        List<LegendItem> items =
        [
            .. scale.Bands.Select((band, shade) => new LegendItem($"{colour}-{shade}", null, band) { Limits = Limits(measure, scale, shade) }),
            new("hatch", null, "unknown"),
            new("not-applicable", null, "n/a") { Title = "The capability does not exist in the business unit" },
        ];
        if (RestsOnScores(measure))
        {
            items.Add(new LegendItem($"partly {colour}-2", null, "partly known")
            {
                Title = "Hatched along the bottom: the share that nobody has assessed; the figure is that of the rest",
            });
        }

        if (measure == Measure.Heat)
        {
            items.Add(new LegendItem("peak", null, "hot spot") { Title = "The hottest cell lies two or more bands above the mean" });
        }

        return items;
    }

    private static string? Limits(Measure measure, GridScale scale, int shade) => measure switch
    {
        Measure.Heat => shade switch
        {
            0 => "0",
            4 => $"{Numbers.Whole(scale.Thresholds[3])}–100",
            _ => $"{Numbers.Whole(scale.Thresholds[shade - 1])}–{Numbers.Whole(scale.Thresholds[shade])}",
        },
        Measure.Priority => shade == 0 ? $"to {Numbers.One(scale.Thresholds[0])}" : $"from {Numbers.One(scale.Thresholds[shade - 1])}",
        _ => null,
    };

    private static GridScale Maturity(string name) =>
        new(name, "of 5", 0.1, 1, "step", [1, 2, 3, 4], false, ["0 to 1", "1 to 2", "2 to 3", "3 to 4", "4 to 5"], false);

    private static GridScale Percent(string name) =>
        new(name, "%", 1, 0, "step", [25, 50, 75, 95], false, ["below 25", "25 to 50", "50 to 75", "75 to 95", "95 and more"], false);
}
