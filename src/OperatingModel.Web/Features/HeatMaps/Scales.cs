using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.HeatMaps;

/// <summary>How each measure is written, coloured and named. Heat alone has the warm colours.</summary>
internal static class Scales
{
    private static readonly string[] Levels = ["1", "2", "3", "4", "5"];

    /// <param name="largest">The largest single amount of the model, for measures without a fixed top.</param>
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
            Measure.Current => new(
                "Current maturity",
                "of 5",
                0.1,
                1,
                "step",
                [1, 2, 3, 4],
                false,
                ["0 to 1", "1 to 2", "2 to 3", "3 to 4", "4 to 5"],
                false),
            Measure.Target => new(
                "Target maturity",
                "of 5",
                0.1,
                1,
                "step",
                [1, 2, 3, 4],
                false,
                ["0 to 1", "1 to 2", "2 to 3", "3 to 4", "4 to 5"],
                false),
            Measure.Coverage => Percent("Coverage"),
            Measure.Confidence => Percent("Confidence"),
            Measure.Enablement => Percent("Technology enablement"),
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };

    /// <summary>Whether a measure is the mean of what is assessed, so that it may change with what is not.</summary>
    public static bool RestsOnScores(Measure measure) => measure is not (Measure.Coverage or Measure.Enablement);

    private static GridScale Percent(string name) =>
        new(name, "%", 1, 0, "step", [25, 50, 75, 95], false, ["below 25", "25 to 50", "50 to 75", "75 to 95", "95 and more"], false);
}
