using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.ValueChains;

/// <summary>A stage with everything that its drawing shows.</summary>
/// <param name="Number">The place of the stage in its chain, from 1.</param>
/// <param name="Share">The share of the stage in all value, 0..1 (v_s).</param>
/// <param name="Suggested">The points that the ratings of customers suggest (F1); null when there are none.</param>
public sealed record StagePicture(
    Stage Stage,
    SeenRow Seen,
    int Number,
    double Share,
    IReadOnlyList<Touchpoint> Touchpoints,
    Rollup Heat,
    SuggestedPoints? Suggested)
{
    public string Shade => Heat.Band is { } band ? $"shade-{(int)band}" : "hatch";

    /// <summary>The heat in words.</summary>
    public string HeatWords =>
        Heat.Band is { } band ? $"heat {Components.Controls.Numbers.Whole(Heat.Heat)}, {band}"
        : Heat.Cells == 0 ? "no capability linked"
        : "heat unknown";
}

/// <summary>A value chain with everything that its drawing shows.</summary>
/// <param name="Share">The share of the chain in all value, 0..1.</param>
public sealed record ChainPicture(ValueChain Chain, double Share, IReadOnlyList<StagePicture> Stages)
{
    public static IReadOnlyList<ChainPicture> Of(ModelSnapshot model)
    {
        var touchpoints = model.Table<Touchpoint>().ToLookup(touchpoint => touchpoint.Stage, StringComparer.Ordinal);
        var suggested = model.Analyses.Suggested.ToDictionary(points => points.Stage.Code, StringComparer.Ordinal);
        var stages = model.Stages.OrderBy(stage => stage.Order).ThenBy(stage => stage.Key).ToLookup(stage => stage.Chain, StringComparer.Ordinal);
        var total = model.ValueChains.Sum(chain => chain.Weight);
        return
        [
            .. from chain in model.ValueChains
               let inOrder = stages[chain.Code].ToList()
               let codes = inOrder.ConvertAll(stage => stage.Code)
               select new ChainPicture(
                   chain,
                   chain.Weight / total,
                   [.. inOrder.Select((stage, i) => Of(
                       model, SeenRow.Of(stage, stage.Name, chain.Code, codes), stage, i + 1, [.. touchpoints[stage.Code]],
                       suggested.GetValueOrDefault(stage.Code)))]),
        ];
    }

    private static StagePicture Of(
        ModelSnapshot model, SeenRow seen, Stage stage, int number, IReadOnlyList<Touchpoint> touchpoints, SuggestedPoints? suggested) =>
        model.Cube.StageIndex(stage.Code) is var index and >= 0
            ? new(stage, seen, number, model.Cube.StageShare(index), touchpoints, model.Cube.Of(stage: index), suggested)
            : new(stage, seen, number, 0, touchpoints, default, suggested);
}
