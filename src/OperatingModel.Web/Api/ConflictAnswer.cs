using OperatingModel.Application.Writing;
using OperatingModel.Domain;

namespace OperatingModel.Web.Api;

/// <summary>A row that somebody else changed meanwhile, with both values, so that a program can decide as a person would.</summary>
/// <param name="Table">The name of the list, as model files spell it.</param>
/// <param name="ChangedAt">The time of the change in UTC; null when the version that the request names never existed.</param>
/// <param name="Yours">The row that the request wanted to store; null for a removal.</param>
/// <param name="Theirs">The stored row with its version; null when it was removed.</param>
internal sealed record ConflictAnswer(
    string Table,
    string Key,
    string ChangedBy,
    DateTimeOffset? ChangedAt,
    IReadOnlyDictionary<string, object?>? Yours,
    IReadOnlyDictionary<string, object?>? Theirs)
{
    public static ConflictAnswer Of(Conflict conflict) => new(
        conflict.Table.Name,
        conflict.Key.ToString(),
        conflict.ChangedBy,
        conflict.ChangedAt,
        FieldsOf(conflict.Yours, []),
        conflict.Theirs is { } theirs ? FieldsOf(theirs, [KeyValuePair.Create<string, object?>("version", theirs.Version)]) : null);

    private static Dictionary<string, object?>? FieldsOf(ModelRow? row, IEnumerable<KeyValuePair<string, object?>> more) => row is null ? null : new(
        [.. ModelTables.Of(row.GetType()).Fields.Select(field => KeyValuePair.Create(field.FileName, Readable(field.ValueOf(row)))), .. more]);

    private static object? Readable(object? value) => value is null or string or int or long or double or bool or DateOnly ? value : value.ToString();
}
