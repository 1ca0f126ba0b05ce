using OperatingModel.Domain.Access;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Domain.Tests.Capabilities.CapabilityEditsTests;

namespace OperatingModel.Domain.Tests.Editing;

public sealed class RowEditsTests
{
    private static readonly ModelSnapshot Airline = Breach.Airline;

    private static Kpi Seen => Airline.Table<Kpi>()[RowKey.Of("K05")];

    [Fact]
    public void An_edit_is_laid_over_what_others_did_to_other_fields()
    {
        var now = After(Airline, [RowChange.Replace(Seen, Seen with { Owner = "CFO", Version = 7 })]);
        var change = RowEdits.Change(now, Seen, Seen with { Name = "Mine" }).ShouldHaveSingleItem();
        (change.Before!.Version, change.After).ShouldBe((7, Seen with { Owner = "CFO", Name = "Mine" }));
    }

    [Fact]
    public void An_edit_of_a_row_that_was_seen_without_its_money_keeps_the_money()
    {
        var stored = Airline.Table<Team>()[0] with { AnnualBudget = 900 };
        var now = After(Airline, [RowChange.Replace(Airline.Table<Team>()[0], stored)]);
        var seen = (Team)Sight.Of(ModelRoles.Viewer).Of(ModelTables.Of<Team>(), stored)!;
        RowEdits.Change(now, seen, seen with { Name = "Mine" }).ShouldHaveSingleItem().After.ShouldBe(stored with { Name = "Mine" });
    }

