using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Indicators;
using OperatingModel.Exchange.Priorities;

namespace OperatingModel.Exchange.Tests.Priorities;

public sealed class PriorityExportTests
{
    private static readonly PriorityExport Airline = Exports.Airline.Export();

    [Fact]
    public void Every_leaf_that_serves_a_stage_has_one_row_in_the_order_of_the_screen()
    {
        Airline.Rows().Select(row => row.Priority).ShouldBe(Exports.Airline.Cube.Priorities.Shown);
        Airline.WithoutStage.ShouldBeEmpty();
    }

    [Fact]
    public void Ties_stand_in_the_order_of_the_tree_in_files_for_people_and_by_code_in_the_indicators()
    {
        var twelve = Exports.Named([.. Enumerable.Range(0, 12).Select(i => $"Equal {i}")]);
        string[] tree = [.. Enumerable.Range(0, 12).Select(i => $"C{i}")];
        twelve.Export().Rows().Select(row => row.Priority.Code).ShouldBe(tree);
        var priorities = IndicatorsJson.ElementOf(IndicatorsJson.All.Single(indicator => indicator.Key == "priorities"), new ModelAnalyses(twelve));
        priorities.EnumerateArray().Select(row => row.GetProperty("code").GetString()).ShouldBe(tree.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_leaf_that_serves_no_stage_is_named_and_has_no_row()
    {
        var export = Exports.WithUnknown.Export();
        export.WithoutStage.ShouldBe(["X"]);
        export.Rows().ShouldAllBe(row => row.Priority.Code != "X");
    }

    [Fact]
    public void Shares_of_need_run_up_to_the_whole()
    {
        var rows = Airline.Rows().ToList();
        rows[0].NeedShare!.Value.ShouldBe(rows[0].Priority.Need!.Value / Exports.Airline.Cube.Priorities.TotalNeed);
        rows.Sum(row => row.NeedShare!.Value).ShouldBe(1, 1e-9);
        rows[^1].CumulativeShare!.Value.ShouldBe(1, 1e-9);
        rows[4].CumulativeShare!.Value.ShouldBe(rows.Take(5).Sum(row => row.NeedShare!.Value), 1e-9);
    }

    [Fact]
    public void What_a_filter_leaves_keeps_its_rank_and_its_shares_of_the_whole()
    {
        var part = Exports.Airline.Export(scope: Exports.Customers);
        var rows = part.Rows().ToList();
        rows.Count.ShouldBe(part.Listed);
        rows.Count.ShouldBeInRange(1, 29);
        foreach (var row in rows)
        {
            var whole = Airline.Rows().Single(other => other.Priority.Code == row.Priority.Code);
            (row.Priority, row.NeedShare, row.CumulativeShare).ShouldBe((whole.Priority, whole.NeedShare, whole.CumulativeShare));
        }
    }

    [Fact]
    public void An_unknown_need_has_no_share()
    {
        var unknown = Exports.WithUnknown.Export().Rows().Last();
        (unknown.Priority.Code, unknown.NeedShare, unknown.CumulativeShare).ShouldBe(("C3.2", null, null));
    }

    [Fact]
    public void Without_any_need_there_are_no_shares_of_it()
    {
        var model = Exports.Named("a");
        var assessment = model.Assessments[0];
        var content = model.With([Domain.RowChange.Replace(assessment, assessment with { Current = 4 })], 2);
        var row = content.Export().Rows().Single();
        (row.Priority.Need, row.NeedShare, row.CumulativeShare).ShouldBe((0, null, null));
    }

    [Fact]
    public void Parts_by_stage_and_by_unit_add_up_to_the_priority()
    {
        foreach (var row in Airline.Rows())
        {
            row.ByStage.Values.Sum().ShouldBe(row.Priority.Value!.Value, 1e-9, row.Priority.Code);
            row.ByUnit.Values.Sum().ShouldBe(row.Priority.Value!.Value, 1e-9, row.Priority.Code);
        }
    }

    [Fact]
    public void Rows_say_where_the_capability_belongs()
    {
        var row = Airline.Rows().First();
        (row.Priority.Code, row.Level1.Code, row.Level1.Name).ShouldBe(("C4.3", "C4", "Journey preparation"));
        (row.OwnerTeamCode, row.OwnerTeam!.Name).ShouldBe(("T-PRE", "Pre-flight experience"));
        row.Objectives.ShouldBe(["O3", "O4"]);
    }

    [Fact]
    public void The_oldest_assessment_of_a_capability_stands_in_its_row()
    {
        var days = Exports.Airline.Assessments.ToLookup(assessment => assessment.Capability, assessment => assessment.AssessedOn);
        days.ShouldContain(capability => capability.Distinct().Count() > 1);
        Airline.Rows().ShouldAllBe(row => row.OldestAssessment == days[row.Priority.Code].Min());
    }

    [Fact]
    public void Assessments_of_units_out_of_scope_do_not_age_a_row()
    {
        var before = Exports.Airline.Assessments.First(assessment => assessment is { Capability: "C4.3", BusinessUnit: "LCC" });
        var model = Exports.Airline.With([Domain.RowChange.Replace(before, before with { AssessedOn = new DateOnly(2020, 1, 1) })], 1);
        model.Export().Rows().First().OldestAssessment.ShouldBe(new DateOnly(2020, 1, 1));
        var without = model.Export(HeatWeights.Of(model).WithUnitWeight("LCC", 0));
        without.Rows().Single(row => row.Priority.Code == "C4.3").OldestAssessment.ShouldBe(new DateOnly(2025, 10, 15));
    }

    [Fact]
    public void A_root_without_children_is_its_own_level_1() => Exports.Named("a").Export().Rows().Single().Level1.Code.ShouldBe("C0");

    [Fact]
    public void Technology_holes_are_those_of_the_model()
    {
        var holes = EnablementMap.Of(Exports.Airline).Holes;
        Airline.Rows().SelectMany(row => row.GapingHoles.Select(unit => (row.Priority.Code, unit, TechnologyHole.GapingHole))
                .Concat(row.WeakTechnology.Select(unit => (row.Priority.Code, unit, TechnologyHole.WeakTechnology)))).Order()
            .ShouldBe(holes.Select(hole => (hole.Capability, hole.BusinessUnit, hole.Hole)).Order());
        holes.Select(hole => hole.Hole).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Missing_instances_are_those_of_the_heat_map()
    {
        var missing = Exports.Airline.Cube.MissingScores();
        missing.ShouldNotBeEmpty();
        Airline.Rows().SelectMany(row => row.NotAssessed.Select(unit => (row.Priority.Code, unit))).Order()
            .ShouldBe(missing.Select(score => (score.Capability, score.BusinessUnit)).Order());
    }

    [Fact]
    public void Weights_of_a_what_if_give_its_figures()
    {
        var weights = HeatWeights.Of(Exports.Airline).WithStagePoints("BOOK", 60).WithUnitBasis(Exports.Airline, WeightBasis.Equal);
        var export = Exports.Airline.Export(weights);
        (export.IsWhatIf, export.UnitBasis).ShouldBe((true, WeightBasis.Equal));
        export.Rows().Select(row => row.Priority).ShouldBe(Exports.Airline.Cube.Reweighted(weights).Priorities.Items);
        export.Rows().First().Priority.ShouldNotBe(Airline.Rows().First().Priority);
        (Airline.IsWhatIf, Airline.UnitBasis).ShouldBe((false, WeightBasis.Revenue));
    }

    [Fact]
    public void Unit_weights_given_by_hand_have_no_basis() =>
        Exports.Airline.Export(HeatWeights.Of(Exports.Airline).WithUnitWeight("LCC", 123)).UnitBasis.ShouldBeNull();

    [Theory]
    [InlineData(WeightBasis.Revenue)]
    [InlineData(WeightBasis.Equal)]
    public void Where_several_bases_weigh_the_units_alike_the_models_own_is_named(WeightBasis own) =>
        Exports
            .Of(new BusinessUnit("A", "A", 1, null), new BusinessUnit("B", "B", 1, null), new ModelSettings { BusinessUnitWeightBasis = own })
            .Export()
            .UnitBasis.ShouldBe(own);

    [Fact]
    public void An_empty_model_has_no_rows()
    {
        var export = Exports.Of().Export();
        export.Rows().ShouldBeEmpty();
        export.Columns.ShouldAllBe(column => column.Group == null);
    }

    [Fact]
    public void Every_column_has_a_name_of_its_own_and_a_sentence()
    {
        Airline.Columns.Select(column => column.Path).ShouldBeUnique();
        Airline.Columns.Select(column => column.Header).ShouldBeUnique();
        Airline.Columns.ShouldAllBe(column => column.Description.EndsWith('.') && char.IsUpper(column.Description[0]));
    }

    [Fact]
    public void The_leading_columns_end_with_the_name_of_the_capability() => Airline.Columns[PriorityColumns.Leading - 1].Name.ShouldBe("capability");
}
