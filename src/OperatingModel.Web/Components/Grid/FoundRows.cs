namespace OperatingModel.Web.Components.Grid;

/// <summary>
/// The capabilities that a filter found when the user applied it. They stay until the user applies it anew: a row that has just been filled
/// in must not disappear while the user works on it, nor another take its place.
/// </summary>
/// <param name="Question">The filter as a text, by which a later picture knows that it is the same.</param>
/// <param name="Leaves">The codes of the capabilities found.</param>
internal sealed record FoundRows(string Question, IReadOnlySet<string> Leaves)
{
    /// <summary>Returns the earlier rows when they answer the same question, otherwise those found now.</summary>
    public static FoundRows Of(FoundRows? earlier, string question, IEnumerable<string> now) =>
        earlier?.Question == question ? earlier : new FoundRows(question, now.ToHashSet());
}
