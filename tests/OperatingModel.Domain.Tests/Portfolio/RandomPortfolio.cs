using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.Portfolio;

namespace OperatingModel.Domain.Tests.Portfolio;

/// <summary>A portfolio problem made from a seed; a failing case is repeated by its seed.</summary>
/// <param name="Most">Initiatives at most.</param>
public sealed record RandomPortfolio(int Seed, int Most)
{
    /// <summary>Up to 16 initiatives.</summary>
    public static Gen<RandomPortfolio> Any { get; } =
        Gen.Choose(0, int.MaxValue - 1).Select(seed => new RandomPortfolio(seed, seed % 12 == 0 ? 16 : 12));

    /// <summary>Few enough to look at every set many times.</summary>
    public static Gen<RandomPortfolio> Small { get; } = Gen.Choose(0, int.MaxValue - 1).Select(seed => new RandomPortfolio(seed, 8));

    public PortfolioProblem Problem { get; } = Of(new Random(Seed), Most);

    /// <summary>Random numbers for what a test does with the problem.</summary>
    public Random Random => new(Seed ^ 0x5EED);

    public override string ToString() => $"seed {Seed}";

    /// <summary>Round figures on purpose, so that ties of every kind happen.</summary>
    private static PortfolioProblem Of(Random random, int most)
    {
        var count = random.Next(most) + 1;
        var instances = Enumerable.Range(0, random.Next(1, 9)).Select(i => (Capability: $"C{i % 4}", Unit: $"U{i / 4}")).ToArray();
        var cells = from instance in instances
                    from _ in Enumerable.Range(0, random.Next(1, 3))
                    select new PortfolioCell(
                        instance.Capability, instance.Unit, random.Next(1, 5) / 40.0, random.Next(1, 6), random.Next(8) == 0 ? null : random.Next(6));
        var rounds = Enumerable.Range(1, random.Next(1, 4)).ToArray();
        Candidate[] candidates = [.. Enumerable.Range(0, count).Select(j => Initiative(random, j, rounds.Length, instances))];
        var budgets = rounds.Select((number, r) => new RoundBudget($"R{number}", (long)(candidates.Sum(c => c.Costs[r]) * random.Next(1, 9) / 8.0)));
        return new PortfolioProblem([.. cells], [.. budgets], candidates);
    }

    private static Candidate Initiative(Random random, int number, int rounds, (string Capability, string Unit)[] instances)
    {
        var uplifts = instances.Where(_ => random.Next(3) == 0).Select(i => new CandidateUplift(i.Capability, i.Unit, random.Next(1, 6)));
        var prerequisites = Enumerable.Range(0, number).Where(_ => random.Next(2 * number + 4) == 0).Select(p => $"J{p:00}");
        return new Candidate(
            $"J{number:00}",
            [.. Enumerable.Range(0, rounds).Select(_ => random.Next(3) == 0 ? 0L : 10L * random.Next(1, 6))],
            RandomModels.Pick(random, 0.5, 0.8, 1),
            Mandatory: random.Next(12) == 0,
            Vetoed: random.Next(12) == 0,
            random.Next(5) == 0 ? RandomModels.Pick(random, "G", "H") : null,
            [.. prerequisites, .. random.Next(40) == 0 ? ["J99"] : Array.Empty<string>()],
            [.. uplifts]);
    }
}
