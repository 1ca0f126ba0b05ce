using System.Text.Json;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Portfolio;

/// <summary>The hand-checkable portfolios of the method's vectors. Their masses already hold the factor 10 of need points.</summary>
internal static class VectorPortfolios
{
    public static PortfolioProblem Of(JsonElement input)
    {
        var problem = Named(input.Text("portfolio")!);
        if (input.TryGetProperty("budgets", out var budgets))
        {
            problem = budgets.EnumerateObject().Aggregate(problem, (p, budget) => p.WithBudget(budget.Name, budget.Value.GetInt64()));
        }

        return input.TryGetProperty("patch", out var patch)
            ? problem with
            {
                Candidates =
                [
                    .. problem.Candidates.Select(c =>
                        patch.TryGetProperty(c.Code, out var change) ? c with { Vetoed = change.GetProperty("vetoed").GetBoolean() } : c),
                ],
            }
            : problem;
    }

    public static PortfolioProblem Named(string name)
    {
        var portfolio = MethodVectors.Portfolio(name);
        RoundBudget[] rounds =
        [
            .. portfolio.GetProperty("budgets").EnumerateObject().Select(budget => new RoundBudget(budget.Name, budget.Value.GetInt64())),
        ];
        return new PortfolioProblem(
            CellsOf(portfolio.GetProperty("cells")),
            rounds,
            [.. portfolio.GetProperty("initiatives").EnumerateObject().Select(i => new Candidate(
                i.Name,
                [.. rounds.Select(round => (long)(i.Value.GetProperty("cost").Number(round.Round) ?? 0))],
                i.Value.Number("p")!.Value,
                i.Value.GetProperty("must").GetBoolean(),
                i.Value.GetProperty("vetoed").GetBoolean(),
                i.Value.Text("group"),
                [.. i.Value.GetProperty("deps").Strings()],
                UpliftsOf(i.Value)))]);
    }

    public static PortfolioCell[] CellsOf(JsonElement cells) =>
        [
            .. cells
                .EnumerateArray()
                .Select(cell => new PortfolioCell(
                    cell.GetProperty("key")[0].GetString()!,
                    cell.GetProperty("key")[1].GetString()!,
                    cell.Number("mass")!.Value / 10,
                    cell.GetProperty("I").GetInt32(),
                    (int?)cell.Number("gap"))),
        ];

    public static CandidateUplift[] UpliftsOf(JsonElement initiative) =>
        [
            .. initiative
                .GetProperty("uplift")
                .EnumerateArray()
                .Select(u => new CandidateUplift(u[0].GetString()!, u[1].GetString()!, u[2].GetInt32())),
        ];

    public static IEnumerable<string> Strings(this JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);
}
