using OperatingModel.Domain.Leadership;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Portfolio;

/// <summary>What kind of change the approved money of a decision set buys (F16, F17).</summary>
/// <param name="Innovation">Core, adjacent and transformational money against the target.</param>
/// <param name="Investment">Run, grow and transform money against the target.</param>
/// <param name="Tickets">Whole costs of the initiatives approved.</param>
public sealed record InvestmentMix(string DecisionSet, MixSimilarity Innovation, MixSimilarity Investment, TicketSize Tickets)
{
    /// <summary>Small improvements crowd out big inventions: money is approved, none of it for transformational initiatives.</summary>
    public bool LacksTransformation =>
        Innovation.Rows.Any(row => row is { Category: nameof(Ambition.Transformational), Actual: 0, Target: > 0 });

    /// <summary>One mix per decision set that has decisions, in ordinal order of names.</summary>
    public static IReadOnlyList<InvestmentMix> AllOf(ModelSnapshot model) => [.. DecisionSets.NamesOf(model).Select(name => Of(model, name))];

    public static InvestmentMix Of(ModelSnapshot model, string decisionSet)
    {
        var settings = model.Settings;
        var approved = DecisionSets.ApprovedOf(model, decisionSet)
            .Select(decision => (Initiative: model.Table<Initiative>().Find(decision.Initiative), decision.Amount))
            .Where(pair => pair.Initiative is not null).ToArray();
        var costs = model.Table<InitiativeCost>().ToLookup(cost => cost.Initiative, cost => cost.Amount);
        return new InvestmentMix(
            decisionSet,
            MixSimilarity.Of(
                MoneyBy(approved.Select(pair => (pair.Initiative!.Ambition.ToString(), pair.Amount))),
                new Dictionary<string, double>
                {
                    [nameof(Ambition.Core)] = settings.InnovationCore,
                    [nameof(Ambition.Adjacent)] = settings.InnovationAdjacent,
                    [nameof(Ambition.Transformational)] = settings.InnovationTransformational,
                }),
            MixSimilarity.Of(
                MoneyBy(approved.Select(pair => (pair.Initiative!.InvestmentClass.ToString(), pair.Amount))),
                new Dictionary<string, double>
                {
                    [nameof(InvestmentClass.Run)] = settings.InvestmentRun,
                    [nameof(InvestmentClass.Grow)] = settings.InvestmentGrow,
                    [nameof(InvestmentClass.Transform)] = settings.InvestmentTransform,
                }),
            TicketSize.Of(
                approved.Select(pair => pair.Initiative!).DistinctBy(i => i.Code, StringComparer.Ordinal)
                    .Select(i => new Ticket(i.Code, costs[i.Code].Sum(), i.DurationQuarters)),
                settings.BigTicketCost,
                settings.BigTicketQuarters));
    }

    private static Dictionary<string, double> MoneyBy(IEnumerable<(string Category, long Amount)> money) =>
        money
            .GroupBy(pair => pair.Category, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (double)group.Sum(pair => pair.Amount), StringComparer.Ordinal);
}
