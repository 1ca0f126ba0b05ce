using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Editing;

/// <summary>What holds for every structure edit, whatever it is.</summary>
public sealed class StructureEditTests
{
    /// <summary>The sample with a campaign, which it has none of itself.</summary>
    internal static readonly ModelSnapshot Airline = Breach.Airline.With(
        CampaignEdits.Start(Breach.Airline, "Round", new DateOnly(2026, 1, 1), null, ["C1", "C4.3"], ["MAIN", "LCC"], [("ann", "Ann")]), 1);

    [Fact]
    public void Any_sequence_of_edits_leaves_a_tree_without_loose_ends_and_is_taken_back_exactly() => Property.Holds(random =>
    {
        var model = Airline;
        for (var step = 0; step < 12; step++)
        {
            var changes = RandomEdits.Any(model, random) ?? [];
            var after = model.With(changes, 2);
            ShouldBeSound(after, changes);
            ShouldHaveSameRows(after.With([.. changes.Select(change => change.Inverse)], 3), model);
            model = after;
        }
    });

    [Fact]
    public void The_changes_are_the_difference_and_nothing_besides() => Property.Holds(random =>
    {
        var changes = RandomEdits.Any(Airline, random) ?? [];
        changes.Select(change => (change.Table, change.Key)).ShouldBeUnique();
        changes.ShouldAllBe(change => change.Before != change.After || change.Before!.Position != change.After!.Position);
        var impact = Impact.Of(changes);
        impact.Lines.Sum(line => line.Added + line.Changed + line.Moved + line.Removed).ShouldBe(changes.Count);
        impact.IsEmpty.ShouldBe(changes.Count == 0);
    });

    [Fact]
    public void Splitting_a_capability_keeps_weight_money_and_need_in_total_and_merging_gives_back_what_there_was() => Property.Holds(random =>
    {
        var model = RandomModels.Clean(random);
        var leaf = RandomEdits.Leaf(model, random);
        var parts = random.Next(2, 5);
        var into = (SplitInto)random.Next(2);
        if (model.Tree.LevelOf(model.Tree.IndexOf(leaf)) == Capability.MaxLevel)
        {
            return;
        }

        var split = model.With(CapabilityParts.Split(model, leaf, [.. Enumerable.Range(1, parts).Select(part => $"Part {part}")], into), 2);
        split.Tree.Leaves.Count.ShouldBe(model.Tree.Leaves.Count + parts - 1);
        Weight(split).ShouldBe(Weight(model), 1e-9);
        Money(split).ShouldBe(Money(model), 1e-9);
        split.Cube.Priorities.TotalNeed.ShouldBe(model.Cube.Priorities.TotalNeed, 1e-9);
        (split.Cube.Of().Heat ?? -1).ShouldBe(model.Cube.Of().Heat ?? -1, 1e-9);

        string[] codes =
        [
            .. split
                    .Capabilities.Where(capability => capability.Name.StartsWith("Part ", StringComparison.Ordinal))
                    .Select(capability => capability.Code),
            ];
        var merged = split.With(CapabilityParts.Merge(split, codes, leaf), 3);
        Weight(merged).ShouldBe(Weight(model), 1e-9);
        merged.Capabilities.Count.ShouldBe(model.Capabilities.Count);
        merged.StageLinks.ShouldBe(model.StageLinks);
        merged.Assessments.ShouldBe(model.Assessments);
        merged.Table<NotApplicable>().ShouldBe(model.Table<NotApplicable>());
        merged.Cube.Priorities.TotalNeed.ShouldBe(model.Cube.Priorities.TotalNeed, 1e-9);
    });

    [Fact]
    public void Splitting_and_merging_stages_and_chains_keeps_what_stages_weigh_and_the_heat() => Property.Holds(random =>
    {
        var model = RandomModels.Clean(random);
        var stage = RandomModels.Pick(random, model.Stages);
        var split = model.With(StageEdits.Split(model, stage.Code, ["One", "Two"]), 2);
        (split.Cube.Of().Heat ?? -1).ShouldBe(model.Cube.Of().Heat ?? -1, 1e-9);
        (split.Cube.Of().Coverage ?? -1).ShouldBe(model.Cube.Of().Coverage ?? -1, 1e-9);
        var merged = split.With(StageEdits.Merge(split, [.. split.Stages.Where(s => s.Name == "Two").Select(s => s.Code)], stage.Code), 3);
        Shares(merged).ShouldBe(Shares(model), 1e-9);
        merged.StageLinks.ShouldBe(model.StageLinks);
        merged.Assessments.ShouldBe(model.Assessments);

        if (model.ValueChains.Count > 1)
        {
            var one = model.With(ValueChainEdits.Merge(model, model.ValueChains[1].Code, model.ValueChains[0].Code), 2);
            Shares(one).ShouldBe(Shares(model), 1e-9);
            var first = model.Stages.First(s => s.Chain == model.ValueChains[1].Code);
            if (model.Stages.Any(s => s.Chain == model.ValueChains[0].Code && s.ValueWeight > 0))
            {
                Shares(one.With(ValueChainEdits.Split(one, first.Code, "Again"), 3)).ShouldBe(Shares(model), 1e-9);
            }
        }
    });

