namespace OperatingModel.Domain;

/// <summary>The rules stated on the fields themselves, checked for every field of every list.</summary>
internal static class FieldValueRules
{
    public static IReadOnlyList<ModelRule> All { get; } = [ModelRule.Error(Missing, CheckMissing), ModelRule.Error("field-invalid", CheckValues)];

    /// <summary>The code of the problem of a required field that is empty: such a row cannot be checked any further.</summary>
    public const string Missing = "field-missing";

    /// <summary>What is wrong with the fields of a row by themselves.</summary>
    public static IEnumerable<(ModelField Field, string Problem)> ProblemsOf(ModelRow row) =>
        from field in ModelTables.Of(row.GetType()).Fields
        let value = field.ValueOf(row)
        let problem = value is null ? Absence(field) : Problem(field, value)
        where problem is not null
        select (field, problem);

    private static void CheckMissing(RuleCheck check) => Check(check, (field, value) => value is null ? Absence(field) : null);

    private static void CheckValues(RuleCheck check) => Check(check, (field, value) => value is null ? null : Problem(field, value));

    private static string? Absence(ModelField field) => field.IsOptional ? null : "The field is empty; fill it in.";

    private static void Check(RuleCheck check, Func<ModelField, object?, string?> problemOf)
    {
        foreach (var table in ModelTables.All)
        {
            foreach (var row in check.Rows(table))
            {
                foreach (var field in table.Fields)
                {
                    if (problemOf(field, field.ValueOf(row)) is { } problem)
                    {
                        check.Report(row, field.Name, problem);
                    }
                }
            }
        }
    }

    /// <summary>What is wrong with a value by itself; null when nothing is.</summary>
    private static string? Problem(ModelField field, object value)
    {
        foreach (var rule in field.Rules)
        {
            // Whether a code names a row is a rule of its own; here it only must be there.
            if ((rule != field.Reference || value is "") && rule.Problem(value) is { } problem)
            {
                return problem;
            }
        }

        return field.Kind.Problem(value);
    }
}
