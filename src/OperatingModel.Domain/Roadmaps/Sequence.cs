using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Roadmaps;

/// <summary>A piece of work for one team.</summary>
/// <param name="Value">Need points it removes once finished.</param>
/// <param name="Duration">Quarters, at least 1.</param>
/// <param name="Prerequisites">Jobs that come first; codes that are not in the list do not count.</param>
/// <param name="Deadline">Number of the quarter by whose end it must be finished, from 1; null when free.</param>
public sealed record Job(string Code, double Value, int Duration, IReadOnlyList<string> Prerequisites, int? Deadline = null)
{
    /// <summary>Cost of delay divided by duration: need points per quarter (CD3).</summary>
    public double ValuePerQuarter => Value / Duration;
}

/// <summary>A job in its place.</summary>
/// <param name="Start">Quarters before it, from 0.</param>
/// <param name="Finish">Number of the quarter by whose end it is finished.</param>
/// <param name="IsRushed">Chosen because no order meets all deadlines any more.</param>
public sealed record SequenceStep(Job Job, int Start, int Finish, bool IsRushed)
{
    /// <summary>Value × finish.</summary>
    public double DelayCost => Job.Value * Finish;

    public bool MissesDeadline => Finish > Job.Deadline;
}

/// <summary>
/// The suggested order of a team's work, one job at a time (F11): of the jobs that are ready and whose start still lets every
/// remaining deadline be met, the one with most need points per quarter; if there is none, the earliest effective deadline.
/// Without prerequisites and deadlines no order costs less (Smith 1956); with them the rule is a heuristic.
/// </summary>
public sealed record Sequence(IReadOnlyList<SequenceStep> Steps)
{
    /// <summary>Σ value × finish, in need points × quarters.</summary>
    public double DelayCost => Steps.Sum(step => step.DelayCost);

    public IReadOnlyList<string> MissedDeadlines => [.. Steps.Where(step => step.MissesDeadline).Select(step => step.Job.Code)];

    public static Sequence Of(IReadOnlyList<Job> jobs)
    {
        var deadlines = EffectiveDeadlines(jobs);
        var remaining = jobs.OrderBy(job => job.Code, StringComparer.Ordinal).ToList();
        var steps = new List<SequenceStep>();
        var time = 0;
        while (remaining.Count > 0)
        {
            var ready = remaining.Where(job => !remaining.Exists(other => job.Prerequisites.Contains(other.Code))).ToArray();
            // Jobs that wait for each other in a circle are an error of the model; they are taken as they come.
            ready = ready.Length > 0 ? ready : [.. remaining];
            var timely = ready.Where(job => MeetsAll(job, remaining, deadlines, time)).ToArray();
            var next = timely.Length > 0
                ? TieOrder.Sort(timely, job => job.Code, job => job.ValuePerQuarter)[0]
                : TieOrder.Sort(ready, job => job.Code, job => -(double?)deadlines[job.Code], job => job.ValuePerQuarter)[0];
            steps.Add(new SequenceStep(next, time, time + next.Duration, timely.Length == 0));
            time += next.Duration;
            remaining.Remove(next);
        }

        return new Sequence(steps);
    }

    /// <summary>Explains the delay cost: what waiting for each job costs.</summary>
    public Explanation Explain(string team, ModelSnapshot? model = null) => new(
        $"Delay cost of the suggested order for {team}",
        "Sum over the jobs: need points times the quarters until they are finished.",
        DelayCost,
        new FigureUnit("need points × quarters", 1),
        [
            .. Steps.Select(step => new ExplanationTerm(
                ModelInput.NameOf<Initiative>(model, step.Job.Code),
                [ModelInput.Of<Initiative>(model, step.Job.Code)],
                step.DelayCost,
                $"{FigureText.Of(step.Job.ValuePerQuarter)} a quarter{(step.IsRushed ? "; taken for its deadline" : "")}")
            {
                Formula = Formula.Of("need points", step.Job.Value, FigureUnit.Points) * Formula.Of("quarters", step.Finish),
            }),
        ],
        [.. MissedDeadlines.Select(code => $"{ModelInput.NameOf<Initiative>(model, code)} misses its deadline in every order tried.")],
        []);

    /// <summary>A prerequisite must be finished early enough for what it unlocks. A job without any deadline has none.</summary>
    private static Dictionary<string, int?> EffectiveDeadlines(IReadOnlyList<Job> jobs)
    {
        var deadlines = jobs.ToDictionary(job => job.Code, job => job.Deadline, StringComparer.Ordinal);
        // Each round carries deadlines one step down; more rounds than jobs would only follow a circle.
        for (var round = 0; round < jobs.Count; round++)
        {
            foreach (var job in jobs)
            {
                foreach (var needed in job.Prerequisites.Where(deadlines.ContainsKey))
                {
                    var inherited = deadlines[job.Code] - job.Duration;
                    deadlines[needed] = inherited < (deadlines[needed] ?? int.MaxValue) ? inherited : deadlines[needed];
                }
            }
        }

        return deadlines;
    }

    /// <summary>Whether, with this job first, taking the others by earliest deadline meets every deadline.</summary>
    private static bool MeetsAll(Job first, List<Job> remaining, Dictionary<string, int?> deadlines, int time)
    {
        time += first.Duration;
        if (time > deadlines[first.Code])
        {
            return false;
        }

        foreach (var job in remaining.Where(job => job != first && deadlines[job.Code] is not null).OrderBy(job => deadlines[job.Code]))
        {
            time += job.Duration;
            if (time > deadlines[job.Code])
            {
                return false;
            }
        }

        return true;
    }
}
