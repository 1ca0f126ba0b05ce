using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.Models;

namespace OperatingModel.Web.Tests.Features.Models;

public sealed class OffersTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public void What_a_template_brings_is_counted_from_itself()
    {
        var bank = Templates.All.Single(template => template.Industry == "Financial services");
        var brings = Offers.Of(Day).Templates.Single(offer => offer.Template == bank).Brings;
        brings.ShouldStartWith($"{bank.Model(Day).Stages.Count} stages, {bank.Model(Day).Capabilities.Count} capabilities, ");
        brings.ShouldContain($" {bank.Model(Day).Table<BusinessUnit>().Count} business units");
        brings.ShouldNotContain("assessment");
        Offers.Of(Day).Sample.ShouldStartWith("10 stages, 39 capabilities, 4 business units, ");
        Offers.Brings(NewModels.Empty("New", "NEW", Day)).ShouldBe("");
    }
}
