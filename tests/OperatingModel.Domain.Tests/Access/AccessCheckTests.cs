using OperatingModel.Domain.Access;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Access;

public sealed class AccessCheckTests
{
    private static readonly ModelSnapshot Airline = Breach.Airline;

    private static Team Team => Airline.Table<Team>()[0];

    [Fact]
    public void A_refusal_names_the_row_and_who_may()
    {
        var round = Airline.Table<FundingRound>()[0];
        AccessCheck.Refusals(ModelRoles.Viewer, [RowChange.Replace(round, round with { Budget = 1 })])
            .ShouldBe([$"Only a portfolio manager or the CIO office may change funding round {round.Code}."]);
        var review = Airline.Table<SecurityReview>()[0];
        AccessCheck.Refusals(ModelRoles.All & ~ModelRoles.SecurityOfficer, [RowChange.Remove(review)])
            .ShouldBe([$"Only a security officer may remove security review {review.Initiative}."]);
        AccessCheck.Refusals(ModelRoles.Viewer, [RowChange.Add(Airline.Assessments[0])])
            .ShouldBe([$"Only an assessor, an architect or the CIO office may add assessment {Airline.Assessments[0].Key}."]);
        AccessCheck.Refusals(ModelRoles.Architect, [RowChange.Replace(Airline.Meta, Airline.Meta with { Name = "Other" })])
            .ShouldBe(["Only the CIO office may change the model."]);
    }

    [Fact]
    public void Every_problem_is_told_at_once_and_many_rows_of_a_list_in_one_sentence()
    {
        List<Assessment> cells = [.. Airline.Assessments.Take(7)];
        var five = string.Join(", ", cells.Take(5).Select(cell => cell.Key));
        AccessCheck.Refusals(ModelRoles.Viewer, [.. cells.Select(RowChange.Remove), RowChange.Remove(Airline.Stages[0])]).ShouldBe(
        [
            $"Only an assessor, an architect or the CIO office may remove assessments {five} and 2 more.",
            $"Only an architect or the CIO office may remove stage {Airline.Stages[0].Code}.",
        ]);
    }

    [Fact]
    public void Money_in_a_row_of_another_kind_is_decided_by_itself()
    {
        var change = RowChange.Replace(Team, Team with { AnnualBudget = 7 });
        AccessCheck.Refusals(ModelRoles.PortfolioManager, [change]).ShouldBeEmpty();
        AccessCheck.Refusals(ModelRoles.PortfolioManager, [RowChange.Replace(Team, Team with { AnnualBudget = 7, Name = "Other" })])
            .ShouldBe([$"Only an architect or the CIO office may change team {Team.Code}."]);
        AccessCheck.Refusals(ModelRoles.SecurityOfficer, [change])
            .ShouldBe([$"Only an architect, a portfolio manager or the CIO office may change the annual budget of team {Team.Code}."]);
        AccessCheck.Refusals(ModelRoles.Viewer, [RowChange.Add(Team with { Code = "NEW", AnnualBudget = 7 })]).Count.ShouldBe(2);
        AccessCheck.Refusals(ModelRoles.Viewer, [RowChange.Add(Team with { Code = "NEW", AnnualBudget = null })]).Count.ShouldBe(1);
        AccessCheck.Refusals(ModelRoles.Viewer, [RowChange.Remove(Team with { AnnualBudget = 7 })]).Count.ShouldBe(2);
    }

    [Fact]
    public void Another_place_in_the_list_is_a_change_of_the_row() =>
        AccessCheck.Refusals(ModelRoles.PortfolioManager, [RowChange.Replace(Team, Team with { Position = 99 })]).Count.ShouldBe(1);
}
