using System.Globalization;
using System.Text;
using OperatingModel.Domain;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Application.Writing;

/// <summary>
/// What every stored row must obey: the rules stated on its fields, values a database can hold exactly, and references
/// that lead somewhere — after a removal, too.
/// </summary>
internal static class RowChecks
{
    public static IEnumerable<ModelProblem> Check(ModelSnapshot? before, ModelSnapshot after, IReadOnlyList<RowChange> changes) =>
        changes.Where(change => change.After is not null)
            .SelectMany(change => change.Table.Fields.SelectMany(field => FieldProblems(change, field, after)))
            .Concat(Dangling(after, changes))
            .Concat(Heading(after));

    private static IEnumerable<ModelProblem> FieldProblems(RowChange change, ModelField field, ModelSnapshot after)
    {
        var value = field.ValueOf(change.After!);
        if (value is null)
        {
            return field.IsOptional ? [] : [Problem("field-missing", change, field, "The field is missing; fill it in.")];
        }

        // Whether a reference leads somewhere is asked below; here it only must be there.
        if (field.Rules.Where(rule => rule != field.Reference || value is "").Select(rule => rule.Problem(value)).FirstOrDefault(problem => problem is not null) is { } broken)
        {
            return [Problem("field-rule", change, field, broken)];
        }

        if (Unstorable(value) is { } unstorable)
        {
            return [Problem("field-rule", change, field, unstorable)];
        }

        return field.Reference is { } reference && after.Table(ModelTables.Of(reference.Target)).Find(RowKey.Of((string)value)) is null
            ? [Problem("unknown-reference", change, field, $"There is no {value} in {ModelTables.Of(reference.Target).Name}; choose one that exists.")]
            : [];
    }

    private static string? Unstorable(object value) => value switch
    {
        double number when !double.IsFinite(number) => "The number is not finite; give an ordinary number.",
        string text when !IsWellFormed(text) => "The text holds half a character; type it again.",
        Quarter { Year: 0 } => "The quarter is missing; give one like 2026-Q1.",
        Enum choice when choice.ToString() is [>= '0' and <= '9' or '-', ..] => $"{choice} is not one of {string.Join(", ", Enum.GetNames(choice.GetType()))}.",
        _ => null,
    };

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && !text.Contains('\uFFFD', StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<ModelProblem> Heading(ModelSnapshot after) => after.Table<ModelMeta>().Count == 1
        ? []
        : [new("no-heading", Severity.Error, ModelTables.Of<ModelMeta>().Name, null, "A model has exactly one heading; change it instead of adding or removing it.")];

    // Rows that still refer to a row that goes away.
    private static IEnumerable<ModelProblem> Dangling(ModelSnapshot after, IReadOnlyList<RowChange> changes)
    {
        foreach (var removed in changes.Where(change => change.After is null).GroupBy(change => change.Table))
        {
            var codes = removed.Select(change => change.Key.Text).ToHashSet(StringComparer.Ordinal);
            foreach (var table in ModelTables.All)
            {
                foreach (var field in table.Fields.Where(field => field.Reference?.Target == removed.Key.RowType))
                {
                    foreach (var row in after.Table(table).Rows.Where(row => field.ValueOf(row) is string code && codes.Contains(code)))
                    {
                        yield return new ModelProblem(
                            "still-referred-to",
                            Severity.Error,
                            string.Create(CultureInfo.InvariantCulture, $"{removed.Key.Name} {field.ValueOf(row)}"),
                            null,
                            $"{table.Name} {row.Key} still refers to it by {field.Name}; change or remove that first.");
                    }
                }
            }
        }
    }

    private static ModelProblem Problem(string code, RowChange change, ModelField field, string message) =>
        new(code, Severity.Error, $"{change.Table.Name} {change.Key}", field.Name, message);
}
