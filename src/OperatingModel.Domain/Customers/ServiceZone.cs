namespace OperatingModel.Domain.Customers;

/// <summary>How well an expectation is met for what it matters, after Ulwick (F1).</summary>
public enum ServiceZone
{
    /// <summary>Opportunity above 10: it matters more than it is met.</summary>
    UnderServed,

    AppropriatelyServed,

    /// <summary>Customers get more than they ask for: effort that could go elsewhere.</summary>
    OverServed,
}
