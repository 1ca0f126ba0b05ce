using OperatingModel.Domain;
using OperatingModel.Domain.Technology;

namespace OperatingModel.Exchange.Indicators;

/// <summary>Where technology fails an important capability, and whom its vendors must convince (F23, F19).</summary>
internal static class TechnologyIndicators
{
    public static IEnumerable<Indicator> All =>
        [
            new("technologyHoles", "Important capabilities with a gap that no live application, or only a badly fitting one, supports.", analyses =>
                analyses.Model.Enablement.Holes.Select(hole => new
                {
                    hole.Capability,
                    hole.BusinessUnit,
                    Flag = hole.Hole,
                    Enablement = hole.Value,
                }))
            {
                Figures = analyses =>
                    analyses.Model.Enablement.Holes.Select(hole => new OpenFigure($"{hole.Capability}|{hole.BusinessUnit}", () =>
                        hole.Explain(analyses.Model))),
            },
            new("buying", "How complete each vendor's buying centre is and how many units it spans, today and in the target.", analyses =>
                Indicator.ByCode(
                    BuyingCentreComparison.Compute(analyses.Model),
                    vendor => vendor.Vendor,
                    vendor => new { Current = Span(vendor.Current), Target = Span(vendor.Target) }))
            {
                Figures = analyses =>
                    BuyingCentreComparison
                        .Compute(analyses.Model)
                        .Select(vendor => new OpenFigure(
                            vendor.Vendor,
                            [
                                () => vendor.Current.Explain($"{vendor.Vendor} today"),
                                .. vendor.Target is { } target ? [() => target.Explain($"{vendor.Vendor} in the target")] : (Func<Explanation>[])[],
                            ])),
            },
        ];

    private static object? Span(BuyingCentreSpan? centre) =>
        centre is null ? null : new { centre.Completeness, centre.Missing, Units = centre.Units.Count, centre.Span };
}
