using OperatingModel.Domain.Reading;

namespace OperatingModel.Domain;

/// <summary>Every code that names a row of another list must name one that exists.</summary>
public static class ReferenceRules
{
    /// <summary>The code of the problem.</summary>
    public const string Missing = "reference-missing";

    // Each suggestion compares a code with all codes there are, so only the first ones get one.
    private const int MostCompared = 20;

    internal static IReadOnlyList<ModelRule> All { get; } = [ModelRule.Error(Missing, Check)];

    private static void Check(RuleCheck check)
    {
        foreach (var table in ModelTables.All)
        {
            foreach (var field in table.Fields)
            {
                if (field.Reference is not null)
                {
                    CheckField(check, table, field, ModelTables.Of(field.Reference.Target));
                }
            }
        }
    }

    private static void CheckField(RuleCheck check, ModelTable table, ModelField field, ModelTable target)
    {
        var there = check.Model.Table(target);
        string[]? codes = null;
        var compared = 0;
        var removed = check.Removed(target);
        foreach (var row in check.Rows(table, row => (string?)field.ValueOf(row) ?? "", removed))
        {
            check.Cancellation.ThrowIfCancellationRequested();
            if (field.ValueOf(row) is string { Length: > 0 } code && there.Find(RowKey.Of(code)) is null)
            {
                check.Report(row, field.Name, () => NearName.Missing(
                    code, target.Name, compared++ < MostCompared ? codes ??= [.. there.Rows.Select(known => known.Key.Text)] : []));
            }
        }
    }
}
