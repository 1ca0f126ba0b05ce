using System.Text.Json;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Tests.Vectors;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Portfolio;

public sealed class AlignmentTests
{
    public static TheoryData<string> Vectors => [.. MethodVectors.Ids("F9")];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Money_is_held_against_need(string id)
    {
        var input = MethodVectors.Input(id);
        ShouldMatch(
            Alignment.Of(
                Amounts(input.GetProperty("spend")),
                Amounts(input.GetProperty("need")),
                input.GetProperty("topK").GetInt32(),
                ModelSettings.Default)!,
            MethodVectors.Expected(id),
            1e-9);
    }

    [Fact]
    public void Without_money_or_need_there_is_nothing_to_compare()
    {
        Alignment.Of(new Dictionary<string, double>(), new Dictionary<string, double> { ["A"] = 1 }, 5, ModelSettings.Default).ShouldBeNull();
        Alignment
            .Of(new Dictionary<string, double> { ["A"] = 1 }, new Dictionary<string, double> { ["A"] = 0 }, 5, ModelSettings.Default)
            .ShouldBeNull();
    }

    [Fact]
    public void The_explanation_says_where_the_money_is_right_and_what_to_move()
    {
        var alignment = Alignment.Of(
            Amounts(MethodVectors.Input("F9-01").GetProperty("spend")),
            Amounts(MethodVectors.Input("F9-01").GetProperty("need")),
            2,
            ModelSettings.Default)!;
        var explanation = alignment.Explain("the test");
        explanation.Print().Calculation.ShouldBe("1 − 0.5 × sum of differences 80% = 60%");
        explanation.Terms.Select(term => (term.Label, Math.Round(term.Amount, 9))).ShouldBe([("A", 0.1), ("B", 0.3), ("C", 0.2)]);
        explanation.Levers.ShouldBe(["Moving 200 from A to C brings it to 80%."]);
    }

    [Fact]
    public void The_model_says_from_when_on_money_strays_from_need()
    {
        var spend = new Dictionary<string, double> { ["A"] = 53, ["B"] = 47 };
        var need = new Dictionary<string, double> { ["A"] = 48, ["B"] = 50, ["C"] = 2 };
        FundingClass[] Classes(ModelSettings settings) => [.. Alignment.Of(spend, need, 1, settings)!.Rows.Select(row => row.Classification)];
        Classes(ModelSettings.Default).ShouldBe([FundingClass.Aligned, FundingClass.Aligned, FundingClass.Unfunded]);
        Classes(ModelSettings.Default with { FundingRelativeMargin = 0.05 })
            .ShouldBe([FundingClass.OverFunded, FundingClass.UnderFunded, FundingClass.Unfunded]);
        Classes(ModelSettings.Default with { FundingRelativeMargin = 0.05, FundingMargin = 0.04 })
            .ShouldBe([FundingClass.OverFunded, FundingClass.Aligned, FundingClass.Unfunded]);
        Classes(ModelSettings.Default with { UnfundedFrom = 0.03 })[2].ShouldBe(FundingClass.UnderFunded);
    }

    internal static Dictionary<string, double> Amounts(JsonElement amounts) =>
        amounts.EnumerateObject().ToDictionary(amount => amount.Name, amount => amount.Value.GetDouble());

    internal static void ShouldMatch(Alignment alignment, JsonElement expected, double near)
    {
        alignment.Index.ShouldBe(expected.Number("alignmentIndex")!.Value, near);
        alignment.TauB.ShouldBeNear(expected.Number("tauB"), near, "tau-b");
        alignment.MisallocatedMoney.ShouldBe(expected.Number("misallocatedMoney")!.Value, near * 1000);
        alignment.Top.ShouldBe(expected.GetProperty("topK").Strings());
        alignment.TopSpendShare.ShouldBe(expected.Number("topKSpendShare")!.Value, near);
        alignment.TopNeedShare.ShouldBe(expected.Number("topKNeedShare")!.Value, near);
        alignment.SpendHhi.ShouldBe(expected.Number("spendHhi")!.Value, near);
        alignment.EffectiveFunded.ShouldBe(expected.Number("effectiveFunded")!.Value, near);
        if (!expected.TryGetProperty("rows", out var rows))
        {
            return;
        }

        alignment.Rows.Select(row => row.Code).ShouldBe(rows.EnumerateArray().Select(row => row.Text("code")!));
        foreach (var (row, wanted) in alignment.Rows.Zip(rows.EnumerateArray()))
        {
            row.SpendShare.ShouldBe(wanted.Number("spendShare")!.Value, near, row.Code);
            row.NeedShare.ShouldBe(wanted.Number("needShare")!.Value, near, row.Code);
            row.DeltaShare.ShouldBe(wanted.Number("deltaShare")!.Value, near, row.Code);
            row.DeltaMoney.ShouldBe(wanted.Number("deltaMoney")!.Value, near * 1000, row.Code);
            row.Ratio.ShouldBeNear(wanted.Number("ratio"), near, row.Code);
            row.Classification.ToString().ShouldBe(wanted.Text("classification"), row.Code);
        }
    }
}
