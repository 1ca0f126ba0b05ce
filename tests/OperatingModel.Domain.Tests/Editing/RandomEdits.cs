using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Capabilities.Lists;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests.Editing;

/// <summary>Structure edits as people make them, drawn at random: some are refused, with a reason.</summary>
internal static class RandomEdits
{
    private static readonly Func<ModelSnapshot, Random, IReadOnlyList<RowChange>>[] OfTree =
    [
        (model, random) => CapabilityEdits.Add(model, PlaceIn(model, random), "New"),
        (model, random) => CapabilityEdits.Move(model, Capability(model, random), PlaceIn(model, random)),
        (model, random) => CapabilityEdits.Move(model, Capability(model, random), PlaceIn(model, random)),
        (model, random) =>
            CapabilityParts.Split(
                model,
                Leaf(model, random),
                [.. Enumerable.Range(1, random.Next(2, 4)).Select(part => $"Part {part}")],
                (SplitInto)random.Next(2)),
        (model, random) => CapabilityParts.Split(model, Leaf(model, random), ["One", "Two"], SplitInto.Children),
        (model, random) => CapabilityParts.Merge(model, Several(model, random), Leaf(model, random)),
        Merged,
        (model, random) => CapabilityEdits.Delete(model, Capability(model, random)),
    ];

    private static readonly Func<ModelSnapshot, Random, IReadOnlyList<RowChange>>[] All =
    [
        .. OfTree,
        (model, random) => CapabilityEdits.SetCode(model, Capability(model, random), $"X{random.Next(60)}"),
        Pasted,
        (model, random) =>
            CapabilityEdits.SetField(model, Several(model, random), nameof(Domain.Capabilities.Capability.Weight), random.Next(1, 9) / 2.0),
        (model, random) => StageLinkEdits.Cycle(model, Stage(model, random), Leaf(model, random)),
        (model, random) =>
            ApplicabilityEdits.Set(model, Capability(model, random), Pick(model.BusinessUnits, random).Code, random.Next(2) == 0, "Because"),
        (model, random) => StageEdits.Add(model, StagePlace(model, random), "New", points: random.Next(50)),
        (model, random) => StageEdits.Move(model, Stage(model, random), StagePlace(model, random)),
        (model, random) => StageEdits.Split(model, Stage(model, random), ["First", "Second", "Third"]),
        (model, random) => StageEdits.Merge(model, [Stage(model, random), Stage(model, random)], Stage(model, random)),
        (model, random) => StageEdits.Delete(model, Stage(model, random)),
        (model, random) => StageEdits.SetCode(model, Stage(model, random), $"Y{random.Next(60)}"),
        (model, random) => ValueChainEdits.Add(model, "New"),
        (model, random) => ValueChainEdits.Split(model, Stage(model, random), "Rest"),
        (model, random) => ValueChainEdits.Merge(model, Pick(model.ValueChains, random).Code, Pick(model.ValueChains, random).Code),
        (model, random) => ValueChainEdits.Delete(model, Pick(model.ValueChains, random).Code),
        Removed,
        Removed,
        Recoded,
        Reordered,
    ];

    private static readonly Func<ModelSnapshot, Random, IReadOnlyList<RowChange>>[] OfLists =
        [.. All, Added, Added, Added, Changed, Changed, Changed, Changed];

    /// <summary>Any structure edit; null when it was refused.</summary>
    public static IReadOnlyList<RowChange>? Any(ModelSnapshot model, Random random) => Try(model, random, All);

    /// <summary>An edit of the capability tree; null when it was refused.</summary>
    public static IReadOnlyList<RowChange>? OfCapabilities(ModelSnapshot model, Random random) => Try(model, random, OfTree);

    /// <summary>
    /// The model after some edits of any of its lists, which are all that the rules allow: rows added, changed, moved, given other
    /// codes and removed, the settings and the heading changed.
    /// </summary>
    /// <param name="tries">Some of them are refused.</param>
    public static ModelSnapshot Edited(ModelSnapshot model, Random random, int tries)
    {
        for (; tries > 0; tries--)
        {
            var next = model.Revision + 1;
            List<RowChange> changes = [.. (Try(model, random, OfLists) ?? [])
                .Select(change => change with { After = change.After is { } row ? row with { Version = next } : null })];
            var after = model.With(changes, next);
            model = ModelRules.CheckChanges(after, changes).Any(problem => problem.Blocks) ? model : after;
        }

        return model;
    }

    public static string Leaf(ModelSnapshot model, Random random) => model.Tree[model.Tree.Leaves[random.Next(model.Tree.Leaves.Count)]].Code;

    // Names that are there already are as likely as new ones.
    private static IReadOnlyList<RowChange> Pasted(ModelSnapshot model, Random random)
    {
        string Name() => random.Next(2) == 0 ? Pick(model.Capabilities, random).Name : $"Name {random.Next(9)}";
        var list = ListReader.Read([.. new[] { "", "  ", "    ", "  ", "" }
            .Select((indent, line) => new ListRow(line + 1, [$"{indent}C{random.Next(30)}", Name()]))]);
        return CapabilityEdits.Paste(model, CapabilityPaste.Of(model, PlaceIn(model, random), list, random.Next(2) == 0));
    }

