namespace OperatingModel.Web.Components.Grid;

/// <summary>
/// The capabilities a filter found when it was asked. They stay until it is asked again: a row that has just been filled in must not move
/// away under the hand, and another come in its place.
/// </summary>
/// <param name="Question">What was asked.</param>
/// <param name="Leaves">Codes.</param>
internal sealed record FoundRows(string Question, IReadOnlySet<string> Leaves)
{
    /// <summary>These, where the same was asked; else what is found now.</summary>
    public static FoundRows Of(FoundRows? earlier, string question, IEnumerable<string> now) =>
        earlier?.Question == question ? earlier : new FoundRows(question, now.ToHashSet());
}
