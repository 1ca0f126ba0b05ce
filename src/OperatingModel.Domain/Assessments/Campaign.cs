using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Domain.Assessments;

/// <summary>A round in which several people judge the same capabilities, each for themselves, before they agree.</summary>
/// <param name="DueOn">
/// The day by which every assessor should have judged. Like all days of a campaign it is a calendar day, even where the as-of day of the
/// model is pinned.
/// </param>
/// <param name="ClosedOn">Null while it runs.</param>
public sealed record Campaign(
    [property: Code] string Code,
    [property: Text(200)] string Name,
    DateOnly DueOn,
    [property: Text(1000, MayBeEmpty = true)] string? Note = null,
    DateOnly? ClosedOn = null) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>The campaign covers the capability and all below it.</summary>
public sealed record CampaignCapability(
    [property: Ref(typeof(Campaign))] string Campaign,
    [property: Ref(typeof(Capability))] string Capability) : ModelRow
{
    public override RowKey Key => RowKey.Of(Campaign, Capability);
}

/// <summary>The campaign covers the business unit.</summary>
public sealed record CampaignUnit(
    [property: Ref(typeof(Campaign))] string Campaign,
    [property: Ref(typeof(BusinessUnit))] string BusinessUnit) : ModelRow
{
    public override RowKey Key => RowKey.Of(Campaign, BusinessUnit);
}

/// <summary>Somebody who judges in the campaign.</summary>
/// <param name="Assessor">The user's id in this installation.</param>
/// <param name="Name">As people know the user.</param>
public sealed record CampaignAssessor(
    [property: Ref(typeof(Campaign))] string Campaign,
    [property: Text(120)] string Assessor,
    [property: Text(120)] string Name) : ModelRow
{
    public override RowKey Key => RowKey.Of(Campaign, Assessor);
}

/// <summary>What one assessor judged. It counts nowhere until the assessors agree.</summary>
/// <param name="Assessor">The user's id in this installation.</param>
/// <param name="Importance">1..5, as in an assessment.</param>
/// <param name="Current">0..5, as in an assessment.</param>
/// <param name="Target">0..5, as in an assessment.</param>
public sealed record CampaignScore(
    [property: Ref(typeof(Campaign))] string Campaign,
    [property: Ref(typeof(Capability))] string Capability,
    [property: Ref(typeof(BusinessUnit))] string BusinessUnit,
    [property: Text(120)] string Assessor,
    [property: Between(1, 5)] int Importance,
    [property: Between(0, 5)] int Current,
    [property: Between(0, 5)] int Target,
    Confidence Confidence,
    DateOnly GivenOn,
    [property: Text(2000, MayBeEmpty = true)] string? Note = null) : ModelRow
{
    public override RowKey Key => RowKey.Of(Campaign, Capability, BusinessUnit, Assessor);
}

/// <summary>
/// The assessors agreed on an assessment, which was written then. Their judgements stay as they were and show how they differed.
/// </summary>
/// <param name="AgreedBy">Who agreed, by name.</param>
/// <param name="Importance">1..5, as agreed; null, like the figures after it, where the agreement was stored without its value.</param>
/// <param name="Proposal">How the proposed value was chosen; null where that was not kept.</param>
public sealed record CampaignAgreement(
    [property: Ref(typeof(Campaign))] string Campaign,
    [property: Ref(typeof(Capability))] string Capability,
    [property: Ref(typeof(BusinessUnit))] string BusinessUnit,
    [property: Text(CampaignAgreement.MaxAgreedBy)] string AgreedBy,
    DateOnly AgreedOn,
    [property: Between(1, 5)] int? Importance = null,
    [property: Between(0, 5)] int? Current = null,
    [property: Between(0, 5)] int? Target = null,
    Confidence? Confidence = null,
    ProposalRule? Proposal = null) : ModelRow
{
    /// <summary>Of <see cref="AgreedBy"/>, in characters; as many as an assessment has for its assessor.</summary>
    public const int MaxAgreedBy = 120;

    public override RowKey Key => RowKey.Of(Campaign, Capability, BusinessUnit);
}
