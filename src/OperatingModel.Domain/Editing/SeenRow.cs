namespace OperatingModel.Domain.Editing;

/// <summary>A row as its user saw it, who moves it now.</summary>
/// <param name="Standing">Where it stood, in words that change when it is moved.</param>
public sealed record SeenRow(string Code, string Name, long Version, string Standing)
{
    public static SeenRow Of(ModelRow row, string name, Place place) => new(row.Key.Text, name, row.Version, StandingAt(place));

    /// <summary>Refuses to move what others moved or removed since: who comes later decides again.</summary>
    /// <param name="current">The row as it is; null where it is gone.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="whoChanged">Who made the change that led to a revision, in the middle of a sentence; null where it is not known.</param>
    /// <param name="nameOf">What people call the owner or sibling with this code.</param>
    /// <exception cref="ModelRuleException">Others were faster.</exception>
    public void ThrowIfMoved(ModelRow? current, Place? place, Func<long, string?> whoChanged, Func<string, string> nameOf)
    {
        if (current is null || place is null)
        {
            throw new ModelRuleException("code", $"{Name} was not moved: somebody removed it meanwhile.");
        }

        if (current.Version > Version && StandingAt(place) != Standing)
        {
            throw new ModelRuleException(
                "code",
                $"{Name} was moved {place.Words(nameOf)} meanwhile by {whoChanged(current.Version) ?? "somebody"}; "
                    + "move it again if it belongs elsewhere.");
        }
    }

    private static string StandingAt(Place place) => place.Words(code => code);
}
