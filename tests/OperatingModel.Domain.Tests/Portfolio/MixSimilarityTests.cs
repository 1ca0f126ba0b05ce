using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Portfolio;

public sealed class MixSimilarityTests
{
    private static readonly Gen<Mixes> AnyMixes = Gen.Choose(0, int.MaxValue - 1).Select(seed => new Mixes(seed));

    public static TheoryData<string> Vectors => [.. MethodVectors.Ids("F16")];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Shares_are_compared_category_by_category(string id) => ShouldMatch(
        MixSimilarity.Of(AlignmentTests.Amounts(MethodVectors.Input(id).GetProperty("actual")), AlignmentTests.Amounts(MethodVectors.Input(id).GetProperty("target"))),
        MethodVectors.Expected(id),
        1e-9);

    [Fact]
    public void Without_anything_on_one_side_there_is_no_index()
    {
        var nothing = MixSimilarity.Of(new Dictionary<string, double>(), new Dictionary<string, double> { ["A"] = 1 });
        (nothing.Index, nothing.Rows.Count, nothing.Explain("x").Figure).ShouldBe((null, 0, null));
    }

    [Fact]
    public void The_index_lies_between_0_and_1_and_is_the_same_from_both_sides() => RandomModels.ForAll(AnyMixes, mixes =>
    {
        var mix = MixSimilarity.Of(mixes.First, mixes.Second);
        mix.Index!.Value.ShouldBeInRange(0, 1);
        MixSimilarity.Of(mixes.Second, mixes.First).Index!.Value.ShouldBe(mix.Index.Value, 1e-12);
        mix.Explain("x").Terms.Sum(term => term.Amount).ShouldBe(mix.Index.Value, 1e-9);
    });

    [Fact]
    public void The_index_is_1_only_when_the_shares_are_equal() => RandomModels.ForAll(AnyMixes, mixes =>
    {
        MixSimilarity.Of(mixes.First, mixes.First.ToDictionary(pair => pair.Key, pair => pair.Value * 3)).Index!.Value.ShouldBe(1, 1e-12);
        var mix = MixSimilarity.Of(mixes.First, mixes.Second);
        (mix.Index > 1 - 1e-9).ShouldBe(mix.Rows.All(row => Math.Abs(row.Delta) < 1e-9));
    });

    internal static void ShouldMatch(MixSimilarity mix, JsonElement expected, double near)
    {
        mix.Index.ShouldBeNear(expected.Number("index"), near, "index");
        mix.Rows.Select(row => row.Category).ShouldBe(expected.GetProperty("rows").EnumerateArray().Select(row => row.Text("category")!));
        foreach (var (row, wanted) in mix.Rows.Zip(expected.GetProperty("rows").EnumerateArray()))
        {
            row.Actual.ShouldBe(wanted.Number("actual")!.Value, near, row.Category);
            row.Target.ShouldBe(wanted.Number("target")!.Value, near, row.Category);
            row.Delta.ShouldBe(wanted.Number("delta")!.Value, near, row.Category);
        }
    }

    private sealed record Mixes(int Seed)
    {
        public Dictionary<string, double> First { get; } = Of(new Random(Seed));

        public Dictionary<string, double> Second { get; } = Of(new Random(Seed + 1));

        private static Dictionary<string, double> Of(Random random) =>
            new[] { "A", "B", "C", "D" }.Where(_ => random.Next(3) > 0).Append("E").ToDictionary(category => category, _ => (double)random.Next(1, 5));
    }
}
