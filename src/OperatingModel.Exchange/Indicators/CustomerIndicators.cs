using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>What customers' expectations say (F1).</summary>
internal static class CustomerIndicators
{
    public static IEnumerable<Indicator> All =>
        [
            new(
                "stageSuggestion",
                "What customers' expectations say each stage should weigh: mean opportunity, 0..20, and suggested share.",
                StageSuggestion)
            {
                Figures = analyses => Opportunity.StageSuggestions(analyses.Model).Select(stage => new OpenFigure(stage.Stage, stage.Explain)),
            },
        ];

    private static object StageSuggestion(ModelAnalyses analyses)
    {
        var suggestions = Opportunity.StageSuggestions(analyses.Model);
        return new
        {
            MeanOpportunity = Indicator.ByCode(suggestions, s => s.Stage, s => s.MeanOpportunity),
            SuggestedShare = Indicator.ByCode(suggestions, s => s.Stage, s => s.SuggestedShare),
        };
    }
}
