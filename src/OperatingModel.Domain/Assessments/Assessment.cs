using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.ValueChains;

namespace OperatingModel.Domain.Assessments;

/// <summary>How sure the assessor is.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}

/// <summary>
/// The judgement of one capability in one business unit, in general or for one stage. Complete or absent: nothing is half-filled.
/// A stage-specific judgement goes before the general one.
/// </summary>
/// <param name="Stage">Null for the general judgement.</param>
/// <param name="Importance">1 table stake .. 5 decides whether a board objective is met; used as a ratio.</param>
/// <param name="Current">Maturity today, 0 fails its purpose .. 5 reference for the industry (CMMI, COBIT 2019).</param>
/// <param name="Target">Maturity wanted, 0..5.</param>
public sealed record Assessment(
    [property: Ref(typeof(Capability))] string Capability,
    [property: Ref(typeof(BusinessUnit))] string BusinessUnit,
    [property: Ref(typeof(Stage))] string? Stage,
    [property: Between(1, 5)] int Importance,
    [property: Between(0, 5)] int Current,
    [property: Between(0, 5)] int Target,
    Confidence Confidence,
    DateOnly AssessedOn,
    [property: Text(2000, MayBeEmpty = true)] string? Note,
    [property: Text(120, MayBeEmpty = true)] string? Assessor = null,
    [property: Text(500, MayBeEmpty = true)] string? EvidenceLink = null) : ModelRow
{
    public override RowKey Key => KeyOf(Capability, BusinessUnit, Stage);

    public static RowKey KeyOf(string capability, string businessUnit, string? stage) => RowKey.Of(capability, businessUnit, stage);
}