    private static IReadOnlyList<RowChange>? Try(ModelSnapshot model, Random random, Func<ModelSnapshot, Random, IReadOnlyList<RowChange>>[] edits)
    {
        // Nothing can be drawn from an empty list, and a model without any is of no use to the test.
        if (model.Capabilities.Count < 3 || model.Stages.Count < 2)
        {
            return CapabilityEdits.Add(model, Place.LastIn(null), "Again");
        }

        try
        {
            return edits[random.Next(edits.Length)](model, random);
        }
        catch (ModelRuleException refused) when (refused.Problems.All(problem => problem.Message.EndsWith('.')))
        {
            return null;
        }
    }

    private static IReadOnlyList<RowChange> Merged(ModelSnapshot model, Random random)
    {
        var parent = Pick(model.Capabilities, random).Parent;
        string[] children = [.. model.Capabilities.Where(capability => capability.Parent == parent).Select(capability => capability.Code)];
        return CapabilityParts.Merge(model, children, parent is null || random.Next(2) == 0 ? children[0] : parent);
    }

    private static IReadOnlyList<RowChange> Added(ModelSnapshot model, Random random)
    {
        var table = ModelTables.All[random.Next(2, ModelTables.All.Count)];
        if (model.Table(table).Rows is not { Count: > 0 } rows)
        {
            return [];
        }

        var like = Pick(rows, random);
        var row = table.Rewrite(like, (field, value) =>
            field.Reference is not null || field.Rules.OfType<CodeAttribute>().Any() || random.Next(4) == 0
                ? Another(model, table, field, value, random)
                : value);
        return RowEdits.Add(model, row, random.Next(3) == 0 ? like.Key : null);
    }

    private static IReadOnlyList<RowChange> Changed(ModelSnapshot model, Random random)
    {
        var table = ModelTables.All[random.Next(4) == 0 ? random.Next(2) : random.Next(2, ModelTables.All.Count)];
        var rows = model.Table(table).Rows;
        if (rows.Count == 0)
        {
            return [];
        }

        var (row, which) = (Pick(rows, random), Pick(table.Fields, random));
        return RowEdits.Change(
            model, row, table.Rewrite(row, (field, value) => field == which ? Another(model, table, field, value, random) : value));
    }

    // Not always one that the rules allow.
    private static object? Another(ModelSnapshot model, ModelTable table, ModelField field, object? value, Random random)
    {
        if (field.IsOptional && random.Next(5) == 0)
        {
            return null;
        }

        if (field.Reference is { } reference && model.Table(ModelTables.Of(reference.Target)).Rows is { Count: > 0 } targets)
        {
            return Pick(targets, random).Key.Text;
        }

        return value switch
        {
            int number => number + random.Next(-2, 3),
            long number => number + random.Next(-100, 101),
            double number => Math.Round(number * (random.NextDouble() + 0.5), 2),
            bool isTrue => !isTrue,
            DateOnly day => day.AddDays(random.Next(-30, 31)),
            string when field.Rules.OfType<CodeAttribute>().Any() => $"Z{random.Next(60)}",
            string when random.Next(2) == 0 => $"Text {random.Next(9)}",
            _ => field.ValueOf(Pick(model.Table(table).Rows, random)),
        };
    }

    private static IReadOnlyList<RowChange> Removed(ModelSnapshot model, Random random)
    {
        var table = ModelTables.All[random.Next(2, ModelTables.All.Count)];
        var rows = model.Table(table).Rows;
        return rows.Count == 0 || table.RowType == typeof(Capability) ? [] : RowEdits.Remove(model, rows[random.Next(rows.Count)]);
    }

    private static IReadOnlyList<RowChange> Recoded(ModelSnapshot model, Random random)
    {
        var table = ModelTables.All[random.Next(2, ModelTables.All.Count)];
        var rows = model.Table(table).Rows;
        return rows.Count == 0 ? [] : Renaming.SetCode(model, table, rows[random.Next(rows.Count)].Key.Text, $"Z{random.Next(60)}");
    }

    private static IReadOnlyList<RowChange> Reordered(ModelSnapshot model, Random random)
    {
        var table = ModelTables.All[random.Next(2, ModelTables.All.Count)];
        RowKey[] keys = [.. model.Table(table).Rows.Select(row => row.Key).Where(_ => random.Next(3) == 0)];
        random.Shuffle(keys);
        return RowEdits.Reorder(model, table, keys);
    }

    private static Place PlaceIn(ModelSnapshot model, Random random) => random.Next(5) switch
    {
        0 => Place.LastIn(null),
        1 => Place.FirstIn(Capability(model, random)),
        2 => Place.LastIn(Capability(model, random)),
        3 => Place.Before(Capability(model, random)),
        _ => Place.After(Capability(model, random)),
    };

    private static Place StagePlace(ModelSnapshot model, Random random) => random.Next(4) switch
    {
        0 => Place.FirstIn(Pick(model.ValueChains, random).Code),
        1 => Place.LastIn(Pick(model.ValueChains, random).Code),
        2 => Place.Before(Stage(model, random)),
        _ => Place.After(Stage(model, random)),
    };

    private static string[] Several(ModelSnapshot model, Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Leaf(model, random)).Distinct()];

    private static string Capability(ModelSnapshot model, Random random) => Pick(model.Capabilities, random).Code;

    private static string Stage(ModelSnapshot model, Random random) => Pick(model.Stages, random).Code;

    private static T Pick<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];
}
