using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Portfolio;

/// <summary>Explains the figures of a selection (F10): which capability loses how much need.</summary>
public static class SelectionExplanation
{
    /// <summary>Why the best selection removes what it removes; says why there is none when infeasible.</summary>
    public static Explanation Explain(this SelectionResult result, PortfolioProblem problem, ModelSnapshot? model = null)
    {
        const string Title = "Need points removed by the best selection";
        if (result.Best is not { } best)
        {
            return Explanation.Unknown(Title, result.Obstacle!.Sentence, FigureUnit.Points, result.Obstacle.Sentence);
        }

        string Amount(double thousands) => FigureUnit.Count(model?.Meta.MoneyUnit ?? "").Full(thousands);
        return new Explanation(
            Title,
            $"{best.Codes.Count} initiatives for {Amount(best.Cost)}; need points of a level times levels closed, at most the gap, by capability.",
            best.Value,
            FigureUnit.Points,
            [.. Difference(problem, best.Codes, []).Select(part => Term(model, part))],
            [
                result.Status == SelectionStatus.Optimal
                    ? "Proven: no other selection removes more."
                    : $"Not proven optimal: at most {FigureText.Of(result.Bound)}, {FigureText.Percent(result.Gap, 2)} more of that, could "
                        + "be removed.",
                .. result.ShareOfNeed is { } share ? [$"That is {FigureText.Percent(share)} of all need."] : Array.Empty<string>(),
                .. best.CostByRound.Zip(problem.Rounds).Select(pair =>
                    $"{ModelInput.NameOf<FundingRound>(model, pair.First.Round)}: {Amount(pair.First.Amount)} of {Amount(pair.Second.Budget)}."),
                .. result.Unassessed.Select(u =>
                    $"{ModelInput.NameOf<Initiative>(model, u.Initiative)} lifts {ModelInput.NameOf<Capability>(model, u.Capability)} in "
                    + $"{ModelInput.NameOf<BusinessUnit>(model, u.BusinessUnit)}, which is not fully assessed: that benefit counts as zero."),
            ],
            [.. best.CostByRound.Zip(problem.Rounds).OrderBy(pair => pair.Second.Budget - pair.First.Amount).Take(1).Select(pair =>
                $"More money in {ModelInput.NameOf<FundingRound>(model, pair.First.Round)} would help first: "
                + $"only {Amount(pair.Second.Budget - pair.First.Amount)} is left there.")]);
    }

    /// <summary>Why the best selection removes that share of all need; says why there is none when infeasible.</summary>
    public static Explanation ExplainShareOfNeed(this SelectionResult result, PortfolioProblem problem, ModelSnapshot? model = null)
    {
        const string Title = "Share of all need removed by the best selection";
        var value = result.Explain(problem, model);
        return result.ShareOfNeed is not { } share || value.Figure is not { } removed
            ? Explanation.Unknown(Title, result.Obstacle?.Sentence ?? "There is no need: unknown.", FigureUnit.Share)
            : value with
            {
                Title = Title,
                Words = "Need points removed divided by all need points.",
                Figure = share,
                Unit = FigureUnit.Share,
                Formula = Formula.Of("removed", removed, FigureUnit.Points) / Formula.Of("all need", problem.TotalNeed, FigureUnit.Points),
                Terms = [.. value.Terms.Select(term => term with { Amount = term.Amount / problem.TotalNeed })],
            };
    }

    /// <summary>What a set of initiatives removes, capability by capability, whatever it costs and whatever rule it breaks.</summary>
    public static Explanation ExplainValue(
        this PortfolioProblem problem, IReadOnlyList<string> codes, string title, ModelSnapshot? model = null) => new(
        title,
        "Need points of a level times levels closed, at most the gap, by capability.",
        Selection.ValueOf(problem, codes),
        FigureUnit.Points,
        [.. Difference(problem, codes, []).Select(part => Term(model, part))],
        ["Levels count with the chance of success.", "What is not assessed counts as zero."],
        []);

    /// <summary>Why an initiative is in the best selection or not, capability by capability.</summary>
    public static Explanation Explain(this InitiativeVerdict verdict, PortfolioProblem problem, SelectionResult result, ModelSnapshot? model = null)
    {
        var name = ModelInput.NameOf<Initiative>(model, verdict.Code);
        var title = verdict.State switch
        {
            VerdictState.Selected => $"Why {name} is selected",
            VerdictState.NotSelected => $"Why {name} is not selected",
            _ => $"Why {name} cannot be selected",
        };
        if (verdict.Otherwise is not { } otherwise || result.Best is not { } best)
        {
            return Explanation.Unknown(title, ReasonOf(verdict), FigureUnit.Points, verdict.Obstacle is { } obstacle ? [obstacle.Sentence] : []);
        }

        var without = verdict.State == VerdictState.Selected ? "without it" : "with it";
        return new Explanation(
            title,
            $"Need points of the best selection less those of the best {without}.",
            best.Value - otherwise.Value,
            new FigureUnit("need points", 2),
            [.. Difference(problem, best.Codes, otherwise.Codes).Select(part => Term(model, part))],
            [
                $"The best selection {without} leaves out {Listed(model, verdict.WouldDrop)} and adds {Listed(model, verdict.WouldAdd)}.",
                .. verdict.IsProven ? Array.Empty<string>() : ["Not proven: a limit ended the search, the true loss may be smaller."],
            ],
            [])
        {
            Formula = Formula.Of("best", best.Value, FigureUnit.Points) - Formula.Of(without, otherwise.Value, FigureUnit.Points),
        };
    }

    private static ExplanationTerm Term(ModelSnapshot? model, (string Capability, double Amount) part)
    {
        var capability = ModelInput.Of<Capability>(model, part.Capability);
        return new ExplanationTerm(capability.Name, [capability], part.Amount);
    }

    private static string ReasonOf(InitiativeVerdict verdict) => verdict switch
    {
        { IsMandatory: true } => "It is a must-do or needed by one: it cannot be left out.",
        { State: VerdictState.Vetoed } => "The security function vetoed it; only a veto role can lift that.",
        { Obstacle: { } obstacle } => obstacle.Sentence,
        { IsProven: false } => "The time had run out before the search came to it; give it more.",
        _ => "There is no selection to compare with.",
    };

    private static string Listed(ModelSnapshot? model, IReadOnlyList<string> codes) =>
        codes.Count == 0 ? "nothing" : ModelInput.NamesOf<Initiative>(model, codes);

    /// <summary>
    /// Need points by capability that the first set removes more than the second, largest difference first; equal ones are left out.
    /// </summary>
    private static IEnumerable<(string Capability, double Amount)> Difference(
        PortfolioProblem problem,
        IReadOnlyList<string> first,
        IReadOnlyList<string> second)
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
            .ToDictionary(
                group => group.Key,
                group => group.Sum(cell => cell.WorthOfLevel * Math.Min(cell.Gap!.Value, levels[(cell.Capability, cell.BusinessUnit)])),
                StringComparer.Ordinal);
    }
}
