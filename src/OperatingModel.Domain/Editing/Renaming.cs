using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Editing;

/// <summary>Gives a row another code, everywhere.</summary>
public static class Renaming
{
    /// <summary>Gives the row a new code and updates every row that refers to it.</summary>
    /// <exception cref="ModelRuleException">The row is gone, or the code is taken or not a code.</exception>
    public static IReadOnlyList<RowChange> SetCode(ModelSnapshot model, ModelTable table, string from, string to)
    {
        var copy = new WorkingCopy(model);
        SetCode(copy, table, from, to.Trim());
        return copy.Changes;
    }

    internal static void SetCode(WorkingCopy copy, ModelTable table, string from, string to)
    {
        var row = copy.Find(table, RowKey.Of(from)) ?? throw RowEdits.Gone(table, from);
        if (from == to)
        {
            return;
        }

        var code = table.Fields[0];
        if (code.Reference is not null || row.Key.Text != code.ValueOf(row) as string)
        {
            throw new ModelRuleException(code.FileName, $"{ListWords.Of(table).Plural} have no code of their own; change what they connect.");
        }

        if (code.Rules.Select(rule => rule.Problem(to)).FirstOrDefault(problem => problem is not null) is { } wrong)
        {
            throw new ModelRuleException(code.FileName, wrong);
        }

        if (copy.Find(table, RowKey.Of(to)) is not null)
        {
            throw new ModelRuleException(code.FileName, $"{to} is taken; choose another code.");
        }

        copy.Remove(row);
        copy.Put(table.Rewrite(row, (field, value) => field == code ? to : value));
        foreach (var list in Naming.Of(table))
        {
            SetCode(copy, list.Key, [.. list], table, from, to);
        }

        RenameInScenarios(copy, table, from, to);
    }

    private static void SetCode(WorkingCopy copy, ModelTable table, List<Naming> namings, ModelTable target, string from, string to)
    {
        foreach (var row in copy.Rows(table).ToList())
        {
            var renamed = Renamed(copy, table, row, namings, target, from, to);
            if (renamed != row)
            {
                copy.Remove(row);
                copy.Put(renamed);
            }
        }
    }

    private static ModelRow Renamed(
        WorkingCopy copy, ModelTable table, ModelRow row, IEnumerable<Naming> namings, ModelTable target, string from, string to)
    {
        var renamed = row;
        foreach (var naming in namings.Where(naming => naming.Names(row).Contains(from) && !IsSomethingElse(copy, naming, target, from)))
        {
            var value = naming.Renamed(renamed, from, to);
            renamed = table.Rewrite(renamed, (field, old) => field == naming.Field ? value : old);
        }

        return renamed;
    }

    // The changes of scenarios follow the new code.
    private static void RenameInScenarios(WorkingCopy copy, ModelTable target, string from, string to)
    {
        var namings = Naming.Of(target).ToDictionary(list => list.Key, list => list.ToList());
        foreach (var change in copy.Rows<ScenarioChange>().ToList())
        {
            var renamed = change with { Before = In(change.Before), After = In(change.After) };
            if (renamed != change && (renamed.Key == change.Key || copy.Find(ModelTables.Of<ScenarioChange>(), renamed.Key) is null))
            {
                copy.Remove(change);
                copy.Put(renamed);
            }
        }

        RowValue? In(RowValue? value)
        {
            if (value is null || (value.Table != target && !namings.ContainsKey(value.Table)))
            {
                return value;
            }

            var (table, row) = (value.Table, value.Row);
            var renamed = table == target && row.Key.Text == from
                ? table.Rewrite(row, (field, old) => field == table.Fields[0] ? to : old)
                : row;
            return new(namings.TryGetValue(table, out var fields) ? Renamed(copy, table, renamed, fields, target, from, to) : renamed);
        }
    }

    // A text that may name rows of several lists keeps its name when another list has such a row.
    private static bool IsSomethingElse(WorkingCopy copy, Naming naming, ModelTable target, string code) =>
        naming.Mentions is { } mentions
        && mentions.Targets.Any(other => other != target.RowType && copy.Find(ModelTables.Of(other), RowKey.Of(code)) is not null);
}
