namespace OperatingModel.Application.Access;

/// <summary>Who asks. Passed into every use case that changes something; audit entries carry it.</summary>
public sealed record CurrentUser
{
    public const int MaxLength = 120;

    public CurrentUser(string id, string name) => (Id, Name) = (Cut(id), Cut(name));

    /// <summary>The person at this computer: the user when the program runs alone, without sign-in.</summary>
    public static CurrentUser Local { get; } = Environment.UserName is { Length: > 0 } name ? new($"local:{name}", name) : new("local", "Local user");

    /// <summary>Stable and unique in this installation.</summary>
    public string Id { get; }

    /// <summary>As people know the user.</summary>
    public string Name { get; }

    public override string ToString() => Name;

    // Names come from directories outside; one that is too long must not keep its owner from working.
    private static string Cut(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }
}
