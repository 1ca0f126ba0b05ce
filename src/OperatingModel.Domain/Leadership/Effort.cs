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
    [property: AtLeast(0)] double CurrentFte,
    [property: AtLeast(0)] double TargetFte) : ModelRow
{
    public override RowKey Key => RowKey.Of(Category.ToString());
}
