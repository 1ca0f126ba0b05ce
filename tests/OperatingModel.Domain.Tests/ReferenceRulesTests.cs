using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests;

public sealed class ReferenceRulesTests
{
    // The sample has no campaign.
    private static readonly ModelSnapshot Model = Breach.Airline.With(
    [
        RowChange.Add(new Campaign("CA1", "Round", new DateOnly(2026, 1, 1))),
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
            problems.ShouldContain(problem => problem.Code == "reference-missing" && problem.Blocks && problem.Row == row && problem.Field == field.FileName);
        }
    }

    [Fact]
    public void Whoever_still_refers_to_a_removed_row_is_told()
    {
        RowChange[] changes = [Breach.Remove<BusinessUnit>("HOL")];

        var problems = ModelRules.CheckChanges(Breach.Airline.With(changes, 1), changes);

        problems.ShouldAllBe(problem => problem.Code == "reference-missing" && problem.Field == "businessUnit");
        problems.Select(problem => problem.Table!.Name).Distinct().ShouldBe(["notApplicable", "assessments", "applicationSupports", "uplifts", "costAllocations"]);
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
