namespace OperatingModel.Domain.Leadership;

/// <summary>Where IT time goes.</summary>
public enum EffortCategory
{
    Build,
    Maintain,
    Support,
    Architecture,
    CioOffice,
    Security,
    DataManagement,
}

/// <summary>People in one effort category, today and in the target, in full-time equivalents.</summary>
public sealed record Effort(
    EffortCategory Category,
    [property: Between(0, Ranges.People)] double CurrentFte,
    [property: Between(0, Ranges.People)] double TargetFte) : ModelRow
{
    public override RowKey Key => RowKey.Of(Category.ToString());
}
