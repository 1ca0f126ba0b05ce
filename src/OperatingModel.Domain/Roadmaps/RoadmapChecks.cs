using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Roadmaps;

/// <summary>What is wrong with a plan.</summary>
public enum RoadmapConflictKind
{
    /// <summary>End − start + 1 is not the duration of the initiative.</summary>
    Duration,

    /// <summary>A prerequisite does not end before the start, or is not on the plan.</summary>
    Prerequisite,
    Deadline,

    /// <summary>A round pays for the initiative, but no quarter of work lies in it.</summary>
    RoundWithoutWork,

    /// <summary>A team works on more initiatives at a time than its limit.</summary>
    TooManyAtOnce,
    VetoedOnPlan,
}

/// <summary>One conflict of the plan.</summary>
/// <param name="Items">Codes of the roadmap items concerned, in ordinal order.</param>
/// <param name="Message">A sentence with the remedy.</param>
public sealed record RoadmapConflict(RoadmapConflictKind Kind, IReadOnlyList<string> Items, string Message);

/// <summary>Checks a roadmap (F20): durations, prerequisites, deadlines, funded rounds, limits of teams, vetoes.</summary>
public static class RoadmapChecks
{
    /// <summary>An initiative on the plan, from the start of its first item to the end of its last.</summary>
    private sealed record Bar(Initiative Initiative, RoadmapItem[] Items)
    {
        public string Code => Initiative.Code;

        public Quarter Start { get; } = Items.Min(item => item.Start);

        public Quarter End { get; } = Items.Max(item => item.End);

        public IEnumerable<string> ItemCodes => Items.Select(item => item.Code);
    }

    /// <summary>All conflicts, by kind, then in the order of the plan.</summary>
    public static IReadOnlyList<RoadmapConflict> Of(ModelSnapshot model)
    {
        Bar[] bars =
        [
            .. model.Table<RoadmapItem>().Where(item => item is { Kind: RoadmapItemKind.Initiative, Initiative: not null })
                .GroupBy(item => item.Initiative!, StringComparer.Ordinal)
                .Where(group => model.Table<Initiative>().Contains(group.Key))
                .Select(group => new Bar(model.Table<Initiative>().Find(group.Key)!, [.. group])),
        ];
        return
        [
            .. bars.Where(bar => bar.End - bar.Start + 1 != bar.Initiative.DurationQuarters).Select(bar => Conflict(
                RoadmapConflictKind.Duration,
                bar,
                $"{bar.Code} takes {bar.Initiative.DurationQuarters} quarters but {bar.End - bar.Start + 1} are planned: stretch or shorten it.")),
            .. Prerequisites(model, bars),
            .. bars.Where(bar => bar.End > bar.Initiative.Deadline).Select(bar => Conflict(
                RoadmapConflictKind.Deadline, bar, $"{bar.Code} ends in {bar.End} but is due by {bar.Initiative.Deadline}: start earlier.")),
            .. RoundsWithoutWork(model, bars),
            .. TooManyAtOnce(model, bars),
            .. bars.Where(bar => model.Table<SecurityReview>().Find(bar.Code)?.Status == SecurityStatus.Vetoed).Select(bar => Conflict(
                RoadmapConflictKind.VetoedOnPlan, bar, $"{bar.Code} is vetoed: take it off the plan or ask the security role.")),
        ];
    }

    private static RoadmapConflict Conflict(RoadmapConflictKind kind, Bar bar, string message) => Conflict(kind, bar.ItemCodes, message);

    private static RoadmapConflict Conflict(RoadmapConflictKind kind, IEnumerable<string> items, string message) =>
        new(kind, [.. items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], message);

    private static IEnumerable<RoadmapConflict> Prerequisites(ModelSnapshot model, Bar[] bars)
    {
        var needs = model.Table<InitiativePrerequisite>().ToLookup(row => row.Initiative, row => row.Prerequisite);
        foreach (var bar in bars)
        {
            foreach (var needed in needs[bar.Code])
            {
                if (Array.Find(bars, other => other.Code == needed) is not { } before)
                {
                    yield return Conflict(RoadmapConflictKind.Prerequisite, bar, $"{bar.Code} needs {needed}, which is not on the plan: add it.");
                }
                else if (before.End >= bar.Start)
                {
                    yield return Conflict(
                        RoadmapConflictKind.Prerequisite,
                        [.. before.ItemCodes, .. bar.ItemCodes],
                        $"{bar.Code} starts in {bar.Start} but needs {needed}, which ends in {before.End}: start later.");
                }
            }
        }
    }

    private static IEnumerable<RoadmapConflict> RoundsWithoutWork(ModelSnapshot model, Bar[] bars) =>
        from bar in bars
        from round in model.Table<FundingRound>()
        where model.Table<InitiativeCost>().Find(RowKey.Of(bar.Code, round.Code)) is { Amount: > 0 }
        where !Array.Exists(bar.Items, item => item.Start <= round.LastQuarter && item.End >= round.FirstQuarter)
        select Conflict(
            RoadmapConflictKind.RoundWithoutWork,
            bar,
            $"{bar.Code} costs money in {round.Code} but no quarter of its work lies between {round.FirstQuarter} and {round.LastQuarter}: "
                + "move the bar or the money.");

    // The number of items at a time is highest where one starts.
    private static IEnumerable<RoadmapConflict> TooManyAtOnce(ModelSnapshot model, Bar[] bars) =>
        from work in bars.SelectMany(bar => bar.Items.Select(item => (Team: item.Team ?? bar.Initiative.Team, Item: item)))
            .ToLookup(pair => pair.Team, pair => pair.Item)
        let limit = work.Key is null ? null : model.Table<Team>().Find(work.Key)?.WipLimit
        from quarter in work.Select(item => item.Start).Distinct().Order()
        let busy = work.Where(item => item.Start <= quarter && item.End >= quarter).ToArray()
        let count = busy.Select(item => item.Initiative).Distinct(StringComparer.Ordinal).Count()
        where count > limit
        select Conflict(
            RoadmapConflictKind.TooManyAtOnce,
            busy.Select(item => item.Code),
            $"{work.Key} works on {count} initiatives in {quarter}, its limit is {limit}: move one or give it to another team.");
}
