namespace OperatingModel.Domain.Leadership;

/// <summary>Three ways to lead IT.</summary>
public enum CioArchetype
{
    TechnologyLeader,
    InnovationLeader,
    CustomerRevenueLeader,
}

/// <summary>Whether the CIO leads change or reacts to it.</summary>
public enum CioStance
{
    LeadsChange,
    ChangeForced,
}

/// <summary>Present leaning and desired path of the CIO; a self-assessment without a validity claim. At most one per model.</summary>
public sealed record CioProfile(
    [property: Text(120)] string Name,
    CioStance Stance,
    CioArchetype? Desired) : ModelRow
{
    public override RowKey Key => RowKey.Of("cio");
}

/// <summary>A statement about how the CIO works, rated.</summary>
/// <param name="Rating">0 not at all .. 4 fully.</param>
public sealed record CioStatement(
    CioArchetype Archetype,
    [property: Text(160)] string Statement,
    [property: Between(0, 4)] int Rating) : ModelRow
{
    public override RowKey Key => RowKey.Of(Archetype.ToString(), Statement);
}
