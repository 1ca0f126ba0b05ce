using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.Priorities;

namespace OperatingModel.Web.Tests.Features.Priorities;

public sealed class LeadSentenceTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 3, 1));

    [Fact]
    public void It_says_whose_weight_would_have_to_change()
    {
        var lead = LeadSentence.Of(Airline.Cube).ShouldNotBeNull();
        lead.Leader.ShouldBe("Disruption notification & rebooking");
        lead.Says.ShouldStartWith("leads with 120.0 points; it stays first unless the weight of ");
        lead.Says.ShouldEndWith(" of all value).");
    }

    [Fact]
    public void Who_shares_the_first_place_does_not_lead()
    {
        var leader = Airline.Capabilities.Find("C4.3")!;
        RowChange[] twin =
        [
            RowChange.Add(leader with { Code = "C4.3A", Name = "Twin" }),
            .. Airline.StageLinks.Where(link => link.Capability == "C4.3").Select(link => RowChange.Add(link with { Capability = "C4.3A" })),
            .. Airline.Table<NotApplicable>().Where(row => row.Capability == "C4.3").Select(row => RowChange.Add(row with { Capability = "C4.3A" })),
            .. Airline.Assessments.Where(row => row.Capability == "C4.3").Select(row => RowChange.Add(row with { Capability = "C4.3A" })),
        ];
        var lead = LeadSentence.Of(Airline.With(twin, 2).Cube).ShouldNotBeNull();
        lead.Leader.ShouldBe("Disruption notification & rebooking and 1 other");
        lead.Says.ShouldStartWith("share the first place with 120.0 points each");
        lead.Says.ShouldNotContain("stays first");
    }

    [Fact]
    public void Nothing_leads_where_nothing_is_assessed() =>
        LeadSentence.Of(Airline.With([.. Airline.Assessments.Select(row => RowChange.Remove(row))], 2).Cube).ShouldBeNull();
}
