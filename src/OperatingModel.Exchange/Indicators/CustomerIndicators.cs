using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Indicators;

/// <summary>What customers' expectations say (F1).</summary>
internal static class CustomerIndicators
{
    public static IEnumerable<Indicator> All => [new("stageSuggestion", StageSuggestion)];

    private static object StageSuggestion(ModelSnapshot model)
    {
        var suggestions = Opportunity.StageSuggestions(model);
        return new
        {
            MeanOpportunity = Indicator.ByCode(suggestions, s => s.Stage, s => s.MeanOpportunity),
            SuggestedShare = Indicator.ByCode(suggestions, s => s.Stage, s => s.SuggestedShare),
        };
    }
}
