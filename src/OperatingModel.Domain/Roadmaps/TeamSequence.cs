using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Roadmaps;

/// <summary>The suggested order of a team's approved initiatives beside the user's roadmap (F11).</summary>
/// <param name="PlannedDelayCost">Σ value × finish of the roadmap, counted from the first quarter of the plan; null when an initiative is not on
/// it.</param>
public sealed record TeamSequence(string Team, Sequence Suggested, double? PlannedDelayCost)
{
    /// <summary>
    /// How much more the roadmap costs than the suggestion, in need points × quarters; negative when the roadmap works on several at a
    /// time.
    /// </summary>
    public double? Difference => PlannedDelayCost - Suggested.DelayCost;

    /// <summary>Every team with approved initiatives in the decision set, in ordinal order of teams.</summary>
    public static IReadOnlyList<TeamSequence> AllOf(ModelSnapshot model, string decisionSet)
    {
        var values = Selection.Standalone(PortfolioProblem.Of(model));
        return
        [
            .. DecisionSets.InitiativesOf(model, decisionSet)
                .Select(code => model.Table<Initiative>().Find(code))
                .Where(initiative => initiative?.Team is not null)
                .GroupBy(initiative => initiative!.Team!, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => Of(model, group.Key, [.. group!], values)),
        ];
    }

    private static TeamSequence Of(ModelSnapshot model, string team, Initiative[] initiatives, IReadOnlyDictionary<string, double> values)
    {
        var prerequisites = model.Table<InitiativePrerequisite>().ToLookup(row => row.Initiative, row => row.Prerequisite);
        var first = model.Meta.FirstQuarter;
        var jobs = initiatives.Select(initiative => new Job(
            initiative.Code,
            values[initiative.Code],
            initiative.DurationQuarters,
            [.. prerequisites[initiative.Code]],
            initiative.Deadline - first + 1)).ToArray();
        var ends = PlanEnds.Of(model);
        var planned = jobs.All(job => ends.ContainsKey(job.Code)) ? jobs.Sum(job => job.Value * (ends[job.Code] - first + 1)) : (double?)null;
        return new TeamSequence(team, Sequence.Of(jobs), planned);
    }
}
