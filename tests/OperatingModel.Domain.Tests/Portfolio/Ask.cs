using OperatingModel.Domain.Portfolio;

namespace OperatingModel.Domain.Tests.Portfolio;

/// <summary>Asks the questions of portfolio selection; a test run that is stopped stops the search.</summary>
internal static class Ask
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static SelectionResult Best(PortfolioProblem problem, SearchLimits? limits = null, IProgress<SearchProgress>? progress = null) =>
        Selection.Compute(problem, limits, progress, Stop);

    public static IReadOnlyList<InitiativeVerdict> Verdicts(PortfolioProblem problem, SelectionResult result, SearchLimits? limits = null) =>
        InitiativeVerdicts.Of(problem, result, limits, null, Stop);

    public static InitiativeVerdict Verdict(PortfolioProblem problem, SelectionResult result, string code) =>
        InitiativeVerdicts.OfOne(problem, result, code, null, Stop)!;

    public static NearBestSelections NearBest(
        PortfolioProblem problem,
        SelectionResult result,
        double within = NearBestSelections.DefaultShare,
        int atMost = 1000) => NearBestSelections.Of(problem, result, within, atMost, null, Stop);

    public static BudgetCurve Curve(PortfolioProblem problem, string round, params long[] budgets) =>
        BudgetCurve.Of(problem, round, budgets, null, null, Stop);
}
