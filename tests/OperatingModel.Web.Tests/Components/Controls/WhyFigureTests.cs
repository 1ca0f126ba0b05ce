using Bunit;
using OperatingModel.Domain;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Components.Controls;

namespace OperatingModel.Web.Tests.Components.Controls;

public sealed class WhyFigureTests : IAsyncDisposable
{
    private static readonly Guid Model = new("0d6c1a52-8f0e-4f0c-9a53-2f6f3f7c1a11");

    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 3, 1));

    private readonly BunitContext _context = new();

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public void Every_part_of_a_priority_links_to_its_stage_and_the_rest_to_where_it_is_set()
    {
        var why = Shown(Airline.Cube.ExplainPriority(Airline.Tree.IndexOf("C4.3")));
        why.Find(".formula").TextContent.ShouldBe("10 × reach 28.3% × heat 42.4 = 120 points");
        why.FindAll("tbody th a")
            .Select(link => (link.TextContent, link.GetAttribute("href")))
            .ShouldBe([
                ("Pre-flight preparation", $"/m/{Model}/value-chains?stage=PREP"),
                ("Lounge & boarding", $"/m/{Model}/value-chains?stage=BOARD"),
                ("Arrival & baggage reclaim", $"/m/{Model}/value-chains?stage=ARRIVE"),
            ]);
        why.FindAll("p a")
            .Select(link => link.GetAttribute("href"))
            .ShouldBe([
                $"/m/{Model}/capabilities?row=C4.3",
                $"/m/{Model}/settings?section=links",
                $"/m/{Model}/settings?section=units",
                $"/m/{Model}/settings?section=heat",
            ]);
    }

    [Fact]
    public void A_cell_links_to_the_judgement_behind_it()
    {
        var cube = Airline.Cube;
        var why = Shown(cube.Explain(Airline.Tree.IndexOf("C4.3"), cube.StageIndex("PREP"), cube.UnitIndex("MAIN")));
        why.FindAll("tbody th a")
            .ShouldAllBe(link => link.GetAttribute("href")!.StartsWith($"/m/{Model}/heat-map?row=C4.3&unit=MAIN", StringComparison.Ordinal));
        why.FindAll("a").Count.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void What_has_no_page_yet_is_named_without_a_link()
    {
        var why = Shown(
            new Explanation(
                "Money",
                "Sum.",
                3,
                FigureUnit.Points,
                [new ExplanationTerm("New booking engine", [ModelInput.Of<Initiative>("I01", "New booking engine")], 3)],
                [],
                []));
        why.Find("tbody th").TextContent.Trim().ShouldBe("New booking engine");
        why.FindAll("a").ShouldBeEmpty();
    }

    [Fact]
    public void The_rest_is_named_with_its_amount_and_opens()
    {
        double[] amounts = [42.8, -16, 11, 4.9, 0.5];
        var why = _context.Render<WhyFigure>(parameters =>
            parameters
                .Add(figure => figure.Address, Model)
                .Add(figure => figure.Most, 3)
                .Add(figure => figure.IsDifference, true)
                .Add(
                    figure => figure.Why,
                    new Explanation(
                        "Difference",
                        "A less B.",
                        amounts.Sum(),
                        FigureUnit.Points,
                        [
                            .. amounts.Select(
                                (amount, i) => new ExplanationTerm($"Part {(char)('A' + i)}", [ModelInput.Of<Capability>("C1", "One")], amount)),
                        ],
                        [],
                        [])));
        why.FindAll("tbody tr")
            .Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(["Part A +42.8", "Part B -16.0", "Part C +11.0", "2 more +5.4"]);
        why.Find("tfoot").TextContent.ShouldContain("43.2");
        why.Find("button").Click();
        why.FindAll("tbody tr").Count.ShouldBe(5);
    }

    private IRenderedComponent<WhyFigure> Shown(Explanation why) =>
        _context.Render<WhyFigure>(parameters => parameters.Add(figure => figure.Address, Model).Add(figure => figure.Why, why));
}
