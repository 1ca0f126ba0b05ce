namespace OperatingModel.Application.Drafts;

/// <summary>What a user typed and has not stored yet.</summary>
/// <param name="Place">What it is for, e.g. <c>capability:C1.2:name</c>.</param>
/// <param name="Tab">The browser tab it was typed in; each tab has a draft of its own.</param>
/// <param name="SeenVersion">The version of the row the user saw when typing began; 0 where there was none.</param>
/// <param name="SavedAt">In UTC.</param>
public sealed record Draft(string Place, string Tab, string Text, long SeenVersion, DateTimeOffset SavedAt)
{
    public const int MaxPlaceLength = 200;
    public const int MaxTabLength = 64;
    public const int MaxTextLength = 200_000;
}

/// <summary>A draft in the database.</summary>
internal sealed record StoredDraft
{
    public required string UserId { get; init; }

    public Guid ModelId { get; init; }

    public required string Place { get; init; }

    public required string Tab { get; init; }

    public required string Text { get; init; }

    public long SeenVersion { get; init; }

    public DateTimeOffset SavedAt { get; init; }
}
