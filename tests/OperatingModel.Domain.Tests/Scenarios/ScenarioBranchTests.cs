using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.Tests.Editing;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Scenarios;

public sealed class ScenarioBranchTests
{
    private const string Plan = "TRANSITION";

    private static readonly ModelSnapshot Airline = Breach.Airline;

    [Fact]
    public void A_scenario_without_choices_is_its_base()
    {
        Same(Airline.Branch(Plan)!.Model, Airline);
        Airline.Branch("CURRENT")!.Model.ShouldBeSameAs(Airline);
        Airline.Branch("NONE").ShouldBeNull();
    }

    [Fact]
    public void What_is_changed_in_a_scenario_is_changed_there_alone_and_what_is_new_in_the_base_flows_in()
    {
        var model = Edit(Airline, Plan, branch => CapabilityEdits.Rename(branch, Capability(branch, "C4.3"), "Travel rules"));
        Capability(model, "C4.3").Name.ShouldNotBe("Travel rules");
        Capability(In(model, Plan), "C4.3").Name.ShouldBe("Travel rules");

        model = Edit(model, null, now => CapabilityEdits.SetField(now, ["C4.3"], nameof(Domain.Capabilities.Capability.Weight), 3.5));
        (Capability(In(model, Plan), "C4.3").Name, Capability(In(model, Plan), "C4.3").Weight).ShouldBe(("Travel rules", 3.5));
        model.Branch(Plan)!.Conflicts.ShouldBeEmpty();
    }

    [Fact]
    public void What_both_change_stays_as_the_scenario_has_it_and_is_a_conflict_until_it_is_settled()
    {
        var model = Renamed(Renamed(Airline, Plan, "C4.3", "Mine"), null, "C4.3", "Theirs");
        var branch = model.Branch(Plan)!;
        Capability(branch.Model, "C4.3").Name.ShouldBe("Mine");
        var conflict = branch.Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Field!.Name).ShouldBe((MergeConflictKind.Field, nameof(Domain.Capabilities.Capability.Name)));
        (((Capability)conflict.Mine!).Name, ((Capability)conflict.Theirs!).Name).ShouldBe(("Mine", "Theirs"));

        // Who types on does not settle it unawares.
        model.ShouldSatisfyAllConditions(
            () => Renamed(model, Plan, "C4.3", "Mine again").Branch(Plan)!.Conflicts.Count.ShouldBe(1),
            () => Settled(MergeSide.Mine).ShouldBe(("Mine", "Theirs", 0, 1)),
            () => Settled(MergeSide.Theirs).ShouldBe(("Theirs", "Theirs", 0, 0)));

