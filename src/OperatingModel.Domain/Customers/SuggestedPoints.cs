using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Customers;

/// <summary>
/// The points that customers' expectations suggest for a stage (F1) beside those chosen. They redistribute only the points that the rated
/// stages of its chain have now, so that neither the other stages of the chain nor other chains lose any.
/// </summary>
/// <param name="Stage">As it is, with the chosen points.</param>
/// <param name="Points">0..100, whole where the chain's points allow it.</param>
/// <param name="Difference">Suggested less chosen, unrounded, as a share of the points of the whole chain.</param>
public sealed record SuggestedPoints(Stage Stage, double Points, double Difference, StageSuggestion Why)
{
    /// <summary>Three points of a hundred: ratings are not precise enough for less.</summary>
    private const double WorthAsking = 0.03;

    private const double FullScale = 100;

    /// <summary>Whether the two differ so much that the user should decide.</summary>
    public bool IsQuestion => Tolerance.Greater(Math.Abs(Difference), WorthAsking);

    /// <summary>For the stages that have rated expectations, chain by chain.</summary>
    public static IReadOnlyList<SuggestedPoints> Of(ModelSnapshot model)
    {
        var points = model.Stages.ToLookup(stage => stage.Chain, stage => stage.ValueWeight, StringComparer.Ordinal);
        return
        [
            .. Opportunity.StageSuggestions(model)
                .Select(why => (Stage: model.Stages.Find(why.Stage)!, Why: why))
                .GroupBy(rated => rated.Stage.Chain, StringComparer.Ordinal)
                .SelectMany(chain => OfChain([.. chain], points[chain.Key].Sum())),
        ];
    }

    /// <summary>These stages get the suggested points.</summary>
    public static IReadOnlyList<RowChange> Apply(ModelSnapshot model, IReadOnlyCollection<string> stages) =>
        [
            .. Of(model)
                .Where(suggested => stages.Contains(suggested.Stage.Code))
                .SelectMany(suggested =>
                    RowEdits.SetField(model, ModelTables.Of<Stage>(), [suggested.Stage.Key], nameof(Stage.ValueWeight), suggested.Points)),
        ];

    /// <param name="total">Points of all stages of the chain, rated or not.</param>
    private static IEnumerable<SuggestedPoints> OfChain((Stage Stage, StageSuggestion Why)[] rated, double total)
    {
        var shares = rated.Sum(stage => stage.Why.SuggestedShare);
        var chosen = rated.Sum(stage => stage.Stage.ValueWeight);
        var shared = chosen > 0 ? chosen : FullScale;
        return shares <= 0
            ? []
            : rated.Select(stage =>
            {
                var exact = Math.Min(shared * stage.Why.SuggestedShare / shares, FullScale);
                return new SuggestedPoints(
                    stage.Stage,
                    Rounded(exact, shared),
                    (exact - stage.Stage.ValueWeight) / (total > 0 ? total : FullScale),
                    stage.Why);
            });
    }

    // A stage that customers mention never falls to nothing by rounding.
    private static double Rounded(double points, double shared)
    {
        var (decimals, least) = shared >= FullScale / 2 ? (0, 1.0) : (1, 0.1);
        return points > 0 ? Math.Max(Math.Round(points, decimals, MidpointRounding.AwayFromZero), least) : 0;
    }
}
