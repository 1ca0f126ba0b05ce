using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Scenarios;

namespace OperatingModel.Domain.Access;

/// <summary>Checks changes of a model against what a person's roles allow.</summary>
public static class AccessCheck
{
    /// <summary>The most rows that one sentence names.</summary>
    private const int MostNamed = 5;

    /// <summary>
    /// One sentence for each thing that these roles may not do; it names the rows and the roles that may. Empty when all is allowed.
    /// </summary>
    /// <param name="changes">As they will be stored: each with the row as it is now.</param>
    public static IReadOnlyList<string> Refusals(ModelRoles roles, IEnumerable<RowChange> changes) =>
        roles == ModelRoles.All
            ? []
            :
            [
                .. changes.SelectMany(Needs)
                    .Where(need => !AccessTable.May(roles, need.Action, need.Kind))
                    .GroupBy(need => (need.Action, need.Kind, need.Table, need.Field), need => need.Key)
                    .Select(refused => Only(
                        AccessTable.WhoMay(refused.Key.Action, refused.Key.Kind),
                        $"{EnumWords.Of(refused.Key.Action)} {Words(refused.Key.Table, refused.Key.Field, [.. refused])}")),
            ];

    /// <summary>E.g. "Only a portfolio manager or the CIO office may change funding round R1."</summary>
    /// <param name="who">Single roles, at least one.</param>
    public static string Only(IEnumerable<ModelRoles> who, string what)
    {
        List<string> names = [.. who.Select(NameOf)];
        return $"Only {(names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}")} may {what}.";
    }

    private static IEnumerable<Need> Needs(RowChange change)
    {
        foreach (var need in ScenarioChange.Inner(change) is { } choice ? Needs(choice) : [])
        {
            yield return need;
        }

        var money = AccessTable.MoneyOf(change.Table);
        foreach (var field in money.Where(field => IsOther(field, change)))
        {
            yield return new(RowActions.Change, RowKind.Budgets, change.Table, field, change.Key);
        }

        if (!IsOnlyMoney(change, money))
        {
            var action = change.Before is null ? RowActions.Add : change.After is null ? RowActions.Remove : RowActions.Change;
            yield return new(action, AccessTable.KindOf(change.Table), change.Table, null, change.Key);
        }
    }

    // A value that appears or disappears with its row is changed, too.
    internal static bool IsOther(ModelField field, RowChange change) => !Equals(ValueOf(field, change.Before), ValueOf(field, change.After));

    private static object? ValueOf(ModelField field, ModelRow? row) => row is null ? null : field.ValueOf(row);

    private static bool IsOnlyMoney(RowChange change, IReadOnlyList<ModelField> money) =>
        money.Count > 0
        && change is { Before: { } before, After: { } after }
        && before.Position == after.Position
        && change.Table.Fields.All(field => money.Contains(field) || Equals(field.ValueOf(before), field.ValueOf(after)));

    private static string Words(ModelTable table, ModelField? field, List<RowKey> keys)
    {
        var more = keys.Count > MostNamed ? $" and {keys.Count - MostNamed} more" : "";
        var rows = keys.Count == 1
            ? ListWords.OfRow(table, keys[0])
            : $"{ListWords.Of(table).Plural} {string.Join(", ", keys.Take(MostNamed))}{more}";
        return field is null ? rows : $"the {ListWords.Apart(field.Name)} of {rows}";
    }

    private static string NameOf(ModelRoles role) => role switch
    {
        ModelRoles.CioOffice => $"the {EnumWords.Of(role)}",
        ModelRoles.Assessor or ModelRoles.Architect => $"an {EnumWords.Of(role)}",
        _ => $"a {EnumWords.Of(role)}",
    };

    private readonly record struct Need(RowActions Action, RowKind Kind, ModelTable Table, ModelField? Field, RowKey Key);
}
