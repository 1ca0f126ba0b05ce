using OperatingModel.Domain.ValueChains;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class ValueChainBreaches
{
    public static Breach[] All { get; } =
    [
        new("chain-without-stage", "valueChains X", Add(new ValueChain("X", "Empty"))),
        new("chain-without-weight", "valueChains X", Add(new ValueChain("X", "Weightless")), Add(Stage(1, 0))),
        new("stage-order-repeated", "stages SEARCH", Change<Stage>("SEARCH", stage => stage with { Order = 1 })),
        new(
            "chain-too-long",
            "valueChains X",
            [Add(new ValueChain("X", "Long")), .. Enumerable.Range(1, 41).Select(i => RowChange.Add(Stage(i, 1) with { Position = 100 + i }))]),
    ];

    private static Stage Stage(int order, double weight) => new($"X{order}", "X", "Stage", order, StageKind.Primary, weight, null);
}
