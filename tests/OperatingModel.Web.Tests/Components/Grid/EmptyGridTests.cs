using Bunit;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Components.Grid;

namespace OperatingModel.Web.Tests.Components.Grid;

public sealed class EmptyGridTests
{
    private static readonly Guid Id = Guid.NewGuid();
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public async Task An_empty_map_leads_to_what_this_model_lacks_and_never_out_of_it()
    {
        var unlinked = Airline.With([.. Airline.Table<StageLink>().Select(RowChange.Remove)], 2);
        (await LinksAsync(EmptyGrid.ForMap(unlinked, unlinked.Cube))).ShouldBe([("Link capabilities to stages", Urls.StageLinks(Id))]);

        var bare = unlinked.With([.. unlinked.Capabilities.Select(RowChange.Remove)], 3);
        (await LinksAsync(EmptyGrid.ForMap(bare, bare.Cube))).ShouldBe([("Add capabilities", Urls.Capabilities(Id))]);
        (await LinksAsync([.. EmptyGrid.ForSheet(bare)])).ShouldBe([("Add capabilities", Urls.Capabilities(Id))]);

        (await LinksAsync([EmptyGrid.Need.Capabilities, EmptyGrid.Need.Stages, EmptyGrid.Need.Units])).ShouldBe([
            ("Add capabilities", Urls.Capabilities(Id)),
            ("Add stages", Urls.ValueChains(Id)),
            ("Add business units", Urls.Settings(Id, "?section=units")),
        ]);
        EmptyGrid.ForMap(Airline, Airline.Cube).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_a_filter_hides_comes_back_without_it()
    {
        await using var context = new BunitContext();
        var cleared = 0;
        var map = context.Render<EmptyGrid>(parameters => parameters
            .Add(empty => empty.Address, Id).Add(empty => empty.Needs, []).Add(empty => empty.HasFilter, true)
            .Add(empty => empty.OnClear, () => cleared++));
        map.Find("button").Click();
        cleared.ShouldBe(1);
        map.FindAll("a").ShouldBeEmpty();
    }

    private static async Task<(string Text, string? Address)[]> LinksAsync(IReadOnlyList<EmptyGrid.Need> needs)
    {
        await using var context = new BunitContext();
        return
        [
            .. context.Render<EmptyGrid>(parameters => parameters.Add(map => map.Address, Id).Add(map => map.Needs, needs))
                .FindAll("a").Select(link => (link.TextContent, link.GetAttribute("href"))),
        ];
    }
}
