using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.HeatMaps;

/// <summary>What holds for every roll-up (F4).</summary>
public sealed class RollupRuleTests
{
    private static readonly Gen<Cells> AnyCells = Gen.Choose(0, int.MaxValue - 1).Select(seed => new Cells(seed));

    [Fact]
    public void Heat_lies_between_the_coolest_and_the_hottest_cell_and_within_its_range() => RandomModels.ForAll(AnyCells, cells =>
    {
        var rollup = cells.Rollup();
        double[] known = [.. cells.All.Where(cell => cell.Heat is not null).Select(cell => cell.Heat!.Value)];
        if (known.Length == 0)
        {
            (rollup.Heat, rollup.Peak, rollup.Confidence, rollup.Band, rollup.Trust).ShouldBe((null, null, null, null, TrustLabel.None));
            return;
        }

        var heat = rollup.Heat!.Value;
        heat.ShouldBeInRange(known.Min() - 1e-9, known.Max() + 1e-9);
        rollup.Peak!.Value.ShouldBeGreaterThanOrEqualTo(heat - 1e-9);
        heat.ShouldBeInRange(rollup.Low!.Value - 1e-9, rollup.High!.Value + 1e-9);
        rollup.Coverage!.Value.ShouldBeInRange(0, 1);
        rollup.Confidence!.Value.ShouldBeInRange(0, 1);
    });

    [Fact]
    public void Full_coverage_leaves_no_range() => RandomModels.ForAll(AnyCells, cells =>
    {
        var rollup = Rollup.Of(cells.All.Select(cell => (cell.Mass, (double?)(cell.Heat ?? 40), cell.Quality)), ModelSettings.Default);
        rollup.Coverage.ShouldBe(1);
        rollup.Low!.Value.ShouldBe(rollup.Heat!.Value, 1e-9);
        rollup.High!.Value.ShouldBe(rollup.Heat!.Value, 1e-9);
    });

    [Fact]
    public void The_order_of_the_cells_does_not_matter() => RandomModels.ForAll(AnyCells, cells =>
        HeatCubeTests.ShouldBeNear(Rollup.Of(cells.All.Reverse<(double, double?, double)>(), ModelSettings.Default), cells.Rollup(), "reversed"));

    [Fact]
    public void Rolling_up_roll_ups_by_known_mass_equals_rolling_up_the_cells() => RandomModels.ForAll(AnyCells, cells =>
    {
        var split = cells.All.Length / 2;
        Rollup[] parts = [Rollup.Of(cells.All.Take(split), ModelSettings.Default), Rollup.Of(cells.All.Skip(split), ModelSettings.Default)];
        var mass = parts.Sum(part => part.Mass * (part.Coverage ?? 0));
        if (mass > 0)
        {
            (parts.Sum(part => part.Mass * (part.Coverage ?? 0) * (part.Heat ?? 0)) / mass).ShouldBe(cells.Rollup().Heat!.Value, 1e-9);
        }
    });

    [Fact]
    public void Filling_a_missing_cell_never_widens_the_range() => RandomModels.ForAll(AnyCells, cells =>
    {
        var before = cells.Rollup();
        for (var i = 0; i < cells.All.Length; i++)
        {
            if (cells.All[i].Heat is null)
            {
                var after = Rollup.Of(cells.All.Select((cell, j) => j == i ? cell with { Heat = 60 } : cell), ModelSettings.Default);
                after.Low!.Value.ShouldBeGreaterThanOrEqualTo(before.Low!.Value - 1e-9);
                after.High!.Value.ShouldBeLessThanOrEqualTo(before.High!.Value + 1e-9);
            }
        }
    });

    private sealed record Cells(int Seed)
    {
        public (double Mass, double? Heat, double Quality)[] All { get; } = Of(new Random(Seed));

        public Rollup Rollup() => Domain.HeatMaps.Rollup.Of(All, ModelSettings.Default);

        private static (double, double?, double)[] Of(Random random) =>
        [
            .. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (
                random.Next(1, 100) / 37.0,
                random.Next(4) == 0 ? (double?)null : Heat.Of(random.Next(1, 6), random.Next(6), random.Next(6)),
                RandomModels.Pick(random, 0.3, 0.6, 0.9))),
        ];
    }
}
