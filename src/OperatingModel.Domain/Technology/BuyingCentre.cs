using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Organisation;
using OperatingModel.Domain.Teams;

namespace OperatingModel.Domain.Technology;

/// <summary>Who takes part in buying from a vendor, today and in the target (Webster and Wind 1972).</summary>
public sealed record BuyingCentre([property: Ref(typeof(Vendor))] string Vendor) : ModelRow
{
    public override RowKey Key => RowKey.Of(Vendor);
}

/// <summary>The parts people play in a purchase.</summary>
public enum BuyingRole
{
    Initiator,
    User,
    Influencer,
    Decider,
    Approver,
    Buyer,
    Gatekeeper,
}

/// <summary>Today's buying centre or the one after the team design.</summary>
public enum BuyingDesign
{
    Current,
    Target,
}

/// <summary>A unit plays a part in buying from a vendor.</summary>
/// <param name="Unit">Code of an organisation unit or a team.</param>
public sealed record BuyingCentreSeat(
    [property: Ref(typeof(Vendor)), Mentions(typeof(BuyingCentre))] string Vendor,
    BuyingDesign Design,
    BuyingRole Role,
    [property: Text(32), Mentions(typeof(OrganisationUnit), typeof(Team))] string Unit) : ModelRow
{
    public override RowKey Key => RowKey.Of(Vendor, Design.ToString(), Role.ToString(), Unit);
}
