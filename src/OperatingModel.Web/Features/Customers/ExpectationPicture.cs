using OperatingModel.Domain.Customers;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web.Features.Customers;

/// <summary>An expectation as the list and the chart show it.</summary>
/// <param name="SegmentShare">The share of its segment in all segments, 0..1.</param>
/// <param name="Opportunity">The opportunity score, 0..20; null until both ratings are given (F1).</param>
public sealed record ExpectationPicture(
    Expectation Expectation, Touchpoint? Touchpoint, Stage? Stage, Segment? Segment, double SegmentShare, double? Opportunity, ServiceZone? Zone)
{
    public string Code => Expectation.Code;

    /// <summary>The stage, the touchpoint and the segment, in one line.</summary>
    public string Place => string.Join(" · ", new[] { Stage?.Name, Touchpoint?.Name, Segment?.Name }.OfType<string>());

    public string ZoneWords => Words(Zone);

    public static string Words(ServiceZone? zone) => zone switch
    {
        ServiceZone.UnderServed => "under-served",
        ServiceZone.AppropriatelyServed => "appropriately served",
        ServiceZone.OverServed => "over-served",
        _ => "not rated",
    };

    /// <summary>Returns the expectations that the view shows, the largest opportunity first, those without both ratings last.</summary>
    public static IReadOnlyList<ExpectationPicture> Of(ModelSnapshot model, ExpectationsView view)
    {
        var touchpoints = model.Table<Touchpoint>();
        var segments = model.Table<Segment>();
        var total = segments.Sum(segment => segment.Share);
        return
        [
            .. model.Table<Expectation>()
                .Select(expectation => Of(model, expectation, touchpoints.Find(expectation.Touchpoint), segments.Find(expectation.Segment), total))
                .Where(picture =>
                    (view.Segment is null || picture.Expectation.Segment == view.Segment)
                        && (view.Stage is null || picture.Stage?.Code == view.Stage))
                .OrderByDescending(picture => picture.Opportunity ?? -1),
        ];
    }

    private static ExpectationPicture Of(ModelSnapshot model, Expectation expectation, Touchpoint? touchpoint, Segment? segment, double total)
    {
        var stage = touchpoint is null ? null : model.Stages.Find(touchpoint.Stage);
        var share = segment is null || total <= 0 ? 0 : segment.Share / total;
        return expectation is { Importance: { } importance, Satisfaction: { } satisfaction }
            ? new(
                expectation,
                touchpoint,
                stage,
                segment,
                share,
                Domain.Customers.Opportunity.Score(importance, satisfaction),
                Domain.Customers.Opportunity.ZoneOf(importance, satisfaction))
            : new(expectation, touchpoint, stage, segment, share, null, null);
    }
}
