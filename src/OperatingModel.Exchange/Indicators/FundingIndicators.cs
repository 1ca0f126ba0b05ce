using System.Text.Json.Serialization;
using OperatingModel.Domain;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Whether approved money goes where the need is, and what kind of change it buys (F9, F16, F17).</summary>
internal static class FundingIndicators
{
    public static IEnumerable<Indicator> All =>
        [
            new(
                "funding",
                "How well the money of each decision set follows need in each round, 0..1: without mandatory initiatives, and with everything.",
                analyses =>
                    Indicator.ByCode(
                        Pairs(analyses),
                        pair => pair.Key,
                        pair => new
                        {
                            Leaf = Figures(pair.Money.Leaf, withRows: true),
                            Level1 = Figures(pair.Money.Level1, withRows: false),
                            pair.Money.Money,
                        }))
            {
                Figures = analyses =>
                    Pairs(analyses)
                        .Select(pair => new OpenFigure(
                            pair.Key,
                            () => Explain(analyses.Model, pair.Money.Leaf, $"{pair.Name}, capability by capability"),
                            () => Explain(analyses.Model, pair.Money.Level1, $"{pair.Name}, by first level"))),
            },
            new(
                "mix",
                "What kind of innovation and investment the approved money of each decision set buys, against the targets, and how much of "
                    + "it is in big tickets.",
                analyses => Indicator.ByCode(InvestmentMix.AllOf(analyses.Model), mix => mix.DecisionSet, Mix))
            {
                Figures = analyses =>
                    InvestmentMix
                        .AllOf(analyses.Model)
                        .Select(mix => new OpenFigure(
                            mix.DecisionSet,
                            () => mix.Innovation.Explain($"the innovation mix of {mix.DecisionSet}"),
                            () => mix.Investment.Explain($"the investment mix of {mix.DecisionSet}"),
                            () => mix.Tickets.Explain(analyses.Model))),
            },
        ];

    private static IEnumerable<(string Key, string Name, AlignmentPair Money)> Pairs(ModelAnalyses analyses) => analyses.Funding.SelectMany(round =>
        (IEnumerable<(string, string, AlignmentPair)>)
        [
            ($"{round.DecisionSet}|{round.Round}|discretionary", $"{round.Name(analyses.Model)} without mandatory initiatives", round.Discretionary),
            ($"{round.DecisionSet}|{round.Round}|all", round.Name(analyses.Model), round.All),
        ]);

    private static AlignmentFigures? Figures(Alignment? alignment, bool withRows) =>
        alignment is null
            ? null
            : new AlignmentFigures(
                alignment.Index,
                alignment.TauB,
                alignment.MisallocatedMoney,
                alignment.Top,
                alignment.TopSpendShare,
                alignment.TopNeedShare,
                alignment.SpendHhi,
                alignment.EffectiveFunded,
                withRows
                    ? alignment.Rows.Select(row => new
                    {
                        row.Code,
                        row.SpendShare,
                        row.NeedShare,
                        row.DeltaShare,
                        row.DeltaMoney,
                        row.Ratio,
                        row.Classification,
                    })
                    : null);

    private static Explanation Explain(ModelSnapshot model, Alignment? alignment, string scope) => alignment?.Explain(scope, model)
        ?? Explanation.Unknown($"Funding alignment of {scope}", "There is no money or no need to compare: unknown.", FigureUnit.Share);

    private static object Mix(InvestmentMix mix) => new
    {
        Innovation = LeadershipIndicators.Mix(mix.Innovation),
        Investment = LeadershipIndicators.Mix(mix.Investment),
        Tickets = new { mix.Tickets.BigMoneyShare, mix.Tickets.BigCountShare, MedianTicket = mix.Tickets.Median },
    };

    private sealed record AlignmentFigures(
        double AlignmentIndex,
        double? TauB,
        double MisallocatedMoney,
        IReadOnlyList<string> TopK,
        double TopKSpendShare,
        double TopKNeedShare,
        double SpendHhi,
        double EffectiveFunded,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IEnumerable<object>? Rows);
}
