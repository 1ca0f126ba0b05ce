using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Workspaces;
using static OperatingModel.Domain.Tests.Breaches.Breach;

namespace OperatingModel.Domain.Tests.Breaches;

internal static class BusinessUnitBreaches
{
    public static Breach[] All { get; } =
    [
        new(
            "business-units-without-weight",
            "businessUnits",
            [.. Airline.BusinessUnits.Select(unit => RowChange.Replace(unit, unit with { Revenue = 0 }))]),
        new(
            "business-units-without-weight",
            "businessUnits",
            Change<ModelSettings>("settings", settings => settings with { BusinessUnitWeightBasis = WeightBasis.Manual }))
        {
            Besides = [.. Airline.BusinessUnits.Select(_ => "business-unit-without-figure")],
        },
        new(
            "too-many-business-units",
            "businessUnits",
            [.. Enumerable.Range(1, 497).Select(i => RowChange.Add(new BusinessUnit($"X{i}", "Unit", 1, null) { Position = 100 + i }))]),
        new("business-unit-without-figure", "businessUnits REG", Change<BusinessUnit>("REG", unit => unit with { Revenue = null })),
    ];
}
