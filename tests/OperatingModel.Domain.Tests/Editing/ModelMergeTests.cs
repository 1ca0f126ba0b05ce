using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Domain.Tests.Editing.StructureEditTests;

namespace OperatingModel.Domain.Tests.Editing;

public sealed class ModelMergeTests
{
    private static readonly ModelSnapshot Mini = Models.Mini();

    private static Capability Q => Mini.Capabilities.Find("Q")!;

    [Fact]
    public void What_both_sides_changed_in_different_fields_of_a_row_comes_together()
    {
        var merge = Merge([Put(Q with { Name = "Quality", Position = 9 })], [Put(Q with { Weight = 3, Version = 2 })]);
        merge.Conflicts.ShouldBeEmpty();
        var change = merge.Changes.ShouldHaveSingleItem();
        (change.Before!.Version, change.After!.Position, change.After).ShouldBe((2, 9, Q with { Name = "Quality", Weight = 3 }));
    }

    [Fact]
    public void The_same_change_on_both_sides_is_no_conflict()
    {
        IReadOnlyList<RowChange> same =
        [
            Put(Q with { Name = "Quality", Position = 9 }), .. CapabilityEdits.Delete(Mini, "P.2"), Put(Models.Unit("C", 5) with { Position = 7 }),
        ];
        var merge = Merge(same, same);
        (merge.Conflicts.Count, merge.Changes.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void A_row_that_both_added_at_different_places_comes_to_the_first_of_them()
    {
        var (mine, theirs) = (Put(Models.Unit("C", 5) with { Position = 7 }), Put(Models.Unit("C", 5) with { Position = 8 }));
        Merge([mine], [theirs]).Changes.ShouldHaveSingleItem().After!.Position.ShouldBe(7);
        Merge([theirs], [mine]).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_field_that_both_changed_is_a_conflict_of_this_field_alone()
    {
        IReadOnlyList<RowChange> mine = [Put(Q with { Name = "Mine", Weight = 2 })];
        IReadOnlyList<RowChange> theirs = [Put(Q with { Name = "Theirs" })];
        var merge = Merge(mine, theirs);
        var conflict = merge.Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Key.Text, conflict.Field!.Name).ShouldBe((MergeConflictKind.Field, "Q", nameof(Capability.Name)));
        (conflict.Base, conflict.Mine, conflict.Theirs).ShouldBe((Q, Q with { Name = "Mine", Weight = 2 }, Q with { Name = "Theirs" }));

        merge.Changes.ShouldHaveSingleItem().After.ShouldBe(Q with { Name = "Theirs", Weight = 2 });
        Merge(mine, theirs, MergeSide.Theirs).Changes.ShouldHaveSingleItem().After.ShouldBe(Q with { Name = "Theirs", Weight = 2 });
        Merge(mine, theirs, MergeSide.Mine).Changes.ShouldHaveSingleItem().After.ShouldBe(Q with { Name = "Mine", Weight = 2 });
        Merge(mine, theirs, MergeSide.Mine).Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public void A_row_that_both_moved_elsewhere_is_a_conflict_of_its_place()
    {
        IReadOnlyList<RowChange> mine = [Put(Q with { Name = "Mine", Position = 20 })];
        IReadOnlyList<RowChange> theirs = [Put(Q with { Position = 30 })];
        var merge = Merge(mine, theirs);
        var conflict = merge.Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Field, conflict.Mine!.Position, conflict.Theirs!.Position).ShouldBe((MergeConflictKind.Place, null, 20, 30));
        merge.Changes.ShouldHaveSingleItem().After!.Position.ShouldBe(30);
        Merge(mine, theirs, MergeSide.Mine).Changes.ShouldHaveSingleItem().After!.Position.ShouldBe(20);
    }

    [Fact]
    public void What_I_removed_and_they_changed_is_a_conflict_and_stays_with_all_that_went_with_it_unless_I_win()
    {
        var mine = CapabilityEdits.Delete(Mini, "Q");
        IReadOnlyList<RowChange> theirs = [Put(Q with { Name = "Theirs" })];
        var merge = Merge(mine, theirs);
        var conflict = merge.Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Base, conflict.Mine, conflict.Theirs).ShouldBe((
            MergeConflictKind.RemovedByMe, Q, null, Q with { Name = "Theirs" }));

        merge.Changes.ShouldBeEmpty();
        ShouldHaveSameRows(Mini.With(theirs, 2).With(Merge(mine, theirs, MergeSide.Mine).Changes, 3), Mini.With(mine, 2));
    }

    [Fact]
    public void What_they_removed_and_I_changed_is_a_conflict_and_stays_away_unless_I_win()
    {
        IReadOnlyList<RowChange> mine = [Put(Q with { Name = "Mine" })];
        var theirs = CapabilityEdits.Delete(Mini, "Q");
        var merge = Merge(mine, theirs);
        var conflict = merge.Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Base, conflict.Mine, conflict.Theirs).ShouldBe((
            MergeConflictKind.RemovedByThem, Q, Q with { Name = "Mine" }, null));

        merge.Changes.ShouldBeEmpty();
        var change = Merge(mine, theirs, MergeSide.Mine).Changes.ShouldHaveSingleItem();
        (change.Before, change.After).ShouldBe((null, Q with { Name = "Mine" }));
    }

