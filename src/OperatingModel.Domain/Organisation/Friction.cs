using System.Numerics;

namespace OperatingModel.Domain.Organisation;

/// <summary>What two units do not have in common.</summary>
[Flags]
public enum Differences
{
    None = 0,
    NoCommonKpi = 1,
    DifferentBudgetOwner = 2,
    NoCommonPriority = 4,
    DifferentCadence = 8,
}

/// <summary>
/// How hard it is to work across the border between two units (F12): 1 for the border itself and 1 more for each of different
/// measures, money, priorities and timelines; 0 inside one unit. What is unknown of either side counts as different.
/// </summary>
/// <param name="Points">0 inside one unit, else 1..5.</param>
public readonly record struct Friction(int Points, Differences Differences)
{
    public const int Most = 5;

    public static Friction Between(DesignUnit one, DesignUnit other)
    {
        if (one.IsSameAs(other))
        {
            return default;
        }

        var differences = (one.Metrics.Overlaps(other.Metrics) ? Differences.None : Differences.NoCommonKpi)
            | (one.BudgetOwner is not null && one.BudgetOwner == other.BudgetOwner ? Differences.None : Differences.DifferentBudgetOwner)
            | (one.Priorities.Overlaps(other.Priorities) ? Differences.None : Differences.NoCommonPriority)
            | (one.Cadence is not null && one.Cadence == other.Cadence ? Differences.None : Differences.DifferentCadence);
        return new Friction(1 + BitOperations.PopCount((uint)differences), differences);
    }

    /// <summary>The reasons in words, e.g. <c>a border, no common KPI, different cadence</c>.</summary>
    public string InWords => Points == 0 ? "inside one unit" : string.Join(", ", Words(Differences));

    private static IEnumerable<string> Words(Differences differences)
    {
        yield return "a border";
        if (differences.HasFlag(Differences.NoCommonKpi))
        {
            yield return "no common KPI";
        }

        if (differences.HasFlag(Differences.DifferentBudgetOwner))
        {
            yield return "different budget owners";
        }

        if (differences.HasFlag(Differences.NoCommonPriority))
        {
            yield return "no common priority";
        }

        if (differences.HasFlag(Differences.DifferentCadence))
        {
            yield return "different planning cadences";
        }
    }
}
