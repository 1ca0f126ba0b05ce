using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Customers;

/// <summary>
/// The points that customers' expectations suggest for a stage (F1) beside those chosen. They share out what the rated stages of
/// its chain have now, so that neither the other stages of the chain nor its weight beside other chains lose by it.
/// </summary>
/// <param name="Stage">As it is, with the chosen points.</param>
/// <param name="Points">0..100, whole where the chain's points allow it.</param>
/// <param name="Difference">Suggested less chosen, as a share of the points of the rated stages.</param>
public sealed record SuggestedPoints(Stage Stage, double Points, double Difference, StageSuggestion Why)
{
    /// <summary>Three points of a hundred: less is within what the ratings can tell.</summary>
    private const double WorthAsking = 0.03;

    private const double FullScale = 100;

    /// <summary>Whether the two differ so much that the user should decide.</summary>
    public bool IsQuestion => Tolerance.Greater(Math.Abs(Difference), WorthAsking);

    /// <summary>For the stages that have rated expectations, in the order of the stage list.</summary>
    public static IReadOnlyList<SuggestedPoints> Of(ModelSnapshot model)
    {
        var suggestions = Opportunity.StageSuggestions(model).Select(why => (Stage: model.Stages.Find(why.Stage)!, Why: why)).ToList();
        var chains = suggestions.GroupBy(rated => rated.Stage.Chain).ToDictionary(
            chain => chain.Key,
            chain => (Points: chain.Sum(rated => rated.Stage.ValueWeight), Share: chain.Sum(rated => rated.Why.SuggestedShare)));
        return [.. suggestions.Where(rated => chains[rated.Stage.Chain].Share > 0).Select(rated => Of(rated.Stage, rated.Why, chains[rated.Stage.Chain]))];
    }

    /// <summary>These stages get the suggested points.</summary>
    public static IReadOnlyList<RowChange> Apply(ModelSnapshot model, IReadOnlyCollection<string> stages) =>
    [
        .. Of(model).Where(suggested => stages.Contains(suggested.Stage.Code))
            .SelectMany(suggested => RowEdits.SetField(model, ModelTables.Of<Stage>(), [suggested.Stage.Key], nameof(Stage.ValueWeight), suggested.Points)),
    ];

    private static SuggestedPoints Of(Stage stage, StageSuggestion why, (double Points, double Share) chain)
    {
        var total = chain.Points > 0 ? chain.Points : FullScale;
        var (decimals, least) = total >= FullScale / 2 ? (0, 1.0) : (1, 0.1);
        var exact = total * why.SuggestedShare / chain.Share;
        var points = exact > 0 ? Math.Clamp(Math.Round(exact, decimals, MidpointRounding.AwayFromZero), least, FullScale) : 0;
        return new SuggestedPoints(stage, points, (points - stage.ValueWeight) / total, why);
    }
}
