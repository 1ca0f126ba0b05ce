using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.HeatMaps.Sensitivity;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Domain.Tests.HeatMaps.Explaining;

public sealed class ExplanationTests
{
    private static readonly HeatCube Mini = Models.Mini().Cube;

    [Fact]
    public void The_terms_of_every_figure_add_up_to_it() => RandomModels.ForAll(model =>
    {
        var cube = model.Snapshot.Cube;
        foreach (var scope in HeatCubeTests.Scopes(cube))
        {
            var (node, stage, unit) = cube.Find(scope)!.Value;
            var explanation = cube.Explain(node, stage, unit);
            if (cube.Of(node, stage, unit).Heat is { } heat)
            {
                explanation.Figure!.Value.ShouldBe(heat, 1e-9, $"{scope}");
            }

            ShouldAddUp(explanation);
        }

        foreach (var item in cube.Priorities.Items)
        {
            var explanation = cube.ExplainPriority(item.Node);
            explanation.Figure.ShouldBe(item.Value);
            ShouldAddUp(explanation);
            ShouldAddUp(cube.ExplainDifference(cube.Priorities.Items[0].Node, item.Node));
        }
    });

    [Fact]
    public void A_cell_says_importance_times_gap()
    {
        var cell = Mini.Explain(Mini.Tree.IndexOf("P.1"), Mini.StageIndex("SHOP"), Mini.UnitIndex("A"));
        cell.Title.ShouldBe("Heat of P.1 in SHOP for A");
        cell.Print().Calculation.ShouldBe("4 × importance 5 × gap 2 = 40 of 100");
        cell.Terms.Select(term => (term.Label, term.Amount)).ShouldBe([("From level 3 to 4", 20), ("From level 2 to 3", 20)]);
        cell.Remarks.ShouldContain("Importance 5: decides whether a board objective is met.");
        cell.Levers.ShouldBe(["One level up brings it to 20; reaching level 4 to 0.", "With importance 4 it would be 32."]);
    }

    [Fact]
    public void A_cell_under_other_exponents_says_so()
    {
        var cube = Mini.Reweighted(Mini.Weights with { Gamma = 0.5 });
        cube.Explain(cube.Tree.IndexOf("P.2"), cube.StageIndex("TRAVEL"), cube.UnitIndex("A")).Print().Calculation
            .ShouldBe("100 × (importance 4 ÷ 5)^1 × (gap 3 ÷ 5)^0.5 = 62 of 100");
    }

    [Fact]
    public void A_missing_cell_is_unknown_and_says_what_assessing_it_brings()
    {
        var cell = Mini.Explain(Mini.Tree.IndexOf("P.2"), Mini.StageIndex("TRAVEL"), Mini.UnitIndex("B"));
        cell.Figure.ShouldBeNull();
        cell.Words.ShouldBe("Nobody has assessed it: unknown, not zero.");
        cell.Levers.ShouldBe(["Assess P.2 in B."]);
        cell.Inputs[0].Key.ShouldBe(Assessment.KeyOf("P.2", "B", null));
    }

    [Fact]
    public void A_roll_up_says_what_its_parts_bring()
    {
        var rollup = Mini.Explain(Mini.Tree.IndexOf("P"));
        rollup.Words.ShouldStartWith("Mean heat of 5 assessed cells, each weighted by the customer value that depends on it");
        var printed = rollup.Print();
        printed.Calculation.ShouldBe("heat weighted by value 36.6 ÷ assessed value 1.05 = 34.9 of 100");
        printed.Terms.Select(term => (term.Amount, term.Calculation))
            .ShouldBe([("14.3", "heat 25 × share of the assessed value 57.1%"), ("20.6", "heat 48 × share of the assessed value 42.9%")]);
        rollup.Remarks.ShouldBe([
            "5 of 6 cells assessed, 87.5% of the customer value.",
            "Confidence 0.73 of 1; trust: high.",
            "Hottest cell 48 of 100.",
            "Range 30.5–43: missing cells as 0 and as 100.",
        ]);
        rollup.Levers[0].ShouldBe("Assess P.2 in B: the range narrows by 12.5 points.");
    }

    [Fact]
    public void A_priority_says_reach_times_heat_and_what_separates_it_from_its_neighbours()
    {
        var model = SampleModels.Airline(Models.Today);
        var first = model.Cube.ExplainPriority(model.Tree.IndexOf("C4.3"));
        first.Print().Calculation.ShouldBe("10 × reach 28.3% × heat 42.4 = 120 points");
        first.Terms.Select(term => term.Inputs[0].Key.Text).ShouldBe(["PREP", "BOARD", "ARRIVE"]);
        first.Remarks[0].ShouldBe("By business unit: Mainline 84.36, Regional 17.00, Low-cost 10.58, Holidays 8.06.");
        first.Remarks[1].ShouldBe("Rank 1; once everything is assessed still 1.");
        first.Remarks[^1].ShouldBe("Trip management self-service is 42.7 points behind.");
        first.Levers.ShouldNotBeEmpty();
        var fifth = model.Cube.ExplainPriority(model.Tree.IndexOf("C4.2"));
        fifth.Print().Calculation.ShouldNotBeNull().ShouldStartWith("10 × (assessed reach ");
        fifth.Remarks[1].ShouldBe("Rank 5; once everything is assessed 2 to 7.");
        fifth.Levers.ShouldContain("Assess it in Regional: its range 62.1–87.1 narrows by 25 points.");
    }

    [Fact]
    public void What_has_no_priority_says_why()
    {
        var model = Models.Mini();
        model = model.With([RowChange.Remove(model.Assessments[Assessment.KeyOf("Q", "A", null)])], 2);
        model.Cube.ExplainPriority(model.Tree.IndexOf("Q")).Words.ShouldBe("No cell is assessed: unknown, listed last without a rank.");
        model.Cube.ExplainPriority(model.Tree.IndexOf("P")).Figure.ShouldBeNull();
    }

    [Fact]
    public void One_level_up_is_what_the_model_with_that_level_says()
    {
        var model = Models.Mini();
        var row = model.Assessments[Assessment.KeyOf("P.2", "A", null)];
        var raised = model.With([RowChange.Replace(row, row with { Current = row.Current + 1 })], 2);
        var leaf = model.Tree.IndexOf("P.2");
        LeafWhatIf.PriorityOneLevelUp(model.Cube, leaf, model.Cube.UnitIndex("A")).ShouldBe(raised.Cube.PriorityOf(leaf)!.Value, 1e-9);
    }

    private static void ShouldAddUp(Explanation explanation)
    {
        if (explanation.Figure is { } figure)
        {
            explanation.Terms.Sum(term => term.Amount).ShouldBe(figure, 1e-9, explanation.Title);
        }
        else
        {
            explanation.Terms.ShouldBeEmpty();
        }

        explanation.Words.ShouldNotBeNullOrWhiteSpace();
    }
}
