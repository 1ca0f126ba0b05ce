namespace OperatingModel.Domain.Editing;

/// <summary>Where something is put: first or last below an owner, or beside a sibling.</summary>
public sealed record Place
{
    private Place(string? owner, string? sibling, bool isBefore) => (Owner, Sibling, IsBefore) = (owner, sibling, isBefore);

    /// <summary>The owner; null where a sibling determines it, and for the top of a tree.</summary>
    public string? Owner { get; }

    public string? Sibling { get; }

    /// <summary>Before the sibling, or before all others.</summary>
    public bool IsBefore { get; }

    /// <param name="owner">A parent, or the value chain of a stage; null for the top of the tree.</param>
    public static Place FirstIn(string? owner) => new(owner, null, true);

    /// <inheritdoc cref="FirstIn"/>
    public static Place LastIn(string? owner) => new(owner, null, false);

    public static Place Before(string sibling) => new(null, sibling, true);

    public static Place After(string sibling) => new(null, sibling, false);

    /// <summary>In words, e.g. "after Book" or "to the end of Journey".</summary>
    /// <param name="nameOf">What people call the owner or sibling with this code.</param>
    public string Words(Func<string, string> nameOf) => (Sibling, Owner) switch
    {
        ({ } sibling, _) => $"{(IsBefore ? "before" : "after")} {nameOf(sibling)}",
        (_, { } owner) => $"to the {(IsBefore ? "beginning" : "end")} of {nameOf(owner)}",
        _ => $"to the {(IsBefore ? "beginning" : "end")}",
    };

    /// <summary>
    /// Puts the moved row among its siblings and moves as few of them as possible.
    /// </summary>
    /// <param name="siblings">In order, without the moved one.</param>
    /// <param name="placeOf">The number that orders them: a position, or the order inside a chain.</param>
    /// <param name="least">The smallest place there is.</param>
    /// <returns>The moved row and every sibling that gives way, with their new places.</returns>
    internal IEnumerable<(T Row, int Place)> Put<T>(IReadOnlyList<T> siblings, T moved, Func<T, int> placeOf, int least = int.MinValue)
        where T : ModelRow
    {
        var index = IndexIn(siblings);
        var place = Math.Max(least, (index, siblings.Count) switch
        {
            (0, 0) => placeOf(moved),
            (0, _) => placeOf(siblings[0]) - 1,
            _ => placeOf(siblings[index - 1]) + 1,
        });
        yield return (moved, place);
        for (; index < siblings.Count && placeOf(siblings[index]) <= place; index++)
        {
            yield return (siblings[index], ++place);
        }
    }

    private int IndexIn<T>(IReadOnlyList<T> siblings) where T : ModelRow
    {
        if (Sibling is null)
        {
            return IsBefore ? 0 : siblings.Count;
        }

        var index = siblings.TakeWhile(row => row.Key.Text != Sibling).Count();
        return Math.Min(siblings.Count, IsBefore ? index : index + 1);
    }
}
