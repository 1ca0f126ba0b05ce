using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.People;

/// <summary>The elements a person goes through in a change, in this order (ADKAR).</summary>
public enum AdkarElement
{
    Awareness,
    Desire,
    Knowledge,
    Ability,
    Reinforcement,
}

/// <summary>Where a group is stuck: the first ADKAR element, in order, that scores 3 or less (F18). Later ones cannot help before it.</summary>
/// <param name="Element">Null when no element is a barrier.</param>
public sealed record BarrierPoint(ChangeReadiness Readiness, AdkarElement? Element)
{
    private const int BarrierUpTo = 3;

    /// <summary>All groups, in the order of their list.</summary>
    public static IReadOnlyList<BarrierPoint> Compute(ModelSnapshot snapshot) => [.. snapshot.Table<ChangeReadiness>().Select(Of)];

    public static BarrierPoint Of(ChangeReadiness readiness)
    {
        foreach (var element in Enum.GetValues<AdkarElement>())
        {
            if (ScoreOf(readiness, element) <= BarrierUpTo)
            {
                return new BarrierPoint(readiness, element);
            }
        }

        return new BarrierPoint(readiness, null);
    }

    /// <summary>1..5.</summary>
    public static int ScoreOf(ChangeReadiness readiness, AdkarElement element) => element switch
    {
        AdkarElement.Awareness => readiness.Awareness,
        AdkarElement.Desire => readiness.Desire,
        AdkarElement.Knowledge => readiness.Knowledge,
        AdkarElement.Ability => readiness.Ability,
        AdkarElement.Reinforcement => readiness.Reinforcement,
        _ => throw new ArgumentOutOfRangeException(nameof(element)),
    };

    public Explanation Explain() => new(
        $"Barrier point of {Readiness.Group}",
        Element is { } element
            ? $"{element} is the first element that scores {BarrierUpTo} or less."
            : $"Every element scores more than {BarrierUpTo}.",
        Element is { } found ? ScoreOf(Readiness, found) : null,
        FigureUnit.Count("of 5"),
        Element is { } stuck ? [new ExplanationTerm(EnumWords.Label(stuck), [], ScoreOf(Readiness, stuck))] : [],
        [string.Join(", ", Enum.GetValues<AdkarElement>().Select(e => $"{e} {ScoreOf(Readiness, e)}")) + "."],
        Element is { } barrier ? [$"Work on {EnumWords.Of(barrier)} first; what comes after it cannot help before."] : []);
}
