using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Technology;

/// <summary>Who may sit in a buying centre.</summary>
internal static class BuyingCentreRules
{
    public static IReadOnlyList<ModelRule> All { get; } =
    [
        ModelRule.Error("seat-without-buying-centre", WithoutCentre),
        ModelRule.Error("seat-of-unknown-unit", UnknownUnit),
    ];

    private static void WithoutCentre(RuleCheck check)
    {
        foreach (var seat in check.Rows<BuyingCentreSeat, string>(seat => seat.Vendor, check.Removed<BuyingCentre>()))
        {
            if (!check.Model.Table<BuyingCentre>().Contains(seat.Vendor))
            {
                check.Report(seat, nameof(BuyingCentreSeat.Vendor), $"{seat.Vendor} has no buying centre; add one, or remove its seats.");
            }
        }
    }

    private static void UnknownUnit(RuleCheck check)
    {
        var gone = check.Removed<OrganisationUnit>().Concat(check.Removed<Team>()).ToHashSet();
        foreach (var seat in check.Rows<BuyingCentreSeat, string>(seat => seat.Unit, gone))
        {
            if (!check.Model.Table<OrganisationUnit>().Contains(seat.Unit) && !check.Model.Table<Team>().Contains(seat.Unit))
            {
                check.Report(seat, nameof(BuyingCentreSeat.Unit), $"{seat.Unit} is neither an organisation unit nor a team; name one that exists.");
            }
        }
    }
}
