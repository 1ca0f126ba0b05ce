using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Features.Priorities;

/// <summary>Says who leads and what would change that (F6a). The words are made when they are shown, in the culture of the reader.</summary>
/// <param name="Points">The priority of the leader, in points.</param>
/// <param name="Sharing">The number of capabilities that share the first place, 1 or more.</param>
/// <param name="Unless">
/// The smallest change that would give the first place to another; null when no change of a single weight would, or the place is shared.
/// </param>
public sealed record LeadSentence(string Name, double Points, int Sharing, WeightChange? Unless)
{
    /// <summary>The name of the leader, with the number of others that share the first place, if any.</summary>
    public string Leader => Sharing == 1 ? Name : $"{Name} and {Numbers.Count(Sharing - 1, "other", "others")}";

    /// <summary>The rest of the sentence, after the name of the leader.</summary>
    public string Says => (Sharing, Unless) switch
    {
        ( > 1, _) => $"share the first place with {Numbers.One(Points)} points each; nothing in the model decides between them.",
        (_, null) => $"leads with {Numbers.One(Points)} points and stays first whatever a single stage weighs.",
        (_, var change) => $"leads with {Numbers.One(Points)} points; it stays first unless {change.Words}.",
    };

    /// <summary>Returns the sentence for a model; null when nothing is ranked.</summary>
    public static LeadSentence? Of(HeatCube cube)
    {
        if (cube.Priorities.Leader is not { } leader)
        {
            return null;
        }

        var sharing = cube.Priorities.Ranked.Count(item => item.Rank == 1);
        return new LeadSentence(leader.Name, leader.Value ?? 0, sharing, sharing > 1 ? null : WeightChange.NearestOf(cube));
    }
}

/// <summary>A change of the weight of one stage.</summary>
/// <param name="From">The share of all value that the stage has today, 0..1.</param>
/// <param name="To">The share at which the order changes, 0..1.</param>
public sealed record WeightChange(string Stage, double From, double To)
{
    /// <summary>Says the change in words, e.g. "the weight of Book &amp; pay more than doubles (10 % → 21.9 % of all value)".</summary>
    public string Words => $"the weight of {Stage} {Moves((To / From) - 1)} ({Numbers.Percent(From, 1)} → {Numbers.Percent(To, 1)} of all value)";

    /// <summary>Returns the smallest relative change of one stage that would give the first place to another; null when none would.</summary>
    public static WeightChange? NearestOf(HeatCube cube) => Stability.Of(cube, StabilityScope.Top1)
        .Where(interval => interval.Weight > 0)
        .SelectMany(interval => new[]
        {
            (Interval: interval, To: interval.High, Pair: interval.HighPair),
            (Interval: interval, To: interval.Low, Pair: interval.LowPair),
        })
        .Where(end => end is { Pair: not null, To: not null })
        .OrderBy(end => Factor(end.Interval.Weight, end.To!.Value))
        .Select(end => new WeightChange(cube.Stages[cube.StageIndex(end.Interval.Stage)].Name, end.Interval.Weight, end.To!.Value))
        .FirstOrDefault();

    // The factor of a change, 1 or more: doubling and halving count the same.
    private static double Factor(double from, double to) => to >= from ? to / from : from / Math.Max(to, 1e-12);

    private static string Moves(double relative) => relative switch
    {
        >= 2 => $"grows to more than {Math.Floor(relative + 1)} times of what it is",
        >= 1 => "more than doubles",
        >= 0 => $"rises by more than {Numbers.Percent(relative, relative < 0.01 ? 1 : 0)}",
        <= -0.5 => "falls by more than half",
        _ => $"falls by more than {Numbers.Percent(-relative, relative > -0.01 ? 1 : 0)}",
    };
}
