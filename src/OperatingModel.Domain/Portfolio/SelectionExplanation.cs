namespace OperatingModel.Domain.Portfolio;

/// <summary>Opens the figures of a selection (F10): which capability loses how much need.</summary>
public static class SelectionExplanation
{
    /// <summary>Why the best selection removes what it removes; says why there is none when infeasible.</summary>
    public static Explanation Explain(this SelectionResult result, PortfolioProblem problem)
    {
        const string Title = "Need points removed by the best selection";
        if (result.Best is not { } best)
        {
            return new Explanation(Title, result.Obstacle!.Sentence, null, [], [], [result.Obstacle.Sentence]);
        }

        return new Explanation(
            Title,
            $"Σ need points of a level × levels closed, at most the gap = {FigureText.Of(best.Value)}"
                + $" with {best.Codes.Count} initiatives for {FigureText.Of(best.Cost)}",
            best.Value,
            [.. Difference(problem, best.Codes, []).Select(part => new ExplanationTerm(part.Capability, [part.Capability], part.Amount))],
            [
                result.Status == SelectionStatus.Optimal
                    ? "Proven: no other selection removes more."
                    : $"Not proven optimal: at most {FigureText.Of(result.Bound)}, {FigureText.Percent(result.Gap, 2)} more of that, could be removed.",
                .. result.ShareOfNeed is { } share ? [$"That is {FigureText.Percent(share)} of all need."] : Array.Empty<string>(),
                .. best.CostByRound.Zip(problem.Rounds).Select(pair =>
                    $"{pair.First.Round}: {FigureText.Of(pair.First.Amount)} of {FigureText.Of(pair.Second.Budget)}."),
                .. result.Unassessed.Select(u => $"{u.Initiative} lifts {u.Capability} in {u.BusinessUnit}, which is not fully assessed: that benefit counts as zero."),
            ],
            [.. best.CostByRound.Zip(problem.Rounds).OrderBy(pair => pair.Second.Budget - pair.First.Amount).Take(1)
                .Select(pair => $"More money in {pair.First.Round} would help first: "
                    + $"only {FigureText.Of(pair.Second.Budget - pair.First.Amount)} is left there.")]);
    }

    /// <summary>Why the best selection removes that share of all need; says why there is none when infeasible.</summary>
    public static Explanation ExplainShareOfNeed(this SelectionResult result, PortfolioProblem problem)
    {
        var value = result.Explain(problem);
        return value with
        {
            Title = "Share of all need removed by the best selection",
            Formula = result.ShareOfNeed is { } share
                ? $"{FigureText.Of(value.Figure)} need points removed ÷ {FigureText.Of(problem.TotalNeed)} = {FigureText.Percent(share)}"
                : result.Obstacle?.Sentence ?? "There is no need: unknown",
            Figure = result.ShareOfNeed,
            Terms = result.ShareOfNeed is null ? [] : [.. value.Terms.Select(term => term with { Amount = term.Amount / problem.TotalNeed })],
        };
    }

    /// <summary>What a set of initiatives removes, capability by capability, whatever it costs and whatever rule it breaks.</summary>
    public static Explanation ExplainValue(this PortfolioProblem problem, IReadOnlyList<string> codes, string title)
    {
        var value = Selection.ValueOf(problem, codes);
        return new Explanation(
            title,
            $"Σ need points of a level × levels closed, at most the gap = {FigureText.Of(value)}",
            value,
            [.. Difference(problem, codes, []).Select(part => new ExplanationTerm(part.Capability, [part.Capability], part.Amount))],
            ["Levels count with the chance of success.", "What is not assessed counts as zero."],
            []);
    }

    /// <summary>Why an initiative is in the best selection or not, capability by capability.</summary>
    public static Explanation Explain(this InitiativeVerdict verdict, PortfolioProblem problem, SelectionResult result)
    {
        var title = verdict.State switch
        {
            VerdictState.Selected => $"Why {verdict.Code} is selected",
            VerdictState.NotSelected => $"Why {verdict.Code} is not selected",
            _ => $"Why {verdict.Code} cannot be selected",
        };
        if (verdict.Otherwise is not { } otherwise || result.Best is not { } best)
        {
            return new Explanation(title, ReasonOf(verdict), null, [], [], verdict.Obstacle is { } obstacle ? [obstacle.Sentence] : []);
        }

        var loss = best.Value - otherwise.Value;
        var reversed = verdict.State == VerdictState.Selected ? "without it" : "with it";
        return new Explanation(
            title,
            $"{FigureText.Of(best.Value)} best − {FigureText.Of(otherwise.Value)} {reversed} = {FigureText.Of(loss, 2)} need points",
            loss,
            [.. Difference(problem, best.Codes, otherwise.Codes).Select(part => new ExplanationTerm(part.Capability, [part.Capability], part.Amount))],
            [
                $"The best selection {reversed} leaves out {Listed(verdict.WouldDrop)} and adds {Listed(verdict.WouldAdd)}.",
                .. verdict.IsProven ? Array.Empty<string>() : ["Not proven: a limit ended the search, the true loss may be smaller."],
            ],
            []);
    }

    private static string ReasonOf(InitiativeVerdict verdict) => verdict switch
    {
        { IsMandatory: true } => "It is a must-do or needed by one: it cannot be left out.",
        { State: VerdictState.Vetoed } => "The security function vetoed it; only a veto role can lift that.",
        { Obstacle: { } obstacle } => obstacle.Sentence,
        _ => "There is no selection to compare with.",
    };

    private static string Listed(IReadOnlyList<string> codes) => codes.Count == 0 ? "nothing" : string.Join(", ", codes);

    /// <summary>Need points by capability that the first set removes more than the second, largest difference first; equal ones are left out.</summary>
    private static IEnumerable<(string Capability, double Amount)> Difference(PortfolioProblem problem, IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var (before, after) = (RemovedBy(problem, first), RemovedBy(problem, second));
        return before.Keys.Union(after.Keys, StringComparer.Ordinal)
            .Select(capability => (Capability: capability, Amount: before.GetValueOrDefault(capability) - after.GetValueOrDefault(capability)))
            .Where(part => part.Amount != 0)
            .OrderByDescending(part => Math.Abs(part.Amount)).ThenBy(part => part.Capability, StringComparer.Ordinal);
    }

    private static Dictionary<string, double> RemovedBy(PortfolioProblem problem, IReadOnlyList<string> codes)
    {
        var chosen = codes.ToHashSet(StringComparer.Ordinal);
        var levels = (from candidate in problem.Candidates
                      where chosen.Contains(candidate.Code)
                      from uplift in candidate.Uplifts
                      group candidate.SuccessProbability * uplift.Levels by (uplift.Capability, uplift.BusinessUnit))
            .ToDictionary(group => group.Key, group => group.Sum());
        return problem.Cells.Where(cell => cell.Need > 0 && levels.ContainsKey((cell.Capability, cell.BusinessUnit)))
            .GroupBy(cell => cell.Capability, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(cell => cell.WorthOfLevel * Math.Min(cell.Gap!.Value, levels[(cell.Capability, cell.BusinessUnit)])), StringComparer.Ordinal);
    }
}
