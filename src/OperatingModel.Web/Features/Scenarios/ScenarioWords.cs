using OperatingModel.Domain;
using OperatingModel.Domain.Editing;
using OperatingModel.Web.Components.Controls;
using OperatingModel.Web.Components.Editing;

namespace OperatingModel.Web.Features.Scenarios;

/// <summary>Differences and conflicts of scenarios in words.</summary>
internal static class ScenarioWords
{
    /// <summary>What became of a row: one word.</summary>
    public static string Of(RowChange change) => change switch
    {
        { Before: null } => "added",
        { After: null } => "removed",
        { Before: var before, After: var after } => before == after ? "moved" : "changed",
    };

    /// <summary>The fields that differ, each with both values; all that are given of a row that is new or gone.</summary>
    public static IEnumerable<(string Field, string Before, string After)> FieldsOf(RowChange change) =>
        from field in change.Table.Fields
        let before = change.Before is null ? null : field.ValueOf(change.Before)
        let after = change.After is null ? null : field.ValueOf(change.After)
        where change is { Before: not null, After: not null } && !Equals(before, after)
        select (FieldWords.Of(field.Name), Text(before), Text(after));

    /// <summary>How scenario and base contradict each other, and what that means for now.</summary>
    public static string Of(MergeConflict conflict) => conflict.Kind switch
    {
        MergeConflictKind.Field => $"{FieldWords.Of(conflict.Field!.Name)}: the base has "
            + $"“{Text(conflict.Field.ValueOf(conflict.Theirs!))}” by now, the scenario “{Text(conflict.Field.ValueOf(conflict.Mine!))}”.",
        MergeConflictKind.Place => "Both moved it, to different places.",
        MergeConflictKind.RemovedByMe => "The scenario removes it, and the base changed it meanwhile.",
        MergeConflictKind.RemovedByThem => "The base removed it; the scenario's change waits.",
        MergeConflictKind.AddedTwice => "Both added it, with other contents.",
        MergeConflictKind.StillNeeded =>
            $"The scenario removes it, and in the base more hangs on it by now. {Impact.Of(conflict.Followers).Sentence}",
        MergeConflictKind.Missing when conflict.Gone is var (table, key) =>
            $"It refers to {ListWords.OfRow(table, key)}, which the base does not have; the scenario's change waits.",
        _ => conflict.Mine is null
            ? $"It is new in the base, and the scenario has no place for it: {conflict.Problem}"
            : $"{conflict.Problem} The scenario's change waits.",
    };

    /// <summary>Whether a side can be had.</summary>
    public static bool Offers(MergeConflict conflict, MergeSide side) => (conflict.Kind, side) switch
    {
        (MergeConflictKind.Missing, MergeSide.Mine) => false,
        (MergeConflictKind.Broken, _) => conflict.Mine is null == (side == MergeSide.Mine),
        _ => true,
    };

    private static string Text(object? value) => value switch
    {
        null or "" => Numbers.Unknown,
        Enum choice => EnumWords.Of(choice),
        _ => FieldText.Of(value),
    };
}
