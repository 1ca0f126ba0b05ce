using FsCheck.Fluent;
using OperatingModel.Domain.Portfolio.Search;

namespace OperatingModel.Domain.Tests.Portfolio;

/// <summary>The linear programme under the search. A feasible point whose value equals the bound from the duals is optimal.</summary>
public sealed class DualSimplexTests
{
    [Fact]
    public void A_small_programme() // max 3x + 2y, x + y ≤ 1.5, x ≤ 1, y ≤ 1: x = 1, y = 0.5
    {
        var simplex = new DualSimplex();
        var (x, y) = (simplex.AddColumn(0, 1, 3), simplex.AddColumn(0, 1, 2));
        var slack = simplex.AddRow(new([x, y], [1, 1], 1.5));
        simplex.Solve(double.NegativeInfinity, 100).ShouldBe(DualSimplex.Outcome.Optimal);
        (simplex.ValueOf(x), simplex.ValueOf(y)).ShouldBe((1, 0.5));
        simplex.Bound(new double[simplex.Variables]).ShouldBe(4, 1e-6);
        simplex.ExactBound(new double[simplex.Variables]).ShouldBe(4, 1e-12);
        simplex.DualOf(slack).ShouldBe(2, 1e-6);
        simplex.Penalty(y, rises: false).ShouldBe(1, 1e-6);
    }

    [Fact]
    public void A_programme_without_a_solution_is_proven_to_have_none()
    {
        var simplex = new DualSimplex();
        var (x, y) = (simplex.AddColumn(0, 1, 3), simplex.AddColumn(0, 1, 2));
        simplex.AddRow(new([x, y], [-1, -1], -2.5));
        simplex.Solve(double.NegativeInfinity, 100).ShouldBe(DualSimplex.Outcome.Infeasible);
    }

    [Fact]
    public void Whatever_moves_the_optimum_is_proven_by_its_duals() => RandomModels.ForAll(Gen.Choose(0, int.MaxValue - 1), seed =>
    {
        var random = new Random(seed);
        var (simplex, rows) = (new DualSimplex(), new Dictionary<int, DualSimplex.Row>());
        var columns = Enumerable.Range(0, random.Next(2, 12)).Select(_ => simplex.AddColumn(0, random.Next(1, 4), random.Next(-5, 10))).ToArray();
        for (var step = 0; step < 12; step++)
        {
            Change(random, simplex, rows, columns);
            if (simplex.Solve(double.NegativeInfinity, 1000) == DualSimplex.Outcome.Optimal)
            {
                ShouldBeOptimal(simplex, rows, columns);
                simplex.Save();
                Fix(simplex, columns[0], simplex.UpperOf(columns[0]));
                simplex.Solve(double.NegativeInfinity, 5);
                simplex.Restore();
                ShouldBeOptimal(simplex, rows, columns);
                simplex.Rebuild();
                ShouldBeOptimal(simplex, rows, columns);
                ShouldBeOptimal(simplex.Clone(), rows, columns);
            }
        }
    });

    private static void Change(Random random, DualSimplex simplex, Dictionary<int, DualSimplex.Row> rows, int[] columns)
    {
        switch (random.Next(4))
        {
            case 0 when rows.Keys.FirstOrDefault(simplex.IsBasic, -1) is >= 0 and var loose:
                simplex.RemoveRow(loose);
                rows.Remove(loose);
                break;
            case 1:
                var column = columns[random.Next(columns.Length)];
                Fix(simplex, column, simplex.LowerOf(column) + (random.NextDouble() * (simplex.UpperOf(column) - simplex.LowerOf(column))));
                break;
            default:
                var row = new DualSimplex.Row(columns, [.. columns.Select(_ => (double)random.Next(-2, 6))], random.Next(0, 15));
                rows.Add(simplex.AddRow(row), row);
                break;
        }
    }

    private static void Fix(DualSimplex simplex, int column, double value)
    {
        var bounds = new double[simplex.Variables];
        bounds[column] = value;
        simplex.SetBounds([column], bounds, bounds);
    }

    private static void ShouldBeOptimal(DualSimplex simplex, Dictionary<int, DualSimplex.Row> rows, int[] columns)
    {
        var reduced = new double[simplex.Variables];
        var bound = simplex.Bound(reduced);
        columns.All(c => simplex.ValueOf(c) >= simplex.LowerOf(c) - 1e-6 && simplex.ValueOf(c) <= simplex.UpperOf(c) + 1e-6).ShouldBeTrue();
        rows.Values.All(row => row.Variables.Select((v, i) => row.Coefficients[i] * simplex.ValueOf(v)).Sum() <= row.Rhs + 1e-6).ShouldBeTrue();
        bound.ShouldBe(simplex.Objective(), simplex.Disturbance + 1e-6);
    }
}
