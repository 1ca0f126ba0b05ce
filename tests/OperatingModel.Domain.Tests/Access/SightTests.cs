using OperatingModel.Domain.Access;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Access;

public sealed class SightTests
{
    private static readonly ModelSnapshot Airline = Breach.Airline;

    [Fact]
    public void Without_the_right_to_money_its_lists_are_empty_and_its_fields_unknown()
    {
        var seen = Sight.Of(ModelRoles.Viewer).Of(Airline);
        Airline.Table<BusinessApplication>().ShouldContain(application => application.AnnualRunCost != null);
        seen.Table<BusinessApplication>()
            .ShouldBe(Airline.Table<BusinessApplication>().Select(application => application with { AnnualRunCost = null }));
        (seen.Table<FundingRound>().Count, seen.Table<InitiativeCost>().Count, seen.Table<FundingDecision>().Count).ShouldBe((0, 0, 0));
        foreach (var table in ModelTables.All.Where(table => AccessTable.KindOf(table) != RowKind.Funding && AccessTable.MoneyOf(table).Count == 0))
        {
            seen.Table(table).ShouldBeSameAs(Airline.Table(table));
        }
    }

    [Fact]
    public void The_map_is_the_same_for_everybody() =>
        Sight.Of(ModelRoles.Viewer).Of(Airline).Cube.Priorities.First(20).ShouldBe(Airline.Cube.Priorities.First(20));

    [Fact]
    public void Nothing_leads_from_what_is_seen_to_the_whole_model()
    {
        var whole = Airline.On(Airline.Today.AddDays(1));
        var cube = whole.Cube;
        var seen = Sight.Of(ModelRoles.Viewer).Of(whole);
        seen.Cube.ShouldNotBeSameAs(cube);
        seen.Cube.Model.ShouldBeSameAs(seen);
    }

    [Fact]
    public void Whoever_may_read_everything_sees_the_model_itself()
    {
        var (all, office) = (Sight.Of(ModelRoles.All), Sight.Of(ModelRoles.CioOffice));
        (all.IsWhole, all.Of(Airline)).ShouldBe((true, Airline));
        office.ShouldBe(all);
        Sight.Of(ModelRoles.Viewer).ShouldBe(Sight.Of(ModelRoles.Assessor | ModelRoles.SecurityOfficer));
        (Sight.Of(ModelRoles.Viewer).IsWhole, Sight.Of(ModelRoles.None).IsBlind).ShouldBe((false, true));
    }

    [Fact]
    public void Changes_of_hidden_lists_are_left_out_and_hidden_fields_are_blank_before_and_after()
    {
        var (team, round) = (Airline.Table<Team>()[0] with { AnnualBudget = 5 }, Airline.Table<FundingRound>()[0]);
        var richer = RowChange.Replace(team, team with { AnnualBudget = 6, Name = "Other", Version = 9 });
        Sight.Of(ModelRoles.Viewer).Of([RowChange.Remove(round), richer]).ShouldBe(
            [RowChange.Replace(team with { AnnualBudget = null }, team with { AnnualBudget = null, Name = "Other" })]);
        (Sight.Of(ModelRoles.Viewer).Hides(richer), Sight.Of(ModelRoles.Architect).Hides(richer)).ShouldBe((true, false));
        Sight.Of(ModelRoles.Viewer).Of([RowChange.Replace(team, team with { Version = 9 })])[0].After!.Version.ShouldBe(9);
    }
}
