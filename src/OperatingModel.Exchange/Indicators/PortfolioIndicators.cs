using System.Text.Json.Serialization;
using OperatingModel.Domain;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Which initiatives are worth the money (F10).</summary>
internal static class PortfolioIndicators
{
    public static IEnumerable<Indicator> All =>
    [
        new("portfolio", "The initiatives that remove most need within the budgets of all rounds.", analyses => Best(analyses.Portfolio.Best))
        {
            Figures = analyses => [new OpenFigure("", () => analyses.Portfolio.Best.Explain(analyses.Portfolio.Problem, analyses.Model))],
        },
        new("portfolioShareOfNeed", "Share of all need that the best selection removes, 0..1.", analyses => analyses.Portfolio.Best.ShareOfNeed)
        {
            Figures = analyses => [new OpenFigure("", () => analyses.Portfolio.Best.ExplainShareOfNeed(analyses.Portfolio.Problem, analyses.Model))],
        },
        new(
            "portfolioStandalone",
            "Need points each initiative would remove by itself.",
            analyses => Indicator.ByCode(Selection.Standalone(analyses.Portfolio.Problem), alone => alone.Key, alone => alone.Value))
        {
            Figures = analyses => Codes(analyses).Select(code =>
                new OpenFigure(code, () => analyses.Portfolio.Problem.ExplainValue(
                    [code], $"Need points {NameOf(analyses, code)} would remove by itself", analyses.Model))),
        },
        new(
            "portfolioExplain",
            "Why each initiative is in the best selection or not: what leaving it out, or forcing it in, would cost in need points.",
            analyses => Indicator.ByCode(analyses.Portfolio.Verdicts, verdict => verdict.Code, Verdict))
        {
            Figures = analyses => Codes(analyses).Select(code => new OpenFigure(code, () => analyses.Portfolio.ExplainVerdict(code, analyses.Model))),
        },
        new("portfolioGreedy", "What choosing by need points per cost would give instead of the best selection.", Greedy)
        {
            Figures = analyses =>
            [
                new OpenFigure("", () => analyses.Portfolio.Problem.ExplainValue(
                    Selection.Greedy(analyses.Portfolio.Problem).Codes, "Need points removed by the greedy selection", analyses.Model)),
            ],
        },
    ];

    private static string NameOf(ModelAnalyses analyses, string initiative) => ModelInput.NameOf<Initiative>(analyses.Model, initiative);

    private static IEnumerable<string> Codes(ModelAnalyses analyses) =>
        analyses.Portfolio.Problem.Candidates.Select(candidate => candidate.Code).Order(StringComparer.Ordinal);

    private static SelectionFigures Best(SelectionResult result) => new(
        result.Status,
        result.Best?.Codes ?? [],
        result.Best?.Value,
        result.Best?.Cost,
        Indicator.ByCode(result.Best?.CostByRound ?? [], round => round.Round, round => round.Amount),
        result.Obstacle?.Reason,
        result.Obstacle?.Money?.Round,
        result.Obstacle?.Money?.Required,
        result.Obstacle?.Money?.Budget,
        result.Obstacle?.Money?.Shortfall,
        result.Obstacle?.MustDo,
        result.Obstacle is { Money: null } obstacle ? obstacle.Conflict : null,
        result.Status == SelectionStatus.NotProvenOptimal ? result.Bound : null,
        result.Status == SelectionStatus.NotProvenOptimal ? result.Gap : null);

    private static object Verdict(InitiativeVerdict verdict) => verdict.State switch
    {
        VerdictState.Selected or VerdictState.NotSelected when !verdict.IsProven => new
        {
            verdict.State,
            verdict.Marginal,
            verdict.Regret,
            Mandatory = verdict.IsMandatory,
            verdict.WouldDrop,
            verdict.WouldAdd,
            Proven = false,
        },
        VerdictState.Selected => new { verdict.State, verdict.Marginal, Mandatory = verdict.IsMandatory },
        VerdictState.Vetoed => new { verdict.State, verdict.Regret },
        VerdictState.NotSelected => new { verdict.State, verdict.Regret, verdict.WouldDrop, verdict.WouldAdd },
        _ when verdict.Obstacle?.Money is { } money => new { verdict.State, verdict.Obstacle.Reason, money.Round, money.Shortfall },
        _ => new { verdict.State, verdict.Obstacle?.Reason },
    };

    private static object Greedy(ModelAnalyses analyses)
    {
        var greedy = Selection.Greedy(analyses.Portfolio.Problem);
        return new { Selected = greedy.Codes, greedy.Value, greedy.Cost };
    }

    // What stands in the way is reported only when something does, and how far the best may be only where a limit ended the search.
    private sealed record SelectionFigures(
        SelectionStatus Status,
        IReadOnlyList<string> Selected,
        double? Value,
        long? Cost,
        IReadOnlyDictionary<string, long> CostByRound,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ObstacleReason? Reason,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Round,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Required,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Budget,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Shortfall,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? MustDo,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Conflict,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Bound,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Gap);
}
