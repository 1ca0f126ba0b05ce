using OperatingModel.Domain.HeatMaps.Sensitivity;

namespace OperatingModel.Domain.HeatMaps.Explaining;

/// <summary>Explains a priority (F5): the part of each stage, the distance to its neighbours, and what would lower it.</summary>
internal static class PriorityExplanation
{
    private const int LeversShown = 3;
    private const int UnitsShown = 6;

    public static Explanation Of(HeatCube cube, int leaf)
    {
        var title = $"Priority of {cube.Tree[leaf].Name}";
        ModelInput[] inputs = [HeatInputs.Capability(cube, leaf), .. HeatInputs.Weights, .. HeatInputs.Exponents];
        if (cube.Priorities.Find(leaf) is not { } priority)
        {
            return Explanation.Unknown(title, "Only capabilities without children that serve a stage have a priority.", FigureUnit.Points) with
            {
                Inputs = inputs,
            };
        }

        var missing = Missing(cube, priority);
        if (priority.Value is not { } value)
        {
            return Explanation.Unknown(title, "No cell is assessed: unknown, listed last without a rank.", FigureUnit.Points, missing) with
            {
                Remarks = [Interval(priority)],
                Inputs = inputs,
            };
        }

        var terms = cube.PriorityByStage(leaf).Select(part => Term(cube, leaf, part));
        return new Explanation(
            title, Words(priority), value, FigureUnit.Points, [.. terms], Remarks(cube, priority), [.. Closing(cube, priority), .. missing])
        {
            Formula = ReachTimesHeat(cube, leaf, -1),
            Inputs = inputs,
        };
    }

    public static Explanation ByUnit(HeatCube cube, int leaf)
    {
        var terms = cube.PriorityByUnit(leaf).OrderByDescending(part => part.Amount).Select(part =>
        {
            var unit = cube.UnitIndex(part.Code);
            return new ExplanationTerm(part.Name, [HeatInputs.Judgement(cube, leaf, -1, unit)], part.Amount)
            {
                Formula = ReachTimesHeat(cube, leaf, -1, unit),
            };
        });
        var title = $"Priority of {cube.Tree[leaf].Name} by business unit";
        return cube.PriorityOf(leaf) is { } value
            ? new Explanation(title, "Sum over the business units.", value, FigureUnit.Points, [.. terms], [], [])
            : Explanation.Unknown(title, "No cell is assessed: unknown.", FigureUnit.Points);
    }

    public static Explanation OfDifference(HeatCube cube, int ahead, int behind)
    {
        var title = $"{cube.Tree[ahead].Name} against {cube.Tree[behind].Name}";
        if (cube.PriorityOf(ahead) is not { } more || cube.PriorityOf(behind) is not { } less)
        {
            return Explanation.Unknown(title, "One of the two has no priority yet.", FigureUnit.Points);
        }

        var terms = StageDifferences(cube, ahead, behind)
            .Where(part => Math.Abs(part.Amount) > Tolerance.Value)
            .OrderByDescending(part => Math.Abs(part.Amount))
            .Select(part => new ExplanationTerm(
                part.Name, [HeatInputs.Stage(cube, cube.StageIndex(part.Code))], part.Amount, Scenes(cube, ahead, behind, part.Code)));
        return new Explanation(
            title, $"Priority of {cube.Tree[ahead].Name} less that of {cube.Tree[behind].Name}.", more - less, FigureUnit.Points, [.. terms], [], [])
        {
            Formula = Formula.Of("", more, FigureUnit.Points) - Formula.Of("", less, FigureUnit.Points),
        };
    }

    private static string Words(Priority priority) => priority.Coverage is { } coverage && Tolerance.Same(coverage, 1)
        ? "Ten times the share of customer value that depends on it (its reach) times its mean heat."
        : "Ten times the share of customer value that depends on it (its reach) times its heat; "
            + "what nobody assessed counts with the capability's own mean.";

    /// <summary>10 × reach × heat, what is missing with the mean of the leaf.</summary>
    private static Formula ReachTimesHeat(HeatCube cube, int leaf, int stage, int unit = HeatCube.All)
    {
        var index = cube.Axes.LeafAt(leaf);
        var masses = cube.Layer.SumsOf(leaf, stage, unit).Masses;
        var (size, mean) = (cube.Axes.Sizes[index], cube.Layer.Leaves[index].Imputed);
        var missing = masses.Applicable - masses.Known;
        var known = masses.Known > 0
            ? Formula.Of(missing > Tolerance.Value ? "assessed reach" : "reach", masses.Known / size, FigureUnit.Share)
                * Formula.Of("heat", masses.Heat / masses.Known, FigureUnit.Heat)
            : null;
        var imputed = missing > Tolerance.Value
            ? Formula.Of("missing reach", missing / size, FigureUnit.Share) * Formula.Of("mean", mean, FigureUnit.Heat)
            : null;
        return (known, imputed) switch
        {
            ({ }, { }) => 10 * (known + imputed),
            ({ }, null) => 10 * known,
            (null, { }) => 10 * imputed,
            _ => 0,
        };
    }

