using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.Customers;

namespace OperatingModel.Web.Tests.Features.Customers;

public sealed class ExpectationsViewTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public void A_view_survives_its_address()
    {
        var view = new ExpectationsView("LEI", "S & T", "E01", IsAdding: true, "new:PREP", "BIZ");
        ExpectationsView.Parse(view.ToQuery()).ShouldBe(view);
        new ExpectationsView().ToQuery().ShouldBe("");
        ExpectationsView.Parse("?segment=&row=").ShouldBe(new ExpectationsView());
    }

    [Fact]
    public void The_largest_opportunity_comes_first()
    {
        var rows = ExpectationPicture.Of(Airline, new ExpectationsView());
        rows.Count.ShouldBe(Airline.Table<Expectation>().Count);
        rows.Select(row => row.Opportunity).ShouldBeInOrder(SortDirection.Descending);
        (rows[0].Code, rows[0].Opportunity, rows[0].Zone).ShouldBe(("E12", 15, ServiceZone.UnderServed));
    }

    [Fact]
    public void What_is_not_rated_comes_last_and_is_no_zero()
    {
        var expectation = Airline.Table<Expectation>().Find("E12")!;
        var last = ExpectationPicture.Of(
            Airline.With([new(Domain.ModelTables.Of<Expectation>(), expectation, expectation with { Satisfaction = null })], 2),
            new ExpectationsView())[^1];
        (last.Code, last.Opportunity, last.Zone, last.ZoneWords).ShouldBe(("E12", null, null, "not rated"));
    }

    [Fact]
    public void A_segment_and_a_stage_narrow_the_list()
    {
        ExpectationPicture.Of(Airline, new ExpectationsView(Segment: "LEI")).ShouldAllBe(row => row.Expectation.Segment == "LEI");
        ExpectationPicture.Of(Airline, new ExpectationsView(Stage: "PREP")).ShouldAllBe(row => row.Stage!.Code == "PREP");
        ExpectationPicture.Of(Airline, new ExpectationsView(Stage: "NONE")).ShouldBeEmpty();
    }
}
