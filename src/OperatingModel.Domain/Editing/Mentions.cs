using System.Reflection;
using OperatingModel.Domain.Changes;

namespace OperatingModel.Domain.Editing;

/// <summary>
/// Marks a text that may name rows of these lists, or something else: the holder of a decision right is a role, a unit, or somebody who is
/// in no list. When a row gets another code, the text follows, like a reference; when the row is removed, the name is removed too.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MentionsAttribute(params Type[] targets) : Attribute
{
    public IReadOnlyList<Type> Targets { get; } = targets;

    /// <summary>Whether the text keeps its meaning when the row it names is removed.</summary>
    public bool Outlives { get; init; }
}

/// <summary>A field that names a row of one list, surely or perhaps.</summary>
internal sealed record Naming(ModelField Field, MentionsAttribute? Mentions)
{
    private static readonly ILookup<Type, (ModelTable Table, Naming Naming)> ByTarget = All()
        .ToLookup(naming => naming.Target, naming => (naming.Table, naming.Naming));

    /// <summary>The fields that may name a row of the list, by the list they belong to.</summary>
    public static IEnumerable<IGrouping<ModelTable, Naming>> Of(ModelTable target) =>
        ByTarget[target.RowType].GroupBy(naming => naming.Table, naming => naming.Naming);

    /// <summary>The names in a text: the text itself, or the teams of a team design.</summary>
    public IEnumerable<string> Names(ModelRow row) =>
        Field.ValueOf(row) is not string text ? [] : Mentions is null ? [text] : TeamDesign.TeamsNamed(text) ?? [text];

    /// <summary>The value with one name in place of another.</summary>
    /// <param name="to">Null removes the name.</param>
    public string? Renamed(ModelRow row, string from, string? to)
    {
        var text = (string)Field.ValueOf(row)!;
        return Mentions is not null && TeamDesign.TeamsNamed(text) is { } teams
            ? TeamDesign.TextOf([.. teams.Select(team => team == from ? to : team).OfType<string>()])
            : to;
    }

    private static IEnumerable<(Type Target, ModelTable Table, Naming Naming)> All() =>
        from table in ModelTables.All
        from field in table.Fields
        from naming in Of(field)
        select (naming.Target, table, naming.Naming);

    private static IEnumerable<(Type Target, Naming Naming)> Of(ModelField field)
    {
        if (field.Reference is { } reference)
        {
            yield return (reference.Target, new(field, null));
        }

        if (field.Property.GetCustomAttribute<MentionsAttribute>() is { } mentions)
        {
            foreach (var target in mentions.Targets)
            {
                yield return (target, new(field, mentions));
            }
        }
    }
}
