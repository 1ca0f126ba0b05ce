using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests;

public sealed class ReferenceRulesTests
{
    // The sample has no campaign.
    private static readonly ModelSnapshot Model = Breach.Airline.With(
    [
        RowChange.Add(new Campaign("CA1", "Round", new DateOnly(2026, 1, 1))),
        RowChange.Add(new ScenarioChange("HEAT", null, new RowValue(new Vendor("NEW", "New")))),
        RowChange.Add(new CampaignCapability("CA1", "C1")),
        RowChange.Add(new CampaignUnit("CA1", "MAIN")),
        RowChange.Add(new CampaignAssessor("CA1", "ann", "Ann")),
        RowChange.Add(new CampaignScore("CA1", "C1.1", "MAIN", "ann", 3, 2, 4, Confidence.High, new DateOnly(2025, 12, 1))),
        RowChange.Add(new CampaignAgreement("CA1", "C1.1", "MAIN", "Ann", new DateOnly(2025, 12, 1))),
    ], 1);

    public static TheoryData<string, string> References() =>
        [.. ModelTables.All.SelectMany(table => table.Fields.Where(field => field.Reference is not null).Select(field => (table.Name, field.Name)))];

    [Theory]
    [MemberData(nameof(References))]
    public void A_code_that_names_no_row_is_told_at_its_field(string list, string name)
    {
        var table = ModelTables.Find(list)!;
        var field = table.Fields.Single(f => f.Name == name);
        var changes = Breach.Set(Model.Table(table).Rows[0], field, "NONE");
        var after = Model.With(changes, 1);
        var row = changes[^1].Key;

        foreach (var problems in new[] { ModelRules.Check(after), ModelRules.CheckChanges(after, changes) })
        {
            problems.ShouldContain(problem =>
                problem.Code == "reference-missing" && problem.Blocks && problem.Row == row && problem.Field == field.FileName);
        }
    }

    [Theory]
    [InlineData("C1.1 ", "There is no “C1.1 ” in capabilities: it has a blank at its end. Write “C1.1”.")]
    [InlineData(" C1.1", "There is no “ C1.1” in capabilities: it has a blank at its beginning. Write “C1.1”.")]
    [InlineData("C1.1\u00a0", "There is no “C1.1\u00a0” in capabilities: it has a no-break space at its end. Write “C1.1”.")]
    [InlineData("C1.1\u200b", "There is no “C1.1\u200b” in capabilities: it has an invisible character (U+200B) at its end. Write “C1.1”.")]
    [InlineData("C1.1\t", "There is no “C1.1\ufffd” in capabilities: it has a tab at its end. Write “C1.1”.")]
    [InlineData("c1.1", "There is no “c1.1” in capabilities. “C1.1” is written with a capital.")]
    [InlineData("c1.1 ", "There is no “c1.1 ” in capabilities: it has a blank at its end. “C1.1” is written with a capital.")]
    [InlineData("C1..1", "There is no “C1..1” in capabilities. Perhaps “C1.1” is meant.")]
    [InlineData("\ud83d\ude80", "There is no “\ud83d\ude80” in capabilities; name one that exists, or add it first.")]
    [InlineData("NONE", "There is no “NONE” in capabilities; name one that exists, or add it first.")]
    [InlineData("NONE ", "There is no “NONE ” in capabilities: it has a blank at its end. Remove that and name one that exists.")]
    public void The_code_is_quoted_what_hides_in_it_is_named_and_the_near_one_is_suggested(string code, string message)
    {
        var link = Breach.Airline.StageLinks.First(row => row.Capability == "C1.1");
        RowChange[] changes = [RowChange.Remove(link), RowChange.Add(link with { Capability = code })];
        ModelRules.CheckChanges(Breach.Airline.With(changes, 1), changes)
            .Where(problem => problem.Code == "reference-missing").ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Fact]
    public void Thousands_of_missing_codes_are_not_all_compared_with_all_others()
    {
        var more = Enumerable
            .Range(0, 20_000)
            .Select(i => RowChange.Add(new StageLink("BOOK", $"missing-{i:x}-{i * 7919:x}", LinkStrength.Critical)))
            .ToList();
        var problems = ModelRules.CheckChanges(Breach.Airline.With(more, 1), more).Where(problem => problem.Code == "reference-missing").ToList();
        problems.Count.ShouldBe(1001);
        problems[^1].Message.ShouldStartWith("There are 19000 more problems");
    }

    [Fact]
    public void Who_no_longer_waits_for_the_check_ends_it_amid_the_rows()
    {
        var left = new CancellationToken(canceled: true);
        Should.Throw<OperationCanceledException>(() => ModelRules.CheckUnlessCancelled(Breach.Airline, left));
        Should.Throw<OperationCanceledException>(() => ReferenceRules.All[0].Check(new RuleCheck(ReferenceRules.All[0], Breach.Airline, null, left)));
    }

    [Fact]
    public void The_first_missing_codes_of_a_field_are_compared_with_those_there_are_and_show_the_kind()
    {
        var slips = Breach.Airline.Stages.SelectMany(stage => Enumerable.Range(0, 3).Select(i =>
            RowChange.Add(new StageLink(stage.Code, $"C1.1{"xyz"[i]}", LinkStrength.Critical)))).ToList();
        var problems = ModelRules.CheckChanges(Breach.Airline.With(slips, 1), slips).Where(problem => problem.Code == "reference-missing").ToList();
        problems.Count.ShouldBe(slips.Count);
        problems.Count(problem => problem.Message.EndsWith("is meant.", StringComparison.Ordinal)).ShouldBe(20);
    }

    [Fact]
    public void Whoever_still_refers_to_a_removed_row_is_told()
    {
        RowChange[] changes = [Breach.Remove<BusinessUnit>("HOL")];

        var problems = ModelRules.CheckChanges(Breach.Airline.With(changes, 1), changes);

        problems.ShouldAllBe(problem => problem.Code == "reference-missing" && problem.Field == "businessUnit");
        problems
            .Select(problem => problem.Table!.Name)
            .Distinct()
            .ShouldBe(["notApplicable", "assessments", "applicationSupports", "uplifts", "costAllocations"]);
        problems.Count(problem => problem.Table!.Name == "assessments").ShouldBe(Breach.Airline.Assessments.Count(a => a.BusinessUnit == "HOL"));
    }

    [Fact]
    public void A_row_that_is_removed_and_added_again_is_not_missed()
    {
        var unit = Breach.Airline.BusinessUnits[RowKey.Of("HOL")];
        RowChange[] changes = [RowChange.Remove(unit), RowChange.Add(unit with { Name = "Tours" })];
        ModelRules.CheckChanges(Breach.Airline.With(changes, 1), changes).ShouldBeEmpty();
    }
}