    [Fact]
    public void An_edit_of_what_others_changed_or_removed_keeps_the_version_seen_so_that_the_writer_tells()
    {
        var now = After(Airline, [RowChange.Replace(Seen, Seen with { Name = "Theirs", Version = 7 })]);
        var change = RowEdits.Change(now, Seen, Seen with { Name = "Mine" }).ShouldHaveSingleItem();
        (change.Before!.Version, change.After).ShouldBe((0, Seen with { Name = "Mine" }));
        RowEdits.Remove(now, Seen).ShouldHaveSingleItem().Before!.Version.ShouldBe(0);

        var gone = After(Airline, RowEdits.Remove(Airline, Seen));
        RowEdits.Change(gone, Seen, Seen with { Name = "Mine" }).ShouldHaveSingleItem().Before.ShouldBe(Seen);
        RowEdits.Remove(gone, Seen).ShouldBeEmpty();
        RowEdits.Change(now, Seen, Seen with { Name = "Theirs" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_changed_code_is_renamed_everywhere_and_a_changed_connection_is_moved()
    {
        var renamed = After(Airline, RowEdits.Change(Airline, Seen, Seen with { Code = "NEW", Name = "New" }));
        renamed.Table<Kpi>()[RowKey.Of("NEW")].Name.ShouldBe("New");
        renamed.Table<OrganisationUnitGoal>().Any(goal => goal.Kpi == "K05").ShouldBeFalse();

        var goal = Airline.Table<OrganisationUnitGoal>()[0];
        var free = Airline.Table<Kpi>().First(kpi => Airline.Table<OrganisationUnitGoal>().Find(RowKey.Of(goal.Unit, kpi.Code)) is null).Code;
        var moved = RowEdits.Change(Airline, goal, goal with { Kpi = free });
        moved.Select(change => (change.Before is null, change.After is null)).ShouldBe([(false, true), (true, false)]);
        var taken = Airline.Table<OrganisationUnitGoal>().First(other => other.Unit == goal.Unit && other.Kpi != goal.Kpi).Kpi;
        Refusal(() => RowEdits.Change(Airline, goal, goal with { Kpi = taken })).ShouldStartWith("Another goal of an organisation unit is");
    }

    [Fact]
    public void A_new_row_goes_to_the_end_or_right_behind_another()
    {
        Seen.Position.ShouldBe(4);
        var model = After(Airline, RowEdits.Add(Airline, Seen with { Code = NewCodes.Next(Airline, ModelTables.Of<Kpi>()) }));
        model.Table<Kpi>()[^1].Code.ShouldBe("K32");
        var behind = After(model, RowEdits.Add(model, Seen with { Code = "X" }, RowKey.Of("K02")));
        behind.Table<Kpi>().Take(4).Select(kpi => kpi.Code).ShouldBe(["K01", "K02", "X", "K03"]);
        Refusal(() => RowEdits.Add(Airline, Seen)).ShouldBe("Another KPI is K05 already; choose another, or change that one.");
    }

    [Fact]
    public void Reordered_rows_share_the_places_they_had()
    {
        var model = After(Airline, RowEdits.Reorder(Airline, ModelTables.Of<Kpi>(), [RowKey.Of("K04"), RowKey.Of("K01"), RowKey.Of("K02")]));
        model.Table<Kpi>().Take(5).Select(kpi => kpi.Code).ShouldBe(["K04", "K01", "K03", "K02", "K05"]);
    }

    [Fact]
    public void What_may_name_a_row_takes_its_new_code_and_what_outlives_it_stays()
    {
        var kpi = Airline.Table<Kpi>().First(other => other.Code != "K05");
        var shared = After(Airline, [RowChange.Replace(kpi, kpi with { Metric = "K05" })]);
        After(shared, Renaming.SetCode(shared, ModelTables.Of<Kpi>(), "K05", "NEW")).Table<Kpi>()[kpi.Key].Metric.ShouldBe("NEW");
        After(shared, RowEdits.Remove(shared, Seen)).Table<Kpi>()[kpi.Key].Metric.ShouldBe("K05");

        var holder = Airline
            .Table<DecisionRight>()
            .First(right => Airline.Table<Role>().Contains(right.Holder) && !Airline.Table<OrganisationUnit>().Contains(right.Holder))
            .Holder;
        var recoded = After(Airline, Renaming.SetCode(Airline, ModelTables.Of<Role>(), holder, "NEW"));
        recoded.Table<DecisionRight>().Any(right => right.Holder == holder).ShouldBeFalse();

        var team = Airline.Table<BuyingCentreSeat>().First(seat => Airline.Table<Team>().Contains(seat.Unit)).Unit;
        var without = After(Airline, RowEdits.Remove(Airline, Airline.Table<Team>()[RowKey.Of(team)]));
        without.Table<BuyingCentreSeat>().Any(seat => seat.Unit == team).ShouldBeFalse();
        ModelRules.Check(without).ShouldNotContain(problem => problem.Code == "scenario-team-design");
        without.Capabilities.Count.ShouldBe(Airline.Capabilities.Count);
    }

    [Fact]
    public void Units_below_a_removed_one_come_up_to_its_place()
    {
        var unit = Airline.Table<OrganisationUnit>().First(below => below.Parent is not null);
        var above = Airline.Table<OrganisationUnit>()[RowKey.Of(unit.Parent!)];
        var model = After(Airline, RowEdits.Remove(Airline, above));
        model.Table<OrganisationUnit>()[unit.Key].Parent.ShouldBe(above.Parent);
    }

    [Fact]
    public void New_codes_go_on_in_the_pattern_of_the_list()
    {
        NewCodes.Next(Airline, ModelTables.Of<Vendor>()).ShouldBe("V15");
        NewCodes.Next(Airline, ModelTables.Of<Stage>()).ShouldBe("S1");
        NewCodes.Next(Models.Of(), ModelTables.Of<ValueChain>()).ShouldBe("VC1");
        NewCodes.NextCapability(Airline, null).ShouldBe("C9");
        NewCodes.NextCapability(Airline, "C8").ShouldBe("C8.6");
        NewCodes.NextCapability(Models.Of(Models.Capability(new string('x', 31))), new string('x', 31)).ShouldBe("C1");
    }

    [Fact]
    public void The_impact_is_told_in_counts_and_in_a_sentence()
    {
        Impact.Of([]).Sentence.ShouldBe("Changes nothing.");
        Impact.Of(RowEdits.Remove(Airline, Airline.Assessments[0], Airline.Assessments[1])).Sentence.ShouldBe("Removes 2 assessments.");
        Impact.Of(StageLinkEdits.Set(Airline, "FLY", "C1.1", LinkStrength.Supporting)).Sentence.ShouldBe("Adds 1 stage link.");
        var regional = Airline.BusinessUnits.Find("REG")!;
        Impact.Of(RowEdits.Remove(Airline, regional)).SentenceFor(regional).ShouldContain("28 assessments");
        Impact.Of(RowEdits.Remove(Airline, Airline.Assessments[0])).SentenceFor(Airline.Assessments[0]).ShouldBe("Nothing depends on it.");
        ListWords.Of(ModelTables.Of<NotApplicable>()).Counted(1200).ShouldBe("1,200 exceptions to applicability");
    }

    [Fact]
    public void A_row_is_called_by_its_kind_and_code_and_the_only_row_of_its_list_by_what_it_is()
    {
        ListWords.OfRow(ModelTables.Of<Kpi>(), Seen.Key).ShouldBe("KPI K05");
        ListWords.OfRow(ModelTables.Of<ModelMeta>(), Airline.Meta.Key).ShouldBe("the model");
        ListWords.OfRow(ModelTables.Of<ModelSettings>(), Airline.Settings.Key).ShouldBe("the settings");
    }
}
