using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Roadmaps;
using OperatingModel.Domain.Tests.Portfolio;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.Roadmaps;

public sealed class TrajectoryTests
{
    private static readonly Quarter First = new(2026, 1);

    [Fact]
    public void Need_falls_when_initiatives_are_finished() // F20-01: 624, 304, 304, 0, 0
    {
        var input = MethodVectors.Input("F20-01");
        var lifts = new PlannedLifts(
            input
                .GetProperty("initiatives")
                .EnumerateObject()
                .Select(i => new PlannedLift(
                    i.Name,
                    i.Value.Number("p")!.Value,
                    VectorPortfolios.UpliftsOf(i.Value),
                    First + input.GetProperty("endQuarterIndex").GetProperty(i.Name).GetInt32())));
        var quarters = Enumerable.Range(0, input.GetProperty("quarters").GetInt32()).Select(i => First + i).ToArray();
        var trajectory = Trajectory.Of(VectorPortfolios.CellsOf(input.GetProperty("cells")), lifts, quarters);
        var expected = MethodVectors.Expected("F20-01").EnumerateArray().Select(need => need.GetDouble()).ToArray();
        trajectory.Points.Count.ShouldBe(expected.Length);
        foreach (var (point, need) in trajectory.Points.Zip(expected))
        {
            point.NeedPoints.ShouldBe(need, 1e-9);
        }

        trajectory.Points.Select(point => string.Join(",", point.Finished)).ShouldBe(["", "a", "", "b", ""]);
        trajectory.Explain().Terms.Select(term => (term.Label, term.Amount)).ShouldBe([("Start", 624), ("2026-Q1", -320), ("2026-Q3", -304)]);
        MethodVectors.Ids("F20").ShouldBe(["F20-01"]);
    }

    [Fact]
    public void The_airlines_need_left_by_quarter()
    {
        var model = SampleModels.Airline(Models.Today);
        var expected = MethodVectors.Airline.GetProperty("trajectory").EnumerateArray().ToArray();
        var trajectory = Trajectory.Of(model);
        trajectory.Points.Select(point => point.Quarter?.ToString() ?? "start").ShouldBe(expected.Select(point => point.Text("quarter")!));
        foreach (var (point, wanted) in trajectory.Points.Zip(expected))
        {
            point.NeedPoints.ShouldBe(wanted.Number("needPoints")!.Value, 1e-6);
            point.EnterpriseHeat.ShouldBeNear(wanted.Number("enterpriseHeat"), 1e-6, $"{point.Quarter}");
        }

        var value = Selection.ValueOf(PortfolioProblem.Of(model), DecisionSets.InitiativesOf(model, "HEAT"));
        (trajectory.Points[0].NeedPoints - trajectory.Points[^1].NeedPoints).ShouldBe(value, 1e-9);
    }

    [Fact]
    public void Need_never_rises_and_falls_by_the_value_of_what_is_finished() => RandomModels.ForAll(RandomPortfolio.Any, random =>
        {
            var numbers = random.Random;
            PlannedLift[] lifts =
            [
                .. random.Problem.Candidates.Select(c => new PlannedLift(
                    c.Code,
                    c.SuccessProbability,
                    c.Uplifts,
                    numbers.Next(4) == 0 ? null : First + numbers.Next(-1, 6))),
            ];
            var trajectory = Trajectory.Of(random.Problem.Cells, new PlannedLifts(lifts), [.. Enumerable.Range(0, 4).Select(i => First + i)]);
            foreach (var (before, after) in trajectory.Points.Zip(trajectory.Points.Skip(1)))
            {
                after.NeedPoints.ShouldBeLessThanOrEqualTo(before.NeedPoints + 1e-9);
            }

            var finished = lifts.Where(lift => lift.FinishedIn <= First + 3).Select(lift => lift.Initiative);
            (trajectory.Points[0].NeedPoints - trajectory.Points[^1].NeedPoints).ShouldBe(Selection.ValueOf(random.Problem, finished), 1e-9);
            trajectory.Explain().Terms.Sum(term => term.Amount).ShouldBe(trajectory.Points[^1].NeedPoints, 1e-9);
        });

    [Fact]
    public void Lifts_of_several_initiatives_add_up_quarter_by_quarter()
    {
        var lifts = new PlannedLifts(
        [
            new PlannedLift("A", 0.5, [new CandidateUplift("K", "U", 2)], First + 1),
            new PlannedLift("B", 1, [new CandidateUplift("K", "U", 1)], First + 2),
            new PlannedLift("C", 1, [new CandidateUplift("K", "U", 5)], null),
        ]);
        Enumerable.Range(0, 4).Select(i => lifts.LevelsBy(First + i, "K", "U")).ShouldBe([0, 1, 2, 2]);
        lifts.LevelsBy(First, "X", "U").ShouldBe(0);
    }
}
