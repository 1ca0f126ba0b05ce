namespace OperatingModel.Domain.ValueChains;

/// <summary>What makes a value chain complete.</summary>
internal static class ValueChainRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Unfinished("chain-without-stage", WithoutStage),
        ModelRule.Unfinished("chain-without-weight", WithoutWeight),
        ModelRule.Unfinished("stage-order-repeated", OrderRepeated),
        // Published catalogues hold chains of a hundred stages; they are hard to read, yet every formula copes.
        ModelRule.Warning("chain-too-long", TooLong),
    ];

    private static void WithoutStage(RuleCheck check)
    {
        foreach (var (chain, stages) in check.Owners<ValueChain, Stage>(stage => stage.Chain))
        {
            if (stages.Count == 0)
            {
                check.Report(chain, "stages", $"{chain.Code} has no stage; give it 1 to {ValueChain.MaxStages}.");
            }
        }
    }

    private static void WithoutWeight(RuleCheck check)
    {
        foreach (var (chain, stages) in check.Owners<ValueChain, Stage>(stage => stage.Chain))
        {
            if (stages.Count > 0 && !stages.Any(stage => stage.ValueWeight > 0))
            {
                check.Report(chain, "stages", $"No stage of {chain.Code} has a value weight above 0; give points to at least one.");
            }
        }
    }

    private static void OrderRepeated(RuleCheck check)
    {
        foreach (var (_, stages) in check.Owners<ValueChain, Stage>(stage => stage.Chain))
        {
            foreach (var place in stages.GroupBy(stage => stage.Order))
            {
                foreach (var stage in place.Skip(1))
                {
                    check.Report(stage, nameof(Stage.Order),
                        $"{place.First().Code} stands at place {place.Key} too; give every stage of a chain a place of its own.");
                }
            }
        }
    }

    private static void TooLong(RuleCheck check)
    {
        foreach (var (chain, stages) in check.Owners<ValueChain, Stage>(stage => stage.Chain))
        {
            if (stages.Count > ValueChain.MaxStages)
            {
                check.Report(chain, "stages", $"{chain.Code} has {stages.Count} stages; split it into chains of at most {ValueChain.MaxStages}.");
            }
        }
    }
}
