using OperatingModel.Domain.Technology;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class TechnologyBreaches
{
    public static Breach[] All { get; } =
    [
        new(
            "seat-of-unknown-unit",
            "buyingCentreSeats V08 · Current · User · NOBODY",
            Add(new BuyingCentreSeat("V08", BuyingDesign.Current, BuyingRole.User, "NOBODY"))),
        new(
            "seat-without-buying-centre",
            "buyingCentreSeats V01 · Current · User · IT",
            Add(new BuyingCentreSeat("V01", BuyingDesign.Current, BuyingRole.User, "IT"))),
    ];
}
