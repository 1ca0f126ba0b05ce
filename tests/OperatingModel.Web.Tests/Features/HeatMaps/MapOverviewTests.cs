using System.Globalization;
using Bunit;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.HeatMaps;

namespace OperatingModel.Web.Tests.Features.HeatMaps;

/// <summary>What stands out beside the map.</summary>
public sealed class MapOverviewTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public async Task Each_row_leads_to_its_place_and_each_unit_to_itself_alone()
    {
        await using var window = new BunitContext();
        List<HeatMapView> views = [];
        var overview = Render(window, Airline, views);
        var urgent = overview.Find("ol.places button");
        urgent.TextContent.ShouldStartWith("1");
        await urgent.ClickAsync(new());
        (views[^1].Row, views[^1].Unit).ShouldBe((Airline.Cube.Priorities.Ranked.First().Code, null));

        var hole = StandingOut.Of(Airline, Airline.Cube, Picture(Airline).Scope()).Gaping.First[0];
        await overview.FindAll("ul.places button")[0].ClickAsync(new());
        (views[^1].Row, views[^1].Unit).ShouldBe((hole.Capability, hole.BusinessUnit));

        await overview.FindAll("ul.units button")[1].ClickAsync(new());
        views[^1].Unit.ShouldBe(Airline.Cube.Units[1].Code);
    }

    [Fact]
    public async Task Names_are_text_whatever_is_in_them()
    {
        await using var window = new BunitContext();
        var first = Airline.Capabilities.Find(Airline.Cube.Priorities.Ranked.First().Code)!;
        const string Name = "<b title=\"x\">A & B</b>";
        var model = Airline.With([RowChange.Replace(first, first with { Name = Name })], 2);
        var overview = Render(window, model, []);
        var shown = overview.Find("ol.places .cut");
        (shown.TextContent, shown.GetAttribute("title")).ShouldBe((Name, Name));
    }

    [Fact]
    public void It_is_worked_out_once_for_all_who_see_the_same_and_read_the_same_numbers()
    {
        var scope = Picture(Airline).Scope();
        var german = In("de-DE");
        In("de-DE").ShouldBeSameAs(german);
        In("en-GB").ShouldNotBeSameAs(german);
        In("en-GB").Urgent[0].Words.ShouldNotBe(german.Urgent[0].Words);
        var later = Airline.With([], 2);
        StandingOut.Of(later, later.Cube, scope).ShouldNotBeSameAs(StandingOut.Of(Airline, Airline.Cube, scope));

        StandingOut In(string culture)
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            try
            {
                return StandingOut.Of(Airline, Airline.Cube, scope);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    private static MapPicture Picture(ModelSnapshot model) => MapPicture.Of(model, model.Cube, HeatMapView.Default);

    private static IRenderedComponent<MapOverview> Render(BunitContext window, ModelSnapshot model, List<HeatMapView> views) =>
        window.Render<MapOverview>(part => part
            .Add(one => one.Address, Guid.NewGuid()).Add(one => one.Model, model).Add(one => one.Cube, model.Cube)
            .Add(one => one.Scope, Picture(model).Scope()).Add(one => one.View, HeatMapView.Default).Add(one => one.OnView, views.Add));
}