    [Fact]
    public void A_new_code_changes_no_figure_and_the_old_one_given_back_restores_the_model() => Property.Holds(random =>
    {
        var model = RandomModels.Clean(random);
        var code = RandomModels.Pick(random, model.Capabilities).Code;
        var recoded = model.With(CapabilityEdits.SetCode(model, code, "~"), 2);
        recoded.Capabilities.Contains(code).ShouldBeFalse();
        recoded.Cube.Priorities.TotalNeed.ShouldBe(model.Cube.Priorities.TotalNeed, 1e-9);
        ShouldHaveSameRows(recoded.With(CapabilityEdits.SetCode(recoded, "~", code), 3), model);
    });

    [Fact]
    public void Every_list_of_the_sample_takes_new_codes_with_all_that_names_them()
    {
        foreach (
            var table in ModelTables.All.Where(table => table.Fields[0].Rules.OfType<CodeAttribute>().Any() && table.RowType != typeof(ModelMeta)))
        {
            foreach (var row in Airline.Table(table).Rows)
            {
                var recoded = Airline.With(Renaming.SetCode(Airline, table, row.Key.Text, "~"), 2);
                ModelRules.Check(recoded).Where(problem => problem.Blocks).ShouldBeEmpty($"{table} {row.Key}");
                ShouldHaveSameRows(recoded.With(Renaming.SetCode(recoded, table, "~", row.Key.Text), 3), Airline);
            }
        }
    }

    [Fact]
    public void Every_row_of_the_sample_can_be_removed_with_all_that_cannot_be_without_it()
    {
        foreach (var table in ModelTables.All.Where(table => table.RowType != typeof(ModelMeta)))
        {
            foreach (var row in Airline.Table(table).Rows)
            {
                var changes = RowEdits.Remove(Airline, row);
                ModelRules.Check(Airline.With(changes, 2)).Where(problem => problem.Blocks).ShouldBeEmpty($"{table} {row.Key}");
            }
        }
    }

    [Fact]
    public void Taking_an_edit_back_after_another_loses_nothing_of_the_other_unless_told() => Property.Holds(random =>
    {
        var mine = RandomEdits.Any(Airline, random) ?? [];
        var middle = Versioned(Airline, mine, 2);
        var theirs = RandomEdits.Any(middle, random) ?? [];
        var now = Versioned(middle, theirs, 3);

        var back = Reverting.Of(
            now,
            [.. mine.Select(change => change with { After = change.After is { } row ? row with { Version = 2 } : null })],
            overwrite: false);
        if (back.Any(change => now.Table(change.Table).Find(change.Key)?.Version != change.Before?.Version))
        {
            return;
        }

        var after = now.With(back, 4);
        foreach (var change in theirs)
        {
            var row = after.Table(change.Table).Find(change.Key);
            foreach (var field in change.Table.Fields.Where(field =>
                    change.After is not null
                        && !Equals(field.ValueOf(change.After), change.Before is null ? null : field.ValueOf(change.Before))))
            {
                (row is null ? null : field.ValueOf(row)).ShouldBe(field.ValueOf(change.After!), $"{change.Table} {change.Key} {field.Name}");
            }

            if (change.After is null)
            {
                row.ShouldBeNull($"{change.Table} {change.Key}");
            }
        }
    });

    internal static void ShouldHaveSameRows(ModelSnapshot actual, ModelSnapshot expected)
    {
        foreach (var table in ModelTables.All)
        {
            actual
                .Table(table)
                .Rows.Select(row => (row, row.Position))
                .ShouldBe(expected.Table(table).Rows.Select(row => (row, row.Position)), table.Name);
        }
    }

    private static void ShouldBeSound(ModelSnapshot model, IReadOnlyList<RowChange> changes)
    {
        model.Tree.Count.ShouldBe(model.Capabilities.Count);
        Enumerable.Range(0, model.Tree.Count).ShouldAllBe(node => model.Tree.LevelOf(node) <= Capability.MaxLevel);
        ModelRules.Check(model).Where(problem => problem.Blocks).Select(problem => problem.ToString()).ShouldBeEmpty(string.Join(", ", changes));
    }

    private static ModelSnapshot Versioned(ModelSnapshot model, IReadOnlyList<RowChange> changes, long version) =>
        model.With([.. changes.Select(change => change with { After = change.After is { } row ? row with { Version = version } : null })], version);

    private static double Weight(ModelSnapshot model) => model.Tree.Leaves.Sum(leaf => model.Tree[leaf].Weight ?? 1);

    private static double Money(ModelSnapshot model) => model.Table<CostAllocation>().Sum(share => share.Percent);

    private static double[] Shares(ModelSnapshot model) =>
        [
            .. model
                .Stages.OrderBy(stage => stage.Code, StringComparer.Ordinal)
                .Select(stage => model.Cube.StageShare(model.Cube.StageIndex(stage.Code))),
        ];
}
