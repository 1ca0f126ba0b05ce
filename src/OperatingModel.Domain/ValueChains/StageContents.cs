using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Editing;

namespace OperatingModel.Domain.ValueChains;

/// <summary>The rows that refer to a stage: copied to its parts when it is split, joined when stages are merged.</summary>
internal static class StageContents
{
    private static readonly (ModelTable Table, ModelField Stage)[] Lists = [.. ModelTables.All.SelectMany(table => table.Fields
        .Where(field => field.Reference?.Target == typeof(Stage))
        .Select(field => (table, field)))];

    /// <summary>
    /// The rows that every part of a stage gets a copy of: those that connect the stage with something. Rows that belong to one place only
    /// are not among them.
    /// </summary>
    public static List<ModelRow> Shared(WorkingCopy copy, string stage) => [.. Of(copy, stage).Where(row => For(row, "").Key != row.Key)];

    /// <summary>The same row for another stage.</summary>
    public static ModelRow For(ModelRow row, string stage)
    {
        var (table, field) = Array.Find(Lists, list => list.Table.RowType == row.GetType());
        return table.Rewrite(row, (f, value) => f == field ? stage : value);
    }

    /// <summary>Moves all that refers to one stage to another.</summary>
    public static void Join(WorkingCopy copy, string from, string to)
    {
        var linked = copy.Rows<StageLink>().Where(link => link.Stage == to).Select(link => link.Capability).ToHashSet();
        foreach (var row in Of(copy, from))
        {
            var joined = For(row, to);
            copy.Remove(row);
            if (row is Assessment judged && linked.Contains(judged.Capability))
            {
                continue;
            }

            copy.Put(copy.Find(ModelTables.Of(row.GetType()), joined.Key) switch
            {
                StageLink there when joined is StageLink moved && moved.Strength > there.Strength => there with { Strength = moved.Strength },
                { } there => there,
                null => joined,
            });
        }
    }

    private static List<ModelRow> Of(WorkingCopy copy, string stage) =>
        [.. Lists.SelectMany(list => copy.Rows(list.Table).Where(row => list.Stage.ValueOf(row) as string == stage))];
}
