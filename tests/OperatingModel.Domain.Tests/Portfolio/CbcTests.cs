using OperatingModel.Benchmarks.Portfolios;
using OperatingModel.Domain.Portfolio;

namespace OperatingModel.Domain.Tests.Portfolio;

/// <summary>Portfolios too large to look at every set: the solver CBC says what the best is worth.</summary>
public sealed class CbcTests
{
    [Theory]
    [InlineData(1, 120)]
    [InlineData(2, 120)]
    [InlineData(3, 200)]
    [InlineData(4, 200)]
    [InlineData(5, 300)]
    public void Without_overlap_the_best_selection_is_that_of_an_integer_programme(int seed, int initiatives) =>
        ShouldAgree(GeneratedPortfolio.Plain(seed, initiatives, 5));

    [Theory]
    [InlineData(1, 40, 60, 5)]
    [InlineData(2, 40, 60, 5)]
    [InlineData(3, 60, 40, 8)]
    [InlineData(4, 60, 400, 10)]
    [InlineData(5, 100, 1000, 10)]
    [InlineData(6, 100, 1000, 10)]
    public void With_overlap_the_best_selection_is_that_of_a_mixed_integer_programme(int seed, int initiatives, int cells, int uplifts) =>
        ShouldAgree(GeneratedPortfolio.Overlapping(seed, initiatives, 4, cells, uplifts));

    private static void ShouldAgree(PortfolioProblem problem)
    {
        if (!Cbc.IsPresent)
        {
            Assert.Skip(Cbc.Missing);
        }

        var file = Path.GetTempFileName() + ".lp";
        Cbc.Write(problem, file);
        var oracle = Cbc.Solve(file, 60);
        File.Delete(file);
        var result = Ask.Best(problem, SearchLimits.Default with { Time = TimeSpan.FromMinutes(5) });
        result.Status.ShouldBe(SelectionStatus.Optimal);
        result.Best!.Value.ShouldBe(oracle.ShouldNotBeNull(), 1e-6 * oracle.Value);
        Selection.ValueOf(problem, result.Best.Codes).ShouldBe(result.Best.Value, 1e-9);
    }
}
