namespace OperatingModel.Domain.HeatMaps;

/// <summary>Opens a priority (F5): what each stage brings, what separates it from its neighbours, what would lower it.</summary>
internal static class PriorityExplanation
{
    private const int LeversShown = 3;

    public static Explanation Of(HeatCube cube, int leaf)
    {
        var title = $"Priority of {HeatWords.Capability(cube, leaf)}";
        if (cube.Priorities.Find(leaf) is not { } priority)
        {
            return new Explanation(title, "Only capabilities without children that serve a stage have a priority.", null, [], [], []);
        }

        var missing = Missing(cube, priority);
        if (priority.Value is not { } value)
        {
            return new Explanation(title, "No cell is assessed: unknown, listed last without a rank.", null, [], [Interval(priority)], missing);
        }

        var terms = cube.PriorityByStage(leaf).Select(part => new ExplanationTerm(part.Name, [part.Code], part.Amount, StageNote(cube, leaf, part.Code)));
        return new Explanation(title, Formula(cube, priority, value), value, [.. terms], Remarks(cube, priority), [.. Closing(cube, priority), .. missing]);
    }

    public static Explanation OfDifference(HeatCube cube, int ahead, int behind)
    {
        var title = $"{cube.Tree[ahead].Code} against {cube.Tree[behind].Code}";
        if (cube.PriorityOf(ahead) is not { } more || cube.PriorityOf(behind) is not { } less)
        {
            return new Explanation(title, "One of the two has no priority yet.", null, [], [], []);
        }

        var terms = StageDifferences(cube, ahead, behind)
            .Select(part => new ExplanationTerm(part.Name, [part.Code], part.Amount, Scenes(cube, ahead, behind, part.Code)));
        return new Explanation(title, $"{FigureText.Of(more)} − {FigureText.Of(less)} = {FigureText.Of(more - less)}", more - less, [.. terms], [], []);
    }

    private static string Formula(HeatCube cube, Priority priority, double value) => priority is { Coverage: { } coverage, Heat: { } heat } && Tolerance.Same(coverage, 1)
        ? $"10 × reach {FigureText.Of(priority.Reach, 2)} × heat {FigureText.Of(heat)} = {FigureText.Of(value)}"
        : $"10 × Σ reach × heat over {HeatWords.Count(cube.Of(priority.Node).Cells, "cell")}, missing ones with the capability's own mean "
            + $"{FigureText.Of(cube.Layer.Leaves[cube.Axes.LeafAt(priority.Node)].Imputed)} = {FigureText.Of(value)}";

    private static string StageNote(HeatCube cube, int leaf, string stage)
    {
        var index = cube.StageIndex(stage);
        return $"stage {FigureText.Percent(cube.StageShare(index))} × contribution {FigureText.Of(cube.Contribution(leaf, index), 2)} × heat {FigureText.Of(cube.Of(leaf, index).Heat)}";
    }

    private static string[] Remarks(HeatCube cube, Priority priority)
    {
        var list = cube.Priorities;
        var place = list.PlaceOf(priority.Node);
        var units = cube.PriorityByUnit(priority.Node).OrderByDescending(part => part.Amount).Select(part => $"{part.Code} {FigureText.Of(part.Amount)}");
        var remarks = new List<string>
        {
            $"By business unit: {string.Join(", ", units)}.",
            Interval(priority),
            $"Coverage {FigureText.Percent(priority.Coverage ?? 0)}, confidence {FigureText.Of(priority.Confidence, 2)}; trust {priority.Trust}.",
        };
        if (place > 0)
        {
            remarks.Add(Neighbour(cube, list.Items[place - 1], priority, "ahead"));
        }

        if (place + 1 < list.Items.Count && list.Items[place + 1].Rank is not null)
        {
            remarks.Add(Neighbour(cube, priority, list.Items[place + 1], "behind"));
        }

        return [.. remarks];
    }

    private static string Interval(Priority priority) =>
        $"Rank {(priority.Rank is { } rank ? $"{rank}" : "unknown")}; once everything is assessed {(priority.BestRank == priority.WorstRank ? $"still {priority.BestRank}" : $"{priority.BestRank} to {priority.WorstRank}")}.";

    private static string Neighbour(HeatCube cube, Priority ahead, Priority behind, string side)
    {
        var differences = StageDifferences(cube, ahead.Node, behind.Node)
            .Where(part => Math.Abs(part.Amount) > Tolerance.Value)
            .OrderByDescending(part => Math.Abs(part.Amount))
            .Take(LeversShown)
            .Select(part => $"{part.Code} {(part.Amount > 0 ? "+" : "−")}{FigureText.Of(Math.Abs(part.Amount))}");
        var difference = FigureText.Of((ahead.Value ?? 0) - (behind.Value ?? 0));
        return side == "ahead"
            ? $"{ahead.Code} is {difference} ahead: {string.Join(", ", differences)}."
            : $"{behind.Code} is {difference} behind: {string.Join(", ", differences)}.";
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
        ? $"{cube.Tree[leaf].Code} contributes {FigureText.Of(contribution, 2)} at heat {FigureText.Of(cube.Of(leaf, stage).Heat)}"
        : $"{cube.Tree[leaf].Code} does not serve it";

    private static string[] Missing(HeatCube cube, Priority priority) =>
    [
        .. cube.MissingScores(LeversShown, priority.Node).Where(missing => missing.Mass > 0).Select(missing =>
            $"Assess it in {missing.BusinessUnit}: its range {HeatWords.Range(priority.Low, priority.High)} narrows by "
            + $"{FigureText.Of(missing.Narrowing * priority.Reach * 10)} points."),
    ];

    // One level more in one unit, everywhere it is assessed there, short of the target.
    private static IEnumerable<string> Closing(HeatCube cube, Priority priority) => Enumerable.Range(0, cube.Units.Count)
        .Select(unit => (Unit: cube.Units[unit].Code, Value: LeafWhatIf.PriorityOneLevelUp(cube, priority.Node, unit)))
        .Where(change => Tolerance.Greater(priority.Value ?? 0, change.Value))
        .OrderBy(change => change.Value)
        .Take(LeversShown)
        .Select(change =>
        {
            var rank = 1 + cube.Priorities.Ranked.Count(other => other.Node != priority.Node && Tolerance.Greater(other.Value ?? 0, change.Value));
            return $"One level up in {change.Unit} lowers it to {FigureText.Of(change.Value)}, rank {rank}.";
        });
}
