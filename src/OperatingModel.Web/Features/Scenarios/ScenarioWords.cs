using System.Globalization;
using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Fields;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Scenarios;

/// <summary>Describes differences and conflicts of scenarios in words.</summary>
internal static class ScenarioWords
{
    /// <summary>Says in one word what happened to a row.</summary>
    public static string Of(RowChange change) => change switch
    {
        { Before: null } => "added",
        { After: null } => "removed",
        { Before: var before, After: var after } => before == after ? "moved" : "changed",
    };

    /// <summary>Returns the fields that differ, each with both values; none for a row that was added or removed.</summary>
    /// <param name="models">The models of both sides, in which the rows that a value refers to are looked up.</param>
    public static IEnumerable<(string Field, string Before, string After)> FieldsOf(RowChange change, IReadOnlyList<ModelSnapshot> models) =>
        change is { Before: { } before, After: { } after } ? FieldsOf(change.Table, before, after, models) : [];

    /// <summary>Says how the scenario and its base contradict each other, and what applies until somebody settles it.</summary>
    public static string Of(MergeConflict conflict, ScenarioBranch branch) => conflict.Kind switch
    {
        MergeConflictKind.Field => $"{FieldWords.Of(conflict.Field!.Name)}: the base has "
            + $"“{Text(conflict.Field, conflict.Theirs!, Sides(branch))}” by now, "
            + $"the scenario “{Text(conflict.Field, conflict.Mine!, Sides(branch))}”.",
        MergeConflictKind.Place => (Place(branch.Base, conflict.Theirs!), Place(branch.Model, conflict.Mine!)) is var (theirs, mine) && theirs != mine
            ? $"Both moved it: in the base it stands {theirs} by now, in the scenario {mine}."
            : "Both moved it, to different places.",
        MergeConflictKind.RemovedByMe => "The scenario removes it, and the base changed it meanwhile.",
        MergeConflictKind.RemovedByThem => "The base removed it; the scenario's change waits.",
        MergeConflictKind.AddedTwice => "Both added it, with other contents.",
        MergeConflictKind.StillNeeded =>
            $"The scenario removes it, but more rows of the base refer to it by now. {Impact.Of(conflict.Followers).Sentence}",
        MergeConflictKind.Missing when conflict.Gone is var (table, key) =>
            $"It refers to {ListWords.OfRow(table, key)}, which the base does not have; the scenario's change waits.",
        _ => conflict.Mine is null
            ? $"It is new in the base, and the scenario has no place for it: {conflict.Problem}"
            : $"{conflict.Problem} The scenario's change waits.",
    };

    /// <summary>Lists the values behind a conflict over a whole row, one sentence for each field that differs.</summary>
    public static IEnumerable<string> ValuesOf(MergeConflict conflict, ScenarioBranch branch) => conflict switch
    {
        { Kind: MergeConflictKind.AddedTwice, Theirs: { } theirs, Mine: { } mine } =>
            FieldsOf(conflict.Table, theirs, mine, Sides(branch))
                .Select(one => $"{one.Field}: the base has “{one.Before}”, the scenario “{one.After}”."),
        { Kind: MergeConflictKind.RemovedByMe, Base: { } seen, Theirs: { } theirs } =>
            FieldsOf(conflict.Table, seen, theirs, Sides(branch))
                .Select(one => $"{one.Field}: the base had “{one.Before}”, and has “{one.After}” by now."),
        { Kind: MergeConflictKind.RemovedByThem, Base: { } seen, Mine: { } mine } =>
            FieldsOf(conflict.Table, seen, mine, Sides(branch))
                .Select(one => $"{one.Field}: the base had “{one.Before}”, the scenario has “{one.After}”."),
        _ => [],
    };

    /// <summary>Whether the user can settle the conflict in favour of a side.</summary>
    public static bool Offers(MergeConflict conflict, MergeSide side) => (conflict.Kind, side) switch
    {
        (MergeConflictKind.Missing, MergeSide.Mine) => false,
        (MergeConflictKind.Broken, _) => conflict.Mine is null == (side == MergeSide.Mine),
        _ => true,
    };

    private static ModelSnapshot[] Sides(ScenarioBranch branch) => [branch.Model, branch.Base];

    private static IEnumerable<(string Field, string Before, string After)> FieldsOf(
        ModelTable table, ModelRow before, ModelRow after, IReadOnlyList<ModelSnapshot> models) =>
        from field in table.Fields
        where !Equals(field.ValueOf(before), field.ValueOf(after))
        select (FieldWords.Of(field.Name), Text(field, before, models), Text(field, after, models));

    private static string Text(ModelField field, ModelRow row, IReadOnlyList<ModelSnapshot> models) => field.ValueOf(row) switch
    {
        null or "" => Numbers.Unknown,
        string code when field.Reference is { } reference => models
            .Select(model => model.Table(ModelTables.Of(reference.Target)).Find(RowKey.Of(code)))
            .FirstOrDefault(found => found is not null) is { } named ? FieldWords.CodeAndName(named) : code,
        Enum choice => EnumWords.Of(choice),
        bool yes => yes ? "yes" : "no",
        DateOnly day => Dates.Of(day),
        // Up to ten decimals, because rounding could hide a small difference.
        double number => number.ToString("#,0.##########", CultureInfo.CurrentCulture),
        int or long => string.Create(CultureInfo.CurrentCulture, $"{field.ValueOf(row):N0}"),
        var other => FieldText.Of(other),
    };

    // Names the row before this one; in a list that is a tree, the one before it below the same parent.
    private static string Place(ModelSnapshot model, ModelRow row)
    {
        var table = ModelTables.Of(row.GetType());
        var parent = table.Fields.FirstOrDefault(field => field.Reference?.Target == table.RowType);
        var before = model.Table(table).Rows.TakeWhile(other => other.Key != row.Key)
            .LastOrDefault(other => parent is null || Equals(parent.ValueOf(other), parent.ValueOf(row)));
        return before is null ? "first" : $"after {FieldWords.CodeAndName(before)}";
    }
}
