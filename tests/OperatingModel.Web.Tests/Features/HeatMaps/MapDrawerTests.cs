using Bunit;
using OperatingModel.Domain;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Tests.Features.HeatMaps;

public sealed class MapDrawerTests
{
    [Fact]
    public async Task How_far_nothing_can_be_relied_on_is_said_in_words()
    {
        var airline = SampleModels.Airline(new DateOnly(2026, 1, 1));
        var unknown = airline.With([.. airline.Assessments.Select(RowChange.Remove)], 2);
        await using var context = new BunitContext();
        var drawer = context.Render<MapDrawer>(parameters => parameters
            .Add(map => map.Address, Guid.NewGuid()).Add(map => map.Model, unknown).Add(map => map.Cube, unknown.Cube)
            .Add(map => map.View, HeatMapView.Parse("")).Add(map => map.Place, (HeatCube.All, HeatCube.All, HeatCube.All)));
        drawer.FindAll("dt").Single(term => term.TextContent == "Trust").NextElementSibling!.TextContent.ShouldBe("Unknown");
    }
}
