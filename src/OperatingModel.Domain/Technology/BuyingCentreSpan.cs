using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Technology;

/// <summary>One buying centre: which parts are filled and how many units a vendor must convince (F19; Webster and Wind 1972).</summary>
/// <param name="Completeness">Parts filled ÷ 7, 0..1.</param>
/// <param name="Missing">Parts nobody plays, in the order of the parts.</param>
/// <param name="Units">Distinct units or teams to convince, in ordinal order of codes.</param>
/// <param name="Span">(units − 1) ÷ (seats − 1), 0..1; 0 with one seat, null without any.</param>
/// <param name="Seats">Who plays which part.</param>
public sealed record BuyingCentreSpan(
    double Completeness,
    IReadOnlyList<BuyingRole> Missing,
    IReadOnlyList<string> Units,
    double? Span,
    IReadOnlyList<BuyingCentreSeat> Seats)
{
    public static BuyingCentreSpan Of(IReadOnlyList<BuyingCentreSeat> seats)
    {
        var roles = Enum.GetValues<BuyingRole>();
        BuyingRole[] missing = [.. roles.Where(role => seats.All(seat => seat.Role != role))];
        string[] units = [.. seats.Select(seat => seat.Unit).Distinct().Order(StringComparer.Ordinal)];
        var count = seats.DistinctBy(seat => (seat.Role, seat.Unit)).Count();
        return new BuyingCentreSpan(
            (double)(roles.Length - missing.Length) / roles.Length,
            missing,
            units,
            count switch
            {
                0 => null,
                1 => 0,
                _ => Math.Clamp((double)(units.Length - 1) / (count - 1), 0, 1),
            },
            seats);
    }

    /// <param name="vendor">The vendor's name.</param>
    public Explanation Explain(string vendor) => new(
        $"Units {vendor} must convince",
        "Each distinct unit or team in the buying centre counts 1.",
        Units.Count,
        FigureUnit.Count("units"),
        [
            .. Units.Select(unit => new ExplanationTerm(
                unit, [], 1, string.Join(", ", Seats.Where(seat => seat.Unit == unit).Select(seat => EnumWords.Of(seat.Role)).Distinct()))),
        ],
        [
            $"{7 - Missing.Count} of 7 parts are filled"
                + $"{(Missing.Count > 0 ? $"; missing: {string.Join(", ", Missing.Select(role => EnumWords.Of(role)))}" : "")}.",
            $"Span, units less 1 divided by seats less 1: {FigureText.Of(Span, 3)}.",
            "Fewer units shorten the sale, but the decider is harder to find from outside.",
        ],
        []);
}

/// <summary>The buying centre of a vendor before and after the team design (F19).</summary>
/// <param name="Target">Null when no target is laid down.</param>
public sealed record BuyingCentreComparison(string Vendor, BuyingCentreSpan Current, BuyingCentreSpan? Target)
{
    /// <summary>All vendors with a buying centre, in the order of their list.</summary>
    public static IReadOnlyList<BuyingCentreComparison> Compute(ModelSnapshot snapshot)
    {
        var seats = snapshot.Table<BuyingCentreSeat>().ToLookup(seat => (seat.Vendor, seat.Design));
        return
        [
            .. snapshot.Table<BuyingCentre>().Select(centre => new BuyingCentreComparison(
                centre.Vendor,
                BuyingCentreSpan.Of([.. seats[(centre.Vendor, BuyingDesign.Current)]]),
                seats[(centre.Vendor, BuyingDesign.Target)].ToList() is { Count: > 0 } target ? BuyingCentreSpan.Of(target) : null)),
        ];
    }
}
