namespace OperatingModel.Domain.Homogeneity;

/// <summary>
/// Operating model of one capability (F8; Ross, Weill and Robertson 2006). Decided per capability: one for the whole company is a slogan.
/// </summary>
public enum Quadrant
{
    /// <summary>One of the two answers is missing or in the middle.</summary>
    Undecided,

    /// <summary>High standardisation, high integration: run it once, the same way, on shared data.</summary>
    Unification,

    /// <summary>High standardisation, low integration: run it the same way, each unit on its own.</summary>
    Replication,

    /// <summary>Low standardisation, high integration: each its own way, on shared data.</summary>
    Coordination,

    /// <summary>Low standardisation, low integration: each its own way.</summary>
    Diversification,
}

/// <summary>From the two questions to the quadrant, and what the quadrant asks for.</summary>
public static class Quadrants
{
    private const int HighFrom = 4;
    private const int LowTo = 2;

    /// <param name="standardisation">1..5: do we benefit from running it the same way?</param>
    /// <param name="integration">1..5: does one unit's work depend on another's data?</param>
    public static Quadrant Of(int? standardisation, int? integration) => (IsHigh(standardisation), IsHigh(integration)) switch
    {
        (true, true) => Quadrant.Unification,
        (true, false) => Quadrant.Replication,
        (false, true) => Quadrant.Coordination,
        (false, false) => Quadrant.Diversification,
        _ => Quadrant.Undecided,
    };

    /// <summary>Whether the quadrant asks for one way of working.</summary>
    public static bool AsksForStandard(this Quadrant quadrant) => quadrant is Quadrant.Unification or Quadrant.Replication;

    /// <summary>Whether shared technology matters too.</summary>
    public static bool AsksForSharedTechnology(this Quadrant quadrant) => quadrant is Quadrant.Unification or Quadrant.Coordination;

    private static bool? IsHigh(int? answer) => answer switch
    {
        >= HighFrom => true,
        <= LowTo => false,
        _ => null,
    };
}