    private static ExplanationTerm Term(HeatCube cube, int leaf, Contribution part)
    {
        var stage = cube.StageIndex(part.Code);
        return new ExplanationTerm(
            part.Name,
            [HeatInputs.Stage(cube, stage)],
            part.Amount,
            $"the stage carries {FigureText.Percent(cube.StageShare(stage))} of all value, "
                + $"contribution {FigureText.Of(cube.Contribution(leaf, stage), 2)} of 1")
        {
            Formula = ReachTimesHeat(cube, leaf, stage),
        };
    }

    private static string[] Remarks(HeatCube cube, Priority priority)
    {
        var (before, after) = cube.Priorities.NeighboursOf(priority.Node);
        var units = cube.PriorityByUnit(priority.Node).OrderByDescending(part => part.Amount).Select(part => (part.Name, part.Amount));
        var remarks = new List<string>
        {
            $"By business unit: {FigureParts.Text(units, FigureUnit.Points, UnitsShown)}.",
            Interval(priority),
        };
        if (before is not null)
        {
            remarks.Add(Neighbour(before, priority, isAhead: true));
        }

        if (after is { Rank: not null })
        {
            remarks.Add(Neighbour(priority, after, isAhead: false));
        }

        return [.. remarks];
    }

    private static string Interval(Priority priority) =>
        $"Rank {(priority.Rank is { } rank ? $"{rank}" : "unknown")}; once everything is assessed "
        + $"{(priority.BestRank == priority.WorstRank ? $"still {priority.BestRank}" : $"{priority.BestRank} to {priority.WorstRank}")}.";

    private static string Neighbour(Priority ahead, Priority behind, bool isAhead)
    {
        var difference = (ahead.Value ?? 0) - (behind.Value ?? 0);
        var other = isAhead ? ahead.Name : behind.Name;
        return Tolerance.Same(difference, 0)
            ? $"{other} has the same priority."
            : $"{other} is {FigureText.Of(difference)} points {(isAhead ? "ahead" : "behind")}.";
    }

    private static IEnumerable<Contribution> StageDifferences(HeatCube cube, int ahead, int behind)
    {
        var more = cube.PriorityByStage(ahead).ToDictionary(part => part.Code, part => part.Amount, StringComparer.Ordinal);
        var less = cube.PriorityByStage(behind).ToDictionary(part => part.Code, part => part.Amount, StringComparer.Ordinal);
        return cube.Stages.Where(stage => more.ContainsKey(stage.Code) || less.ContainsKey(stage.Code))
            .Select(stage => new Contribution(stage.Code, stage.Name, more.GetValueOrDefault(stage.Code) - less.GetValueOrDefault(stage.Code)));
    }

    private static string Scenes(HeatCube cube, int ahead, int behind, string stage)
    {
        var index = cube.StageIndex(stage);
        return $"{Scene(cube, ahead, index)}; {Scene(cube, behind, index)}";
    }

    private static string Scene(HeatCube cube, int leaf, int stage) => cube.Contribution(leaf, stage) is var contribution and > 0
        ? $"{cube.Tree[leaf].Name} contributes {FigureText.Of(contribution, 2)} of 1 at heat {FigureText.Of(cube.Of(leaf, stage).Heat)}"
        : $"{cube.Tree[leaf].Name} does not serve it";

    private static string[] Missing(HeatCube cube, Priority priority) =>
    [
        .. cube.MissingScores(LeversShown, priority.Node).Where(missing => missing.Mass > 0).Select(missing =>
            $"Assess it in {cube.Units[missing.Unit].Name}: its range {HeatWords.Range(priority.Low, priority.High)} narrows by "
            + $"{FigureText.Of(missing.Narrowing * priority.Reach * 10)} points."),
    ];

    // One level more in one unit, everywhere it is assessed there, short of the target.
    private static IEnumerable<string> Closing(HeatCube cube, Priority priority) => Enumerable.Range(0, cube.Units.Count)
        .Select(unit => (Unit: cube.Units[unit].Name, Value: LeafWhatIf.PriorityOneLevelUp(cube, priority.Node, unit)))
        .Where(change => Tolerance.Greater(priority.Value ?? 0, change.Value))
        .OrderBy(change => change.Value)
        .Take(LeversShown)
        .Select(change =>
        {
            var rank = 1 + cube.Priorities.Ranked.Count(other => other.Node != priority.Node && Tolerance.Greater(other.Value ?? 0, change.Value));
            return $"One level up in {change.Unit} lowers it to {FigureText.Of(change.Value)}, rank {rank}.";
        });
}
