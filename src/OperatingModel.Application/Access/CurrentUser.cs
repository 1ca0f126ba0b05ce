using OperatingModel.Domain.Access;

namespace OperatingModel.Application.Access;

/// <summary>
/// The user who asks. Every use case takes one: the roles decide what it reads and writes, and audit entries carry the person. Two are
/// equal when they are the same person, whatever the roles.
/// </summary>
public sealed record CurrentUser
{
    public const int MaxLength = 120;

    /// <param name="roles">None for a person who is only named, such as the author of an old change.</param>
    public CurrentUser(string id, string name, ModelRoles roles = ModelRoles.None) =>
        (Id, Name, Roles, Sight) = (Cut(id), Cut(name), roles, Sight.Of(roles));

    /// <summary>The person at this computer: the user when the program runs alone, without sign-in, in every role.</summary>
    public static CurrentUser Local { get; } = Environment.UserName is { Length: > 0 } name
        ? new($"local:{name}", name, ModelRoles.All)
        : new("local", "Local user", ModelRoles.All);

    /// <summary>Stable and unique in this installation.</summary>
    public string Id { get; }

    /// <summary>As people know the user.</summary>
    public string Name { get; }

    /// <summary>In every model, until roles are given model by model.</summary>
    public ModelRoles Roles { get; }

    /// <summary>What the roles let the user read.</summary>
    public Sight Sight { get; }

    public bool Equals(CurrentUser? other) => other is not null && (Id, Name) == (other.Id, other.Name);

    public override int GetHashCode() => (Id, Name).GetHashCode();

    public override string ToString() => Name;

    // Names come from outside directories; a name that is too long must not keep its owner from working.
    private static string Cut(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return text.Length <= MaxLength ? text : text[..MaxLength];
    }
}
