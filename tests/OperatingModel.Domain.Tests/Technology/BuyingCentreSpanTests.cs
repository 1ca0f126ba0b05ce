using System.Text.Json.Nodes;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.Tests.Vectors;

namespace OperatingModel.Domain.Tests.Technology;

public sealed class BuyingCentreSpanTests
{
    [Fact]
    public void Completeness_and_span_are_as_in_vector_F19_01()
    {
        var vector = ExpectedFigures.Of("F19-01");
        vector.ShouldBe(vector.Input["cases"]!.AsArray().Select(c => Spelled(BuyingCentreSpan.Of(SeatsOf(c!)))));
    }

    [Fact]
    public void The_airline_vendors_convince_fewer_units_as_expected() =>
        Agreement.Check(
            ExpectedFigures.OfAirline("buying"),
            BuyingCentreComparison
                .Compute(ExpectedFigures.Airline)
                .ToDictionary(c => c.Vendor, c => new { Current = Spelled(c.Current), Target = Spelled(c.Target) }),
            ExpectedFigures.AirlineTolerance);

    [Fact]
    public void Span_is_a_share_and_merging_units_never_adds_units() => Property.Holds(random =>
    {
        BuyingCentreSeat[] seats =
        [
            .. Enumerable.Range(0, random.Next(1, 15))
                .Select(_ => new BuyingCentreSeat("V", BuyingDesign.Current, (BuyingRole)random.Next(7), $"U{random.Next(6)}")).Distinct(),
        ];
        var before = BuyingCentreSpan.Of(seats);
        before.Span!.Value.ShouldBeInRange(0, 1);
        before.Completeness.ShouldBeInRange(0, 1);
        before.Explain("it").Terms.Sum(term => term.Amount).ShouldBe(before.Units.Count);
        var (kept, merged) = ($"U{random.Next(6)}", $"U{random.Next(6)}");
        var after = BuyingCentreSpan.Of([.. seats.Select(seat => seat.Unit == merged ? seat with { Unit = kept } : seat).Distinct()]);
        after.Units.Count.ShouldBeLessThanOrEqualTo(before.Units.Count);
    });

    [Fact]
    public void A_buying_centre_without_a_target_has_none_and_without_seats_no_span()
    {
        var comparison = BuyingCentreComparison.Compute(Models.Of(new BuyingCentre("V"))).Single();
        comparison.Target.ShouldBeNull();
        comparison.Current.Span.ShouldBeNull();
    }

    private static BuyingCentreSeat[] SeatsOf(JsonNode centre) =>
    [
        .. centre.AsObject().SelectMany(role => role.Value!.AsArray().Select(unit =>
            new BuyingCentreSeat("V", BuyingDesign.Current, Enum.Parse<BuyingRole>(role.Key), (string)unit!))),
    ];

    private static object? Spelled(BuyingCentreSpan? span) =>
        span is null
            ? null
            : new
            {
                span.Completeness,
                span.Missing,
                Units = span.Units.Count,
                span.Span,
            };
}
