namespace OperatingModel.Domain.Editing;

/// <summary>A row as the user saw it who moves it now.</summary>
/// <param name="Standing">The codes of its owner and of the siblings before and behind it, each on a line; empty for none.</param>
public sealed record SeenRow(string Code, string Name, long Version, string Standing)
{
    private const char Separator = '\n';

    /// <param name="owner">The code of the parent or chain; null for the top of a tree.</param>
    /// <param name="siblings">The codes of the rows below the owner in order, this one among them.</param>
    public static SeenRow Of(ModelRow row, string name, string? owner, IReadOnlyList<string> siblings)
    {
        var (code, at) = (row.Key.Text, siblings.Index().First(sibling => sibling.Item == row.Key.Text).Index);
        return new(code, name, row.Version, string.Join(Separator, owner, siblings.ElementAtOrDefault(at - 1), siblings.ElementAtOrDefault(at + 1)));
    }

    /// <summary>
    /// Refuses to move a row that others removed or moved since its user saw it: below another owner, or past a sibling that was beside it.
    /// Siblings that were added or removed beside it do not matter.
    /// </summary>
    /// <param name="current">The row as it is; null when it was removed.</param>
    /// <param name="owner">The code of its owner now; null for the top of a tree.</param>
    /// <param name="siblings">The codes of the rows below the owner in order, this one among them.</param>
    /// <param name="whoChanged">Returns who made the change that led to a revision, in the middle of a sentence; null when it is not known.</param>
    /// <param name="wordsOf">Puts a place into words.</param>
    /// <exception cref="ModelRuleException">Others moved or removed the row.</exception>
    public void ThrowIfMoved(
        ModelRow? current, string? owner, IReadOnlyList<string> siblings, Func<long, string?> whoChanged, Func<Place, string> wordsOf)
    {
        if (current is null)
        {
            throw new ModelRuleException("code", $"{Name} was not moved: somebody removed it meanwhile.");
        }

        List<string> order = [.. siblings];
        var (seen, at) = (Standing.Split(Separator), order.IndexOf(Code));
        var (before, behind) = (order.IndexOf(seen[1]), order.IndexOf(seen[2]));
        if (current.Version > Version && (seen[0] != (owner ?? "") || before > at || (behind >= 0 && behind < at)))
        {
            var place = at > 0 ? Place.After(order[at - 1]) : Place.FirstIn(owner);
            var who = whoChanged(current.Version) ?? "somebody";
            throw new ModelRuleException(
                "code", $"{Name} was moved {wordsOf(place)} meanwhile by {who}; move it again if it belongs elsewhere.");
        }
    }
}
