using OperatingModel.Domain.HeatMaps;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Priorities;

/// <summary>Stability intervals (F6a) as sentences.</summary>
internal static class StabilitySentence
{
    /// <summary>The smallest relative change of one stage that would overturn the order, e.g. "Book &amp; pay more than doubles (10 % → 21.9 %)"; null when none would.</summary>
    public static string? Nearest(IEnumerable<StabilityInterval> intervals, HeatCube cube) => intervals
        .SelectMany(interval => new[]
        {
            (Interval: interval, To: interval.High, Relative: interval.HighRelative, Pair: interval.HighPair, Factor: 1 + (interval.HighRelative ?? 0)),
            (Interval: interval, To: interval.Low, Relative: interval.LowRelative, Pair: interval.LowPair, Factor: 1 / Math.Max(1 + (interval.LowRelative ?? 0), 1e-12)),
        })
        .Where(end => end is { Pair: not null, Relative: not null, To: not null })
        .OrderBy(end => end.Factor)
        .Select(end => $"{cube.Stages[cube.StageIndex(end.Interval.Stage)].Name} {Change(end.Relative!.Value)} ({Numbers.Percent(end.Interval.Weight)} → {Numbers.Percent(end.To, 1)})")
        .FirstOrDefault();

    /// <summary>A relative change in plain words.</summary>
    private static string Change(double relative) => relative switch
    {
        >= 2 => $"grows to more than {Math.Floor(relative + 1)} times its weight",
        >= 1 => "more than doubles",
        >= 0 => $"gains more than {Numbers.Percent(relative)}",
        <= -0.5 => "loses more than half",
        _ => $"loses more than {Numbers.Percent(-relative)}",
    };
}
