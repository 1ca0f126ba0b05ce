using OperatingModel.Domain.Portfolio;

namespace OperatingModel.Benchmarks.Portfolios;

/// <summary>
/// Portfolios of any size with every kind of rule: must-dos, vetoes, prerequisites, exclusions, costs over one to three rounds in a
/// row, small and large initiatives. The same seed gives the same portfolio.
/// </summary>
internal static class GeneratedPortfolio
{
    /// <summary>No two initiatives lift the same place: a plain integer programme.</summary>
    public static PortfolioProblem Plain(int seed, int initiatives, int rounds) => Of(seed, initiatives, rounds, cells: null, uplifts: 6, money: 0.4);

    /// <summary>Initiatives share the cells.</summary>
    /// <param name="uplifts">Places an initiative of middle size lifts.</param>
    /// <param name="money">Budget as a share of what everything would cost.</param>
    public static PortfolioProblem Overlapping(int seed, int initiatives, int rounds, int cells, int uplifts, double money = 0.4) =>
        Of(seed, initiatives, rounds, cells, uplifts, money);

    private static PortfolioProblem Of(int seed, int initiatives, int rounds, int? cells, int uplifts, double money)
    {
        var random = new Random(seed);
        var places = new List<PortfolioCell>();
        int NewPlace()
        {
            places.Add(
                new PortfolioCell($"C{places.Count}", "U", Math.Exp((random.NextDouble() * 3) - 6) / 10, random.Next(1, 6), random.Next(1, 4)));
            return places.Count - 1;
        }

        for (var i = 0; i < cells; i++)
        {
            NewPlace();
        }

        var candidates = new Candidate[initiatives];
        for (var j = 0; j < initiatives; j++)
        {
            var size = Math.Exp(random.NextDouble() * 2.5);
            var lifted = Enumerable
                .Range(0, Math.Max(1, (int)(uplifts * (0.5 + random.NextDouble()) * Math.Sqrt(size) / 2)))
                .Select(_ => cells is { } count ? random.Next(count) : NewPlace())
                .Distinct();
            candidates[j] = WithRules(
                random,
                j,
                initiatives,
                new Candidate(
                    $"I{j:0000}",
                    Costs(random, rounds, size),
                    0.4 + (0.1 * random.Next(7)),
                    false,
                    false,
                    null,
                    [],
                    [.. lifted.Select(c => new CandidateUplift($"C{c}", "U", random.Next(1, 4)))]));
        }

        return new PortfolioProblem(
            places,
            [.. Enumerable.Range(0, rounds).Select(r => new RoundBudget($"R{r}", (long)(candidates.Sum(c => c.Costs[r]) * money)))],
            candidates);
    }

    private static long[] Costs(Random random, int rounds, double size)
    {
        var costs = new long[rounds];
        var first = random.Next(rounds);
        for (var r = first; r < Math.Min(rounds, first + random.Next(1, 4)); r++)
        {
            costs[r] = 100 * random.Next(1, (int)(10 * size) + 2);
        }

        return costs;
    }

    private static Candidate WithRules(Random random, int number, int initiatives, Candidate candidate) => random.Next(100) switch
    {
        < 20 when number > 0 => candidate with { Prerequisites = [$"I{random.Next(number):0000}"] },
        < 32 => candidate with { ExclusionGroup = $"G{random.Next(Math.Max(1, initiatives / 20))}" },
        < 35 => candidate with { Mandatory = true },
        < 40 => candidate with { Vetoed = true },
        _ => candidate,
    };
}
