using System.Globalization;
using OperatingModel.Application.Access;

namespace OperatingModel.Web.Features.Campaigns;

/// <summary>Gives names their assessor ids: the current user has the user's own id, everybody else an id made of the name.</summary>
internal static class AssessorIds
{
    private const string Named = "name:";

    public static Func<string, (string Id, string Name)> Of(CurrentUser user) => name =>
        string.Equals(name, user.Name, StringComparison.OrdinalIgnoreCase) ? (user.Id, user.Name) : IdOf(name);

    /// <summary>Returns the name in an id, for somebody who is no longer an assessor; the id itself when it holds no name.</summary>
    public static string NameOf(CurrentUser user, string id) =>
        id == user.Id ? user.Name
        : id.StartsWith(Named, StringComparison.Ordinal) ? Titled(id[Named.Length..])
        : id;

    private static string Titled(string name) => CultureInfo.CurrentCulture.TextInfo.ToTitleCase(name.ToLower(CultureInfo.CurrentCulture));

    private static (string Id, string Name) IdOf(string name)
    {
        var person = new CurrentUser(Named + name.ToUpperInvariant(), name);
        return (person.Id, person.Name);
    }
}
