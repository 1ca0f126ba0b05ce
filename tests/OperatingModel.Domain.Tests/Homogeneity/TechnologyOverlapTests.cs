using OperatingModel.Domain.Homogeneity;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Homogeneity;

public sealed class TechnologyOverlapTests
{
    [Fact]
    public void Overlap_is_the_mean_over_pairs_as_in_vector_F7_06()
    {
        var vector = ExpectedFigures.Of("F7-06");
        vector.ShouldBe(
            vector.Input["cases"]!
                .AsArray()
                .Select(units =>
                    TechnologyOverlap.Of([
                        .. units!
                            .AsArray()
                            .Select(unit => (IReadOnlyList<int>)[.. unit!.AsArray().Select(application => (int)((string)application!)[0]).Order()]),
                    ])));
    }

    [Fact]
    public void Overlap_is_a_share_one_for_equal_sets_and_agrees_with_plain_sets() =>
        Property.Holds(random =>
        {
            int[][] units = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => Enumerable.Range(0, 6).Where(_ => random.Next(3) == 0).ToArray())];
            var pairs = units
                .SelectMany((one, i) => units.Skip(i + 1).Select(other => (one, other)))
                .Where(pair => pair.one.Union(pair.other).Any())
                .ToList();
            var expected =
                pairs.Count == 0
                    ? (double?)null
                    : pairs.Average(pair => (double)pair.one.Intersect(pair.other).Count() / pair.one.Union(pair.other).Count());
            var actual = TechnologyOverlap.Of(units);
            actual.ShouldBeNear(expected, 1e-12, "overlap");
            (actual ?? 0).ShouldBeInRange(0, 1);
            TechnologyOverlap
                .Of([
                    [1, 2],
                    [1, 2],
                ])
                .ShouldBe(1);
        });
}
