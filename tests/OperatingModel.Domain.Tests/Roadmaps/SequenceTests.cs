using FsCheck.Fluent;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Tests.Portfolio;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.Roadmaps;

public sealed class SequenceTests
{
    public static TheoryData<string> Vectors => [.. MethodVectors.Ids("F11")];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Most_need_per_quarter_goes_first_as_long_as_every_deadline_can_be_met(string id)
    {
        var jobs = MethodVectors
            .Input(id)
            .GetProperty("jobs")
            .EnumerateObject()
            .Select(job => new Job(
                job.Name,
                job.Value.Number("value")!.Value,
                job.Value.GetProperty("duration").GetInt32(),
                [.. job.Value.GetProperty("deps").Strings()],
                (int?)job.Value.Number("deadline")));
        ShouldMatch(Sequence.Of([.. jobs]), MethodVectors.Expected(id), 1e-9);
    }

    [Fact]
    public void A_prerequisite_is_due_early_enough_for_what_it_unlocks()
    {
        // B is due by 3 and takes 1, so A is due by 2; C would bring more but A cannot wait.
        var sequence = Sequence.Of([new Job("A", 1, 2, []), new Job("B", 1, 1, ["A"], 3), new Job("C", 50, 1, [])]);
        sequence.Steps.Select(step => step.Job.Code).ShouldBe(["A", "B", "C"]);
        sequence.MissedDeadlines.ShouldBeEmpty();
    }

    [Fact]
    public void Jobs_that_wait_for_each_other_are_still_put_in_order() =>
        Sequence.Of([new Job("A", 1, 1, ["B"]), new Job("B", 2, 1, ["A"], 5)]).Steps.Select(step => step.Job.Code).ShouldBe(["B", "A"]);

    [Fact]
    public void Without_prerequisites_and_deadlines_no_order_costs_less() => RandomModels.ForAll(Gen.Choose(0, int.MaxValue - 1), seed =>
    {
        var random = new Random(seed);
        Job[] jobs = [.. Enumerable.Range(0, random.Next(1, 7)).Select(i => new Job($"J{i}", random.Next(0, 20), random.Next(1, 5), []))];
        var sequence = Sequence.Of(jobs);
        sequence.DelayCost.ShouldBe(Permutations(jobs).Min(DelayCost), 1e-9);
        sequence.Explain("T").Terms.Sum(term => term.Amount).ShouldBe(sequence.DelayCost, 1e-9);
    });

    [Fact]
    public void Prerequisites_come_first_and_a_possible_set_of_deadlines_is_met() => RandomModels.ForAll(Gen.Choose(0, int.MaxValue - 1), seed =>
        {
            var random = new Random(seed);
            Job[] jobs =
            [
                .. Enumerable
                    .Range(0, random.Next(1, 7))
                    .Select(i => new Job(
                        $"J{i}",
                        random.Next(0, 20),
                        random.Next(1, 5),
                        [.. Enumerable.Range(0, i).Where(_ => random.Next(5) == 0).Select(p => $"J{p}")],
                        random.Next(3) == 0 ? random.Next(1, 20) : null)),
            ];
            var sequence = Sequence.Of(jobs);
            Keeps([.. sequence.Steps.Select(step => step.Job)]).ShouldBeTrue();
            if (Permutations(jobs).Where(Keeps).Any(order => MissedBy(order) == 0))
            {
                sequence.MissedDeadlines.ShouldBeEmpty();
            }
        });

    [Fact]
    public void The_airlines_pre_flight_team()
    {
        var team = TeamSequence.AllOf(SampleModels.Airline(Models.Today), "HEAT").Single(t => t.Team == "T-PRE");
        ShouldMatch(team.Suggested, MethodVectors.Airline.GetProperty("sequencePre"), 1e-6);
        team.PlannedDelayCost.ShouldNotBeNull();
    }

    private static void ShouldMatch(Sequence sequence, System.Text.Json.JsonElement expected, double near)
    {
        sequence.Steps.Select(step => step.Job.Code).ShouldBe(expected.GetProperty("order").Strings());
        sequence
            .Steps.ToDictionary(step => step.Job.Code, step => step.Finish)
            .ShouldBe(expected.GetProperty("finish").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetInt32()), ignoreOrder: true);
        sequence.DelayCost.ShouldBe(expected.Number("delayCost")!.Value, near);
        sequence.MissedDeadlines.ShouldBe(expected.GetProperty("missedDeadlines").Strings());
    }

    private static IEnumerable<Job[]> Permutations(Job[] jobs) => jobs.Length == 0
        ? [[]]
        : jobs.SelectMany(first => Permutations([.. jobs.Where(job => job != first)]).Select(rest => (Job[])[first, .. rest]));

    private static double DelayCost(Job[] order) => order.Select((job, i) => job.Value * order.Take(i + 1).Sum(before => before.Duration)).Sum();

    private static bool Keeps(Job[] order) =>
        order.Select((job, i) => job.Prerequisites.All(p => order.Take(i).Any(before => before.Code == p))).All(kept => kept);

    private static int MissedBy(Job[] order) => order.Where((job, i) => order.Take(i + 1).Sum(before => before.Duration) > job.Deadline).Count();
}
