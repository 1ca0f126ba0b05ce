using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Portfolio;

/// <summary>What holds for every comparison of spend and need (F9).</summary>
public sealed class AlignmentRuleTests
{
    private static readonly Gen<Amounts> AnyAmounts = Gen.Choose(0, int.MaxValue - 1).Select(seed => new Amounts(seed));

    [Fact]
    public void The_index_lies_between_0_and_1_and_is_1_only_when_shares_are_equal() => RandomModels.ForAll(AnyAmounts, amounts =>
    {
        var alignment = amounts.Alignment;
        alignment.Index.ShouldBeInRange(0, 1);
        (alignment.Index > 1 - 1e-9).ShouldBe(alignment.Rows.All(row => Math.Abs(row.DeltaShare) < 1e-9));
        Alignment.Of(amounts.Need, amounts.Need, 3, ModelSettings.Default)!.Index.ShouldBe(1, 1e-12);
    });

    [Fact]
    public void Differences_add_up_to_nothing_and_what_is_too_much_is_what_is_in_the_wrong_place() => RandomModels.ForAll(AnyAmounts, amounts =>
    {
        var alignment = amounts.Alignment;
        alignment.Rows.Sum(row => row.DeltaShare).ShouldBe(0, 1e-9);
        var money = amounts.Spend.Values.Sum();
        alignment.MisallocatedMoney.ShouldBe((1 - alignment.Index) * money, 1e-9 * money);
        alignment.Rows.Sum(row => Math.Max(0, row.DeltaMoney)).ShouldBe(alignment.MisallocatedMoney, 1e-9 * money);
        alignment.Explain("x").Terms.Sum(term => term.Amount).ShouldBe(alignment.Index, 1e-9);
    });

    [Fact]
    public void The_index_is_the_same_from_both_sides_and_in_every_unit() => RandomModels.ForAll(AnyAmounts, amounts =>
    {
        Alignment.Of(amounts.Need, amounts.Spend, 3, ModelSettings.Default)!.Index.ShouldBe(amounts.Alignment.Index, 1e-12);
        var scaled = Alignment.Of(Scaled(amounts.Spend, 1000), Scaled(amounts.Need, 0.25), 3, ModelSettings.Default)!;
        scaled.Index.ShouldBe(amounts.Alignment.Index, 1e-12);
        scaled.Rows.Select(row => (row.Code, row.Classification)).ShouldBe(amounts.Alignment.Rows.Select(row => (row.Code, row.Classification)));
    });

    [Fact]
    public void Coarser_levels_never_look_worse() =>
        RandomModels.ForAll(AnyAmounts, amounts =>
            Alignment
                .Of(Grouped(amounts.Spend), Grouped(amounts.Need), 3, ModelSettings.Default)!
                .Index.ShouldBeGreaterThanOrEqualTo(amounts.Alignment.Index - 1e-12));

    [Fact]
    public void Concentration_and_the_neediest_stay_in_their_ranges() => RandomModels.ForAll(AnyAmounts, amounts =>
        {
            var alignment = amounts.Alignment;
            alignment.SpendHhi.ShouldBeInRange(1.0 / alignment.Rows.Count - 1e-12, 1 + 1e-12);
            alignment.EffectiveFunded.ShouldBeInRange(1 - 1e-9, alignment.Rows.Count + 1e-9);
            alignment.Top.Count.ShouldBe(Math.Min(3, alignment.Rows.Count));
            alignment.TopNeedShare.ShouldBeGreaterThanOrEqualTo(
                alignment.Rows.Where(row => !alignment.Top.Contains(row.Code)).Select(row => row.NeedShare).DefaultIfEmpty().Max() - 1e-9);
            (alignment.TauB ?? 0).ShouldBeInRange(-1 - 1e-12, 1 + 1e-12);
        });

    private static Dictionary<string, double> Scaled(Dictionary<string, double> amounts, double factor) =>
        amounts.ToDictionary(pair => pair.Key, pair => pair.Value * factor);

    private static Dictionary<string, double> Grouped(Dictionary<string, double> amounts) =>
        amounts.GroupBy(pair => pair.Key[..1]).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value));

    private sealed record Amounts(int Seed)
    {
        public Dictionary<string, double> Spend { get; } = Of(new Random(Seed));

        public Dictionary<string, double> Need { get; } = Of(new Random(Seed + 1));

        public Alignment Alignment => Alignment.Of(Spend, Need, 3, ModelSettings.Default)!;

        private static Dictionary<string, double> Of(Random random) =>
            new[] { "A1", "A2", "B1", "B2", "C1", "D1" }
                .Where(_ => random.Next(4) > 0)
                .Append("E1")
                .ToDictionary(code => code, code => code == "E1" ? random.Next(1, 5) : (double)random.Next(0, 6));
    }
}
