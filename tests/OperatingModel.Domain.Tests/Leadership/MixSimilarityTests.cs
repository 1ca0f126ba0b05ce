using System.Text.Json.Nodes;
using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Leadership;

public sealed class MixSimilarityTests
{
    [Theory]
    [InlineData("F16-01")]
    [InlineData("F16-02")]
    public void Mixes_are_compared_as_in_the_vectors(string id)
    {
        var vector = ExpectedFigures.Of(id);
        vector.ShouldBe(MixSimilarity.Of(MixOf(vector.Input["actual"]!), MixOf(vector.Input["target"]!)));
    }

    [Fact]
    public void Similarity_is_a_share_symmetric_and_one_for_equal_shares_only() => Property.Holds(random =>
    {
        var (one, other) = (RandomMix(random), RandomMix(random));
        var similarity = MixSimilarity.Of(one, other);
        similarity.Index!.Value.ShouldBeInRange(0, 1);
        similarity.Index.Value.ShouldBe(MixSimilarity.Of(other, one).Index!.Value, 1e-12);
        similarity.Explain("it").Terms.Sum(term => term.Amount).ShouldBe(similarity.Index.Value, 1e-9);
        (similarity.Index.Value > 1 - 1e-12).ShouldBe(similarity.Rows.All(row => Math.Abs(row.Delta) < 1e-12));
        MixSimilarity.Of(one, one.ToDictionary(part => part.Key, part => part.Value * 7)).Index!.Value.ShouldBe(1, 1e-12);
    });

    [Fact]
    public void An_empty_side_has_no_similarity() =>
        MixSimilarity.Of(new Dictionary<string, double>(), new Dictionary<string, double> { ["Core"] = 1 }).Index.ShouldBeNull();

    private static Dictionary<string, double> MixOf(JsonNode mix) => mix.AsObject().ToDictionary(part => part.Key, part => (double)part.Value!);

    private static Dictionary<string, double> RandomMix(Random random)
    {
        var mix = new[] { "A", "B", "C", "D" }.Where(_ => random.Next(3) > 0).ToDictionary(part => part, _ => (double)random.Next(0, 4));
        mix["E"] = random.Next(1, 4);
        return mix;
    }
}
