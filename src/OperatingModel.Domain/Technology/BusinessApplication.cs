using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;

namespace OperatingModel.Domain.Technology;

/// <summary>Supplier of applications or services.</summary>
public sealed record Vendor(
    [property: Code] string Code,
    [property: Text(120)] string Name) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);
}

/// <summary>Where an application stands in its life.</summary>
public enum Lifecycle
{
    Plan,
    PhaseIn,
    Active,
    PhaseOut,
    Retired,
}

/// <summary>A system that supports capabilities.</summary>
/// <param name="FunctionalFit">1..4: does it do what the work needs? Null until rated.</param>
/// <param name="TechnicalFit">1..4: can it be run and changed well? Null until rated.</param>
/// <param name="AnnualRunCost">Thousands of the model currency a year.</param>
public sealed record BusinessApplication(
    [property: Code] string Code,
    [property: Text(200)] string Name,
    [property: Ref(typeof(Vendor))] string? Vendor,
    Lifecycle Lifecycle,
    [property: Between(1, 4)] int? FunctionalFit,
    [property: Between(1, 4)] int? TechnicalFit,
    [property: Between(0, Ranges.Money)] long? AnnualRunCost) : ModelRow
{
    public override RowKey Key => RowKey.Of(Code);

    /// <summary>In use: phased in, active or being phased out.</summary>
    public bool IsLive => Lifecycle is Lifecycle.PhaseIn or Lifecycle.Active or Lifecycle.PhaseOut;
}

/// <summary>The application supports the capability in the business unit.</summary>
public sealed record ApplicationSupport(
    [property: Ref(typeof(BusinessApplication))] string Application,
    [property: Ref(typeof(Capability))] string Capability,
    [property: Ref(typeof(BusinessUnit))] string BusinessUnit) : ModelRow
{
    public override RowKey Key => RowKey.Of(Application, Capability, BusinessUnit);
}