    [Fact]
    public void What_one_side_only_moved_goes_when_the_other_removed_it()
    {
        IReadOnlyList<RowChange> moved = [Put(Q with { Position = 20 })];
        var removed = CapabilityEdits.Delete(Mini, "Q");
        (Merge(moved, removed).Conflicts.Count, Merge(moved, removed).Changes.Count).ShouldBe((0, 0));
        Merge(removed, moved).Conflicts.ShouldBeEmpty();
        Merge(removed, moved).Changes.Count.ShouldBe(removed.Count);
    }

    [Fact]
    public void A_key_that_both_added_with_other_contents_is_a_conflict()
    {
        IReadOnlyList<RowChange> mine = [Put(Models.Unit("C", 5))];
        IReadOnlyList<RowChange> theirs = [Put(Models.Unit("C", 6))];
        var merge = Merge(mine, theirs);
        var conflict = merge.Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Base, conflict.Mine, conflict.Theirs).ShouldBe((
            MergeConflictKind.AddedTwice, null, Models.Unit("C", 5), Models.Unit("C", 6)));

        merge.Changes.ShouldBeEmpty();
        var change = Merge(mine, theirs, MergeSide.Mine).Changes.ShouldHaveSingleItem();
        (change.Before, change.After).ShouldBe((Models.Unit("C", 6), Models.Unit("C", 5)));
    }

    [Fact]
    public void The_first_settings_that_both_sides_give_a_model_are_merged_like_any_other()
    {
        var mine = ModelSettings.Default with { TopK = 7 };
        var merge = Merge([Put(mine)], [Put(ModelSettings.Default with { Alpha = 2 })]);
        merge.Conflicts.ShouldBeEmpty();
        merge.Changes.ShouldHaveSingleItem().After.ShouldBe(mine with { Alpha = 2 });
    }

    [Fact]
    public void What_I_removed_stays_with_all_that_went_with_it_as_long_as_rows_of_theirs_need_it()
    {
        var added = Models.Assessed("Q", "A", 1, 2, 3, stage: "SHOP");
        var mine = CapabilityEdits.Delete(Mini, "Q");
        var merge = Merge(mine, [Put(added)]);
        var conflict = merge.Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Key.Text, conflict.Mine).ShouldBe((MergeConflictKind.StillNeeded, "Q", null));
        conflict.Followers.ShouldBe([RowChange.Remove(added)]);

        merge.Changes.ShouldBeEmpty();
        var won = Mini.With([Put(added)], 2).With(Merge(mine, [Put(added)], MergeSide.Mine).Changes, 3);
        ShouldHaveSameRows(won, Mini.With(mine, 2));
    }

    [Fact]
    public void A_removal_that_I_win_is_made_even_where_the_row_it_went_with_stays()
    {
        var score = Mini.Assessments.First(assessment => assessment.Capability == "Q");
        var theirs = Mini.With([Put(Q with { Name = "Theirs" }), Put(score with { Current = 1 })], 2);
        ModelMerge.Of(CapabilityEdits.Delete(Mini, "Q"), theirs, conflict =>
                conflict.Table.RowType == typeof(Assessment) ? MergeSide.Mine : MergeSide.Theirs)
            .Changes.ShouldHaveSingleItem().ToString().ShouldBe("assessments Q · A removed");
    }

    [Fact]
    public void What_would_go_only_because_a_row_goes_that_needs_mine_is_named_too_and_what_can_do_without_it_forgets_it()
    {
        IReadOnlyList<RowChange> mine = ValueChainEdits.Delete(Mini, "CH");
        var stage = Models.Stage("RETURN", 5, order: 3);
        var link = new StageLink("RETURN", "Q", LinkStrength.Critical);
        var conflicts = Merge(mine, [Put(stage), Put(link)]).Conflicts;
        conflicts.ShouldHaveSingleItem().Followers.ShouldBe([RowChange.Remove(stage), RowChange.Remove(link)]);

        var child = Models.Capability("P.3", "P");
        var childless = Mini.With(CapabilityEdits.Delete(Mini, "P.1", "P.2"), 2);
        var removed = CapabilityEdits.Delete(childless, "P");
        var lifted = ModelMerge.Of(removed, childless.With([Put(child)], 3)).Conflicts.ShouldHaveSingleItem().Followers;
        lifted.ShouldBe([new RowChange(ModelTables.Of<Capability>(), child, child with { Parent = null })]);
    }

    [Fact]
    public void A_row_of_mine_that_refers_to_one_they_removed_stays_out_and_so_does_what_refers_to_it_in_turn()
    {
        var child = Models.Capability("Q.1", "Q");
        var assessed = Models.Assessed("Q.1", "A", 1, 2, 3);
        IReadOnlyList<RowChange> mine = [Put(child), Put(assessed), Put(Q with { Name = "Mine" })];
        var theirs = CapabilityEdits.Delete(Mini, "Q");
        var merge = Merge(mine, theirs);
        merge.Changes.ShouldBeEmpty();
        merge.Conflicts.Select(conflict => (conflict.Kind, conflict.Key, conflict.Field?.Name, conflict.Gone?.Key.Text)).ShouldBe(
        [
            (MergeConflictKind.RemovedByThem, Q.Key, null, null),
            (MergeConflictKind.Missing, child.Key, nameof(Capability.Parent), "Q"),
            (MergeConflictKind.Missing, assessed.Key, nameof(Assessment.Capability), "Q.1"),
        ]);

        // Once the row is back, nothing is missing.
        var back = ModelMerge.Of(Mini, Mini.With(mine, 2), Mini.With(theirs, 2), conflict =>
            conflict.Kind == MergeConflictKind.RemovedByThem ? MergeSide.Mine : null);
        (back.Conflicts.Count, back.Changes.Count).ShouldBe((0, 3));
    }

    [Fact]
    public void A_reference_of_mine_to_what_they_removed_stays_as_they_have_it()
    {
        IReadOnlyList<RowChange> mine = [Put(Mini.Capabilities.Find("P.2")! with { Parent = "Q", Name = "Mine" })];
        var theirs = CapabilityEdits.Delete(Mini, "Q");
        var merge = Merge(mine, theirs);
        merge.Conflicts.ShouldHaveSingleItem().Gone.ShouldBe((ModelTables.Of<Capability>(), Q.Key));
        merge.Changes.ShouldHaveSingleItem().After.ShouldBe(Mini.Capabilities.Find("P.2")! with { Name = "Mine" });

        Merge(mine, theirs, MergeSide.Mine).Changes.ShouldHaveSingleItem().After.ShouldBe(mine[0].After);
    }

    [Fact]
    public void Two_sides_that_do_not_contradict_each_other_come_to_the_same_model_whichever_is_merged_into_the_other()
    {
        var merged = 0;
        Property.Holds(random =>
        {
            var (from, mine, theirs) = Sides(random);
            var (one, other) = (ModelMerge.Of(from, mine, theirs), ModelMerge.Of(from, theirs, mine));
            if (one.Conflicts.Count == 0 && other.Conflicts.Count == 0)
            {
                merged++;
                ShouldHaveSameRows(theirs.With(one.Changes, 9), mine.With(other.Changes, 9));
            }
        });
        merged.ShouldBeGreaterThan(RandomModels.Cases / 10);
    }

    [Fact]
    public void A_side_that_changed_nothing_gives_the_other() => Property.Holds(random =>
    {
        var (from, mine, _) = Sides(random);
        ShouldHaveSameRows(from.With(Unopposed(ModelMerge.Of(from, mine, from)), 9), mine);
        Unopposed(ModelMerge.Of(from, from, mine)).ShouldBeEmpty();
        Unopposed(ModelMerge.Of(from, mine, mine)).ShouldBeEmpty();
    });

    [Fact]
    public void What_is_merged_needs_no_second_merge() => Property.Holds(random =>
    {
        var (from, mine, theirs) = Sides(random);
        var merge = ModelMerge.Of(from, mine, theirs);
        var merged = theirs.With(merge.Changes, 9);
        var again = ModelMerge.Of(from, mine, merged);
        again.Changes.ShouldBeEmpty();
        again.Conflicts.Count.ShouldBe(merge.Conflicts.Count);
    });

    [Fact]
    public void A_merge_refers_to_nothing_that_is_gone_whatever_is_open_or_decided() => Property.Holds(random =>
    {
        var (from, mine, theirs) = Sides(random);
        var open = theirs.With(ModelMerge.Of(from, mine, theirs).Changes, 9);
        var merge = ModelMerge.Of(from, mine, theirs, conflict =>
            conflict.Kind != MergeConflictKind.Missing && random.Next(2) == 0 ? MergeSide.Mine : MergeSide.Theirs);
        merge.Conflicts.ShouldBeEmpty();
        foreach (var model in new[] { open, theirs.With(merge.Changes, 9) })
        {
            ModelRules.Check(model).Where(problem => problem.Code == ReferenceRules.Missing).Select(problem => $"{problem}").ShouldBeEmpty();
        }
    });

    [Fact]
    public void Where_I_win_every_conflict_all_that_I_changed_is_as_I_want_it() => Property.Holds(random =>
    {
        var (from, mine, theirs) = Sides(random);
        var changes = ModelDiff.Between(from, mine);
        var won = theirs.With(ModelMerge.Of(changes, theirs, _ => MergeSide.Mine).Changes, 9);
        foreach (var change in changes)
        {
            var row = won.Table(change.Table).Find(change.Key);
            if (change.After is null || (row is null && IsExcused(change, theirs)))
            {
                row.ShouldBeNull();
                continue;
            }

            row.ShouldNotBeNull($"{change}");
            foreach (var field in change.Table.Fields.Where(field =>
                change.Before is null || !Equals(field.ValueOf(change.Before), field.ValueOf(change.After))))
            {
                field.ValueOf(row).ShouldBe(field.ValueOf(change.After), $"{change.Table} {change.Key} {field.Name}");
            }
        }
    });

    [Fact]
    public void Where_they_win_a_conflict_of_every_row_nothing_of_theirs_changes() => Property.Holds(random =>
    {
        List<(RowChange Mine, RowChange? Theirs)> both =
        [
            .. ModelDiff.Between(Airline, RandomEdits.Edited(Airline, random, 5))
                .Select(change => (change, Against(change, random)))
                .Where(pair => pair.Item2 is not null),
        ];
        IReadOnlyList<RowChange> mine = [.. both.Select(pair => pair.Mine)];
        var theirs = Airline.With([.. both.Select(pair => pair.Theirs!)], 2);

        var conflicts = ModelMerge.Of(mine, theirs).Conflicts.Select(conflict => (conflict.Table, conflict.Key)).ToHashSet();
        mine.Where(change => !conflicts.Contains((change.Table, change.Key))).ShouldBeEmpty();
        ModelMerge.Of(mine, theirs, _ => MergeSide.Theirs).Changes.ShouldBeEmpty();
    });

    [Fact]
    public void Taking_any_change_of_any_list_back_gives_the_model_before_it() => Property.Holds(random =>
    {
        var before = RandomEdits.Edited(Airline, random, random.Next(3));
        var after = RandomEdits.Edited(before, random, random.Next(1, 5));
        var back = Reverting.Of(after, ModelDiff.Between(before, after), overwrite: false);
        ShouldHaveSameRows(after.With(back, 9), before);
    });

    private static (ModelSnapshot From, ModelSnapshot Mine, ModelSnapshot Theirs) Sides(Random random)
    {
        var from = RandomEdits.Edited(Airline, random, random.Next(3));
        return (from, RandomEdits.Edited(from, random, random.Next(1, 7)), RandomEdits.Edited(from, random, random.Next(1, 7)));
    }

    // Something else with the same row; null where nothing about the row contradicts.
    private static RowChange? Against(RowChange mine, Random random) => mine switch
    {
        { Before: null, After: { } added } => Otherwise(mine.Table, added) is { } other ? mine with { After = other } : null,
        { Before: { } removed, After: null } => Otherwise(mine.Table, removed) is { } other ? mine with { After = other } : null,
        { Before: { } before, After: { } after } when before == after => mine with { After = after with { Position = after.Position + 1000 } },
        _ => mine.Table.Rewrite(mine.After!, (field, value) => Equals(value, field.ValueOf(mine.Before!)) ? value : Otherwise(value)) is var other
            && other != mine.After && random.Next(2) == 0
                ? mine with { After = other }
                : mine with { After = null },
    };

    private static ModelRow? Otherwise(ModelTable table, ModelRow row) => table.Fields
        .Select(which => table.Rewrite(row, (field, value) => field == which ? Otherwise(value) : value))
        .FirstOrDefault(other => other.Key == row.Key && other != row);

    private static object? Otherwise(object? value) => value switch
    {
        string text => $"{text}!",
        int number => number + 10_000,
        long number => number + 1_000_000,
        double number => number + 1_000_000,
        DateOnly day => day.AddDays(1000),
        _ => value,
    };

    // I only moved what they removed, or they let it refer to something that I removed.
    private static bool IsExcused(RowChange mine, ModelSnapshot theirs) =>
        mine.Before == mine.After || theirs.Table(mine.Table).Find(mine.Key) is not null;

    private static IReadOnlyList<RowChange> Unopposed(ModelMerge merge)
    {
        merge.Conflicts.Select(conflict => $"{conflict}").ShouldBeEmpty();
        return merge.Changes;
    }

    private static RowChange Put(ModelRow row)
    {
        var table = ModelTables.Of(row.GetType());
        return new(table, Mini.Table(table).Find(row.Key), row);
    }

    private static ModelMerge Merge(IReadOnlyList<RowChange> mine, IReadOnlyList<RowChange> theirs, MergeSide? decided = null) =>
        ModelMerge.Of(Mini, Mini.With(mine, 2), Mini.With(theirs, 2), _ => decided);
}
