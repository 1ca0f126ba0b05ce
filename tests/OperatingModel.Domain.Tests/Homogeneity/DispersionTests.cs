using OperatingModel.Domain.Homogeneity;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Homogeneity;

public sealed class DispersionTests
{
    [Fact]
    public void Leik_dispersion_of_the_published_R_example_is_0_287() // F7-01; package agrmt
    {
        var vector = ExpectedFigures.Of("F7-01");
        var dispersion = Dispersion.Of(Frequencies(vector));
        vector.ShouldBe(dispersion);
        dispersion.ShouldBe(0.287, 0.0005);
    }

    [Fact]
    public void Blair_and_Lacy_agree_with_Leik_about_the_extremes() // F7-02; cross-check of the measure only
    {
        var vector = ExpectedFigures.Of("F7-02");
        vector.ShouldBe(BlairLacy(Frequencies(vector)));
        Property.Holds(random =>
        {
            int[] frequencies = [.. Enumerable.Range(0, 6).Select(_ => random.Next(3) == 0 ? random.Next(1, 5) : 0)];
            frequencies[random.Next(6)] += 1;
            (BlairLacy(frequencies) < 1e-12).ShouldBe(Dispersion.Of(frequencies) < 1e-12);
            (BlairLacy(frequencies) > 1 - 1e-12).ShouldBe(Dispersion.Of(frequencies) > 1 - 1e-12);
        });
    }

    [Fact]
    public void Homogeneity_is_as_in_vector_F7_03()
    {
        var vector = ExpectedFigures.Of("F7-03");
        vector.ShouldBe(
            vector.Input["cases"]!.AsArray().Select(levels => Dispersion.HomogeneityOf([.. levels!.AsArray().Select(level => (int)level!)])));
    }

    [Fact]
    public void Homogeneity_is_a_share_and_one_only_when_all_are_equal() => Property.Holds(random =>
    {
        var levels = RandomLevels(random);
        var alike = Dispersion.HomogeneityOf(levels)!.Value;
        alike.ShouldBeInRange(0, 1);
        (alike > 1 - 1e-12).ShouldBe(levels.Distinct().Count() == 1);
    });

    [Fact]
    public void Order_direction_and_place_on_the_scale_do_not_matter() => Property.Holds(random =>
    {
        var levels = RandomLevels(random);
        var alike = Dispersion.HomogeneityOf(levels)!.Value;
        int[] shuffled = [.. levels];
        random.Shuffle(shuffled);
        Dispersion.HomogeneityOf(shuffled)!.Value.ShouldBe(alike, 1e-12);
        Dispersion.HomogeneityOf([.. levels.Select(level => 5 - level)])!.Value.ShouldBe(alike, 1e-12);
        var shift = random.Next(-levels.Min(), 5 - levels.Max() + 1);
        Dispersion.HomogeneityOf([.. levels.Select(level => level + shift)])!.Value.ShouldBe(alike, 1e-12);
    });

    [Fact]
    public void Every_unit_twice_leaves_the_dispersion() => Property.Holds(random =>
    {
        var levels = RandomLevels(random);
        DispersionOf([.. levels, .. levels]).ShouldBe(DispersionOf(levels), 1e-12);
    });

    [Fact]
    public void Homogeneity_is_one_less_twice_the_mean_distance_from_the_median() => Property.Holds(random =>
    {
        var levels = RandomLevels(random);
        var distance = levels.Average(level => Math.Abs(level - Dispersion.MedianOf(levels)));
        Dispersion.HomogeneityOf(levels)!.Value.ShouldBe(1 - (2 * distance / 5 / Dispersion.MostOf(levels.Length)), 1e-12);
    });

    private static double DispersionOf(int[] levels) => Dispersion.Of([.. Enumerable.Range(0, 6).Select(level => levels.Count(l => l == level))]);

    private static int[] RandomLevels(Random random) => [.. Enumerable.Range(0, random.Next(2, 12)).Select(_ => random.Next(6))];

    private static int[] Frequencies(MethodVector vector) => [.. vector.Input["frequencies"]!.AsArray().Select(f => (int)f!)];

    // 1 − Σ (F − ½)² ÷ ((categories − 1) ÷ 4)
    private static double BlairLacy(int[] frequencies)
    {
        var (total, below, squares) = ((double)frequencies.Sum(), 0.0, 0.0);
        foreach (var frequency in frequencies.SkipLast(1))
        {
            below += frequency;
            squares += Math.Pow((below / total) - 0.5, 2);
        }

        return 1 - (squares / ((frequencies.Length - 1) / 4.0));
    }
}