        (string Branch, string Base, int Conflicts, int Own) Settled(MergeSide side)
        {
            var after = After(model, ScenarioEdits.Settle(model, Plan, conflict, side));
            var settled = after.Branch(Plan)!;
            return (Capability(settled.Model, "C4.3").Name, Capability(after, "C4.3").Name, settled.Conflicts.Count, settled.Own.Count);
        }
    }

    [Fact]
    public void A_change_of_a_row_that_the_base_lost_waits_and_is_made_again_when_the_scenario_wants_it()
    {
        var model = Edit(Renamed(Airline, Plan, "C4.3", "Mine"), null, now => CapabilityEdits.Delete(now, "C4.3"));
        var branch = model.Branch(Plan)!;
        branch.Model.Capabilities.Contains("C4.3").ShouldBeFalse();
        var conflict = branch.Conflicts.ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(MergeConflictKind.RemovedByThem);

        var again = After(model, ScenarioEdits.Settle(model, Plan, conflict, MergeSide.Mine));
        Capability(In(again, Plan), "C4.3").Name.ShouldBe("Mine");
        again.Branch(Plan)!.Conflicts.ShouldBeEmpty();
        After(model, ScenarioEdits.Settle(model, Plan, conflict, MergeSide.Theirs)).Branch(Plan)!.Own.ShouldBeEmpty();
    }

    [Fact]
    public void What_the_base_hangs_on_a_row_that_the_scenario_removes_goes_there_and_can_be_kept()
    {
        var unit = new BusinessUnit("NEW", "New", 5, null) { Position = 90 };
        var judged = new Assessment("C4.3", "NEW", null, 3, 2, 4, Confidence.High, new DateOnly(2026, 1, 5), null) { Position = 9000 };
        var model = Edit(Airline, Plan, branch => CapabilityEdits.Delete(branch, "C4.3"));
        model = Edit(model, null, _ => [RowChange.Add(unit), RowChange.Add(judged)]);
        var branch = model.Branch(Plan)!;
        branch.Model.Assessments.Find(judged.Key).ShouldBeNull();
        var conflict = branch.Conflicts.ShouldHaveSingleItem();
        conflict.Kind.ShouldBe(MergeConflictKind.StillNeeded);

        var gone = After(model, ScenarioEdits.Settle(model, Plan, conflict, MergeSide.Mine)).Branch(Plan)!;
        (gone.Model.Capabilities.Contains("C4.3"), gone.Conflicts.Count).ShouldBe((false, 0));
        var kept = After(model, ScenarioEdits.Settle(model, Plan, conflict, MergeSide.Theirs)).Branch(Plan)!;
        (kept.Model.Capabilities.Contains("C4.3"), kept.Model.Assessments.Find(judged.Key)).ShouldBe((true, judged));
    }

    [Fact]
    public void A_choice_that_breaks_a_rule_with_what_the_base_is_now_waits()
    {
        // The branch hangs C2 under C1, the base hangs C1 under C2.
        var model = Edit(Airline, Plan, branch => CapabilityEdits.Move(branch, "C2", Place.LastIn("C1")));
        model = Edit(model, null, now => CapabilityEdits.Move(now, "C1", Place.LastIn("C2")));
        var branch = model.Branch(Plan)!;
        branch.Model.Tree.Count.ShouldBe(Airline.Tree.Count);
        var conflict = branch.Conflicts.First(one => one.Kind == MergeConflictKind.Broken);
        conflict.Problem.ShouldNotBeNullOrEmpty();
        Should.Throw<ModelRuleException>(() => ScenarioEdits.Settle(model, Plan, conflict, MergeSide.Mine));
        After(model, ScenarioEdits.Settle(model, Plan, conflict, MergeSide.Theirs)).Branch(Plan)!
            .Conflicts.ShouldNotContain(one => one.Kind == MergeConflictKind.Broken && one.Key == conflict.Key);
    }

    [Fact]
    public void What_is_new_in_the_base_and_has_no_place_in_the_scenario_stays_away_from_it()
    {
        var model = Edit(Airline, Plan, branch => CapabilityParts.Split(branch, "C4.3", ["One", "Two"], SplitInto.Children));
        var unit = new BusinessUnit("NEW", "New", 5, null) { Position = 90 };
        var judged = new Assessment("C4.3", "NEW", null, 3, 2, 4, Confidence.High, new DateOnly(2026, 1, 5), null) { Position = 9000 };
        model = Edit(model, null, _ => [RowChange.Add(unit), RowChange.Add(judged)]);
        var branch = model.Branch(Plan)!;
        (branch.Model.Tree.IsLeaf(branch.Model.Tree.IndexOf("C4.3")), branch.Model.BusinessUnits.Contains("NEW")).ShouldBe((false, true));
        branch.Model.Assessments.Find(judged.Key).ShouldBeNull();
        var conflict = branch.Conflicts.ShouldHaveSingleItem();
        (conflict.Kind, conflict.Mine, conflict.Theirs).ShouldBe((MergeConflictKind.Broken, null, judged));
        Should.Throw<ModelRuleException>(() => ScenarioEdits.Settle(model, Plan, conflict, MergeSide.Theirs));
        var settled = After(model, ScenarioEdits.Settle(model, Plan, conflict, MergeSide.Mine));
        settled.Branch(Plan)!.Conflicts.ShouldBeEmpty();
        settled.Assessments.Find(judged.Key).ShouldBe(judged);
    }

    [Fact]
    public void What_is_added_here_and_there_gets_codes_of_its_own()
    {
        var model = Edit(Airline, Plan, branch => CapabilityEdits.Add(branch, Place.LastIn("C4"), "In the plan"));
        model = Edit(model, null, now => CapabilityEdits.Add(now, Place.LastIn("C4"), "In the model"));
        model = Edit(model, "HEAT", branch => CapabilityEdits.Add(branch, Place.LastIn("C4"), "In the target"));
        model.Branch("HEAT")!.Conflicts.ShouldBeEmpty();
        In(model, "HEAT").Capabilities.Select(one => one.Name).Where(name => name.StartsWith("In the ", StringComparison.Ordinal))
            .ShouldBe(["In the plan", "In the model", "In the target"], ignoreOrder: true);
    }

    [Fact]
    public void A_field_that_refers_to_what_the_base_lost_waits_while_the_rest_of_the_row_goes_on()
    {
        var team = new Team("T-NEW", "New", TeamType.StreamAligned, null, null, null, null, null) { Position = 900 };
        var model = Edit(Airline, null, _ => [RowChange.Add(team)]);
        model = Edit(model, Plan, branch => CapabilityEdits.SetField(branch, ["C4.3"], nameof(Domain.Capabilities.Capability.OwnerTeam), "T-NEW"));
        model = Edit(model, Plan, branch => CapabilityEdits.SetField(branch, ["C4.3"], nameof(Domain.Capabilities.Capability.Weight), 4.0));
        model = Edit(model, null, _ => [RowChange.Remove(team)]);
        var owner = Capability(Airline, "C4.3").OwnerTeam;
        (Capability(In(model, Plan), "C4.3").OwnerTeam, Capability(In(model, Plan), "C4.3").Weight).ShouldBe((owner, 4));
        model.Branch(Plan)!.Conflicts.ShouldHaveSingleItem().Kind.ShouldBe(MergeConflictKind.Missing);

        model = Renamed(model, Plan, "C4.3", "Mine");
        var conflict = model.Branch(Plan)!.Conflicts.ShouldHaveSingleItem();
        ((Capability)conflict.Mine!).OwnerTeam.ShouldBe("T-NEW");

        // It is there again as soon as the team is; given up, only that field is.
        Capability(In(Edit(model, null, _ => [RowChange.Add(team)]), Plan), "C4.3").OwnerTeam.ShouldBe("T-NEW");
        var settled = After(model, ScenarioEdits.Settle(model, Plan, conflict, MergeSide.Theirs));
        settled.Branch(Plan)!.Conflicts.ShouldBeEmpty();
        (Capability(In(settled, Plan), "C4.3").Name, Capability(In(settled, Plan), "C4.3").Weight).ShouldBe(("Mine", 4));
    }

    [Fact]
    public void A_new_code_in_the_base_is_taken_over_by_what_scenarios_have_otherwise()
    {
        var model = Renamed(Airline, Plan, "C4.3", "Mine");
        model = Edit(model, Plan, branch => StageLinkEdits.Set(branch, "PREP", "C4.3", Domain.Capabilities.LinkStrength.Minor));
        model = Edit(model, null, now => CapabilityEdits.SetCode(now, "C4.3", "K1"));
        var branch = model.Branch(Plan)!;
        branch.Conflicts.ShouldBeEmpty();
        Capability(branch.Model, "K1").Name.ShouldBe("Mine");
        branch.Model.StageLinks.Find(RowKey.Of("PREP", "K1"))!.Strength.ShouldBe(Domain.Capabilities.LinkStrength.Minor);
    }

    [Fact]
    public void A_scenario_that_starts_from_another_has_its_choices_too()
    {
        var model = Edit(Airline, null, now => ScenarioEdits.Add(now, "Bolder", Plan));
        var bolder = model.Table<Scenario>()[^1].Code;
        model = Renamed(Renamed(model, Plan, "C4.3", "Plan"), bolder, "C4.2", "Bolder");
        (Capability(In(model, bolder), "C4.3").Name, Capability(In(model, bolder), "C4.2").Name).ShouldBe(("Plan", "Bolder"));
        Capability(In(model, Plan), "C4.2").Name.ShouldNotBe("Bolder");

        // Merged, its choices are those of the scenario it starts from.
        model = After(model, ScenarioEdits.Merge(model, bolder, Keys(model, bolder)).Changes);
        (Capability(In(model, Plan), "C4.2").Name, Capability(model, "C4.2").Name == "Bolder").ShouldBe(("Bolder", false));
        model.Branch(bolder)!.Own.ShouldBeEmpty();

        // Without its base it goes on with the model.
        model = Renamed(model, bolder, "C4.1", "Boldest");
        model = Edit(model, null, now => RowEdits.Remove(now, now.Table<Scenario>().Find(Plan)!));
        Capability(In(model, bolder), "C4.1").Name.ShouldBe("Boldest");
        Capability(In(model, bolder), "C4.3").Name.ShouldBe(Capability(Airline, "C4.3").Name);
        model.Table<ScenarioChange>().ShouldAllBe(change => change.Scenario == bolder);
    }

    [Fact]
    public void Chosen_choices_become_part_of_the_base_and_what_hangs_on_the_others_stays()
    {
        var model = Renamed(Airline, Plan, "C4.3", "Mine");
        model = Edit(model, Plan, branch => CapabilityEdits.Add(branch, Place.LastIn("C4"), "New"));
        var added = In(model, Plan).Capabilities.Single(one => one.Name == "New").Code;
        model = Edit(model, Plan, branch => StageLinkEdits.Set(branch, "PREP", added, LinkStrength.Critical));
        var link = Keys(model, Plan).Single(key => key.Text.Contains("stageLinks", StringComparison.Ordinal));

        var alone = ScenarioEdits.Merge(model, Plan, [link]);
        alone.Changes.ShouldBeEmpty();
        alone.Left.ShouldHaveSingleItem().Gone!.Value.Key.Text.ShouldBe(added);

        var all = ScenarioEdits.Merge(model, Plan, Keys(model, Plan));
        all.Left.ShouldBeEmpty();
        var merged = After(model, all.Changes);
        Same(merged, In(model, Plan));
        merged.Branch(Plan)!.Own.ShouldBeEmpty();

        // One step back has both again.
        Same(In(After(merged, [.. all.Changes.Select(change => change.Inverse)]), Plan), In(model, Plan));
    }

    [Fact]
    public void What_is_put_back_by_hand_or_taken_back_is_no_choice_any_more()
    {
        var model = Renamed(Airline, Plan, "C4.3", "Mine");
        Renamed(model, Plan, "C4.3", Capability(Airline, "C4.3").Name).Table<ScenarioChange>().ShouldBeEmpty();
        After(model, ScenarioEdits.TakeBack(model, Keys(model, Plan))).Table<ScenarioChange>().ShouldBeEmpty();
        Edit(Edit(model, Plan, branch => CapabilityEdits.Delete(branch, "C4.3")), null, now => ScenarioEdits.TakeBack(now, Keys(now, Plan)))
            .Table<ScenarioChange>().ShouldBeEmpty();
    }

    [Fact]
    public void The_first_scenario_of_a_model_comes_with_the_current_state()
    {
        var mini = Models.Mini();
        var model = After(mini, ScenarioEdits.Add(mini, "  Plan "));
        model.Table<Scenario>().Select(one => (one.Kind, one.Name, one.Baseline)).ShouldBe(
            [(ScenarioKind.Current, "Today", null), (ScenarioKind.Alternative, "Plan", model.Table<Scenario>()[0].Code)]);
        ModelRules.Check(model).ShouldNotContain(problem => problem.Blocks);
    }

    [Fact]
    public void A_row_has_another_version_whenever_the_branch_has_it_otherwise()
    {
        var model = Renamed(Airline, Plan, "C4.3", "Mine");
        Capability(In(model, Plan), "C4.3").Version.ShouldBe(model.Revision);
        Capability(In(model, Plan), "C4.2").Version.ShouldBe(Capability(model, "C4.2").Version);
        model = Renamed(model, null, "C4.2", "Theirs");
        Capability(In(model, Plan), "C4.2").Version.ShouldBe(model.Revision);
    }

    [Fact]
    public void Whatever_happens_to_a_base_and_its_branch_the_branch_is_a_model_that_keeps_the_rules() => Property.Holds(random =>
    {
        var model = Edit(Models.Mini(), null, now => ScenarioEdits.Add(now, "Plan"));
        var plan = model.Table<Scenario>()[^1].Code;
        for (var step = 0; step < 6; step++)
        {
            var isInBranch = random.Next(3) > 0;
            var (from, to) = (isInBranch ? In(model, plan) : model, (ModelSnapshot?)null);
            to = RandomEdits.Edited(from, random, 4);
            var changes = ModelDiff.Between(from, to).Where(change => change.Table.RowType != typeof(Scenario)).ToList();
            var wanted = from.With(changes, from.Revision);
            if (ModelRules.CheckChanges(wanted, changes).Any(problem => problem.Blocks))
            {
                continue;
            }

            var isSettled = model.Branch(plan)!.Conflicts.Count == 0;
            model = After(model, isInBranch ? model.Branch(plan)!.Record(changes) : changes);
            if (model.Table<Scenario>().Find(plan) is null)
            {
                return;
            }

            var branch = model.Branch(plan)!;
            ModelRules.Check(branch.Model).ShouldNotContain(problem => problem.Blocks);
            if (isInBranch && isSettled && branch.Conflicts.Count == 0)
            {
                Same(branch.Model, wanted);
            }
        }

        // Merged as far as it goes, nothing of the branch changes; taken back, the base is left.
        var merge = ScenarioEdits.Merge(model, plan, Keys(model, plan));
        var merged = After(model, merge.Changes);
        if (model.Branch(plan)!.Conflicts.Count + merge.Left.Count == 0)
        {
            Same(merged, In(model, plan));
        }

        var without = After(model, ScenarioEdits.TakeBack(model, Keys(model, plan)));
        Same(In(without, plan), model);

        // Settled one after the other, no conflict is left, though one may bring up others.
        var (settled, steps) = (model, 0);
        while (settled.Branch(plan)!.Conflicts is [var first, ..])
        {
            var side = first.Mine is null && first.Kind == MergeConflictKind.Broken ? MergeSide.Mine : MergeSide.Theirs;
            settled = After(settled, ScenarioEdits.Settle(settled, plan, first, side));
            settled.Branch(plan)!.Conflicts.ShouldNotContain(first);
            steps++.ShouldBeLessThan(500);
        }
    });

    private static ModelSnapshot In(ModelSnapshot model, string scenario) => model.Branch(scenario)!.Model;

    private static Capability Capability(ModelSnapshot model, string code) => model.Capabilities.Find(code)!;

    private static List<RowKey> Keys(ModelSnapshot model, string scenario) => [.. model.Branch(scenario)!.Own.Select(change => change.Key)];

    private static ModelSnapshot Renamed(ModelSnapshot model, string? scenario, string code, string name) =>
        Edit(model, scenario, now => CapabilityEdits.Rename(now, Capability(now, code), name));

    private static ModelSnapshot Edit(ModelSnapshot model, string? scenario, Func<ModelSnapshot, IReadOnlyList<RowChange>> edit) =>
        After(model, scenario is null ? edit(model) : model.Branch(scenario)!.Record(edit(In(model, scenario))));

    // As the writer stores them.
    private static ModelSnapshot After(ModelSnapshot model, IReadOnlyList<RowChange> changes) => model.With(
        [.. changes.Select(change => new RowChange(
            change.Table,
            model.Table(change.Table).Find(change.Key),
            change.After is { } after ? after with { Version = model.Revision + 1 } : null))],
        model.Revision + 1);

    private static void Same(ModelSnapshot one, ModelSnapshot other) => ModelDiff.Between(one, other)
        .Where(change => change.Table.RowType != typeof(ScenarioChange))
        .ShouldBeEmpty();
}
