using OperatingModel.Domain;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Samples;
using OperatingModel.Web.Features.ValueChains;

namespace OperatingModel.Web.Tests.Features.ValueChains;

public sealed class ChainPictureTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 1, 1));

    [Fact]
    public void Stages_stand_in_order_with_share_heat_and_touchpoints()
    {
        var chain = ChainPicture.Of(Airline).ShouldHaveSingleItem();
        chain.Share.ShouldBe(1);
        chain.Stages.Select(stage => stage.Number).ShouldBe(Enumerable.Range(1, 10));
        chain.Stages.Sum(stage => stage.Share).ShouldBe(1, 1e-9);
        var preparation = chain.Stages.Single(stage => stage.Stage.Code == "PREP");
        (preparation.Number, preparation.Share, preparation.Touchpoints.Count, preparation.Shade).ShouldBe((4, 0.14, 3, "shade-3"));
        preparation.Heat.ShouldBe(Airline.Cube.Of(stage: Airline.Cube.StageIndex("PREP")));
    }

    [Fact]
    public void A_stage_without_capabilities_is_hatched_not_cold()
    {
        var links = Airline.StageLinks.Where(link => link.Stage == "PREP").Select(link => RowChange.Remove(link));
        var stage = ChainPicture.Of(Airline.With([.. links], 2))[0].Stages[3];
        (stage.Shade, stage.HeatWords, stage.Heat.Heat).ShouldBe(("hatch", "no capability linked", null));
    }

    [Fact]
    public void A_chain_without_stages_is_drawn_too()
    {
        var chains = ChainPicture.Of(Airline.With(ValueChainEdits.Add(Airline, "Cargo"), 2));
        chains.Select(chain => chain.Stages.Count).ShouldBe([10, 0]);
        chains.Sum(chain => chain.Share).ShouldBe(1, 1e-9);
    }
}
