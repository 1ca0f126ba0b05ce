using OperatingModel.Domain;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Editing;
using OperatingModel.Domain.Fields;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Exchange.Pasting;

/// <summary>A rating that a pasted block would change; ratings go from 0 to 10.</summary>
/// <param name="Field">The name of the property: importance or satisfaction.</param>
public sealed record PastedRating(Expectation Expectation, string Field, double? Before, double After);

/// <summary>What a pasted block of ratings would change; nothing is stored yet.</summary>
/// <param name="Unread">A sentence for each part of the block that cannot be used, with its line and the reason.</param>
/// <param name="Same">The number of ratings in the block that are the same as stored.</param>
public sealed record RatingPaste(IReadOnlyList<PastedRating> Ratings, IReadOnlyList<string> Unread, int Same)
{
    private static readonly string[] Fields = [nameof(Expectation.Importance), nameof(Expectation.Satisfaction)];

    /// <summary>
    /// Reads a block. A column of codes or statements names the expectation of each line, a heading the rating in a column; without them,
    /// lines and columns are counted from the field that has the focus.
    /// </summary>
    /// <param name="rows">The expectations in the order in which they are shown.</param>
    /// <param name="at">The code of the expectation whose field has the focus.</param>
    /// <param name="field">The name of that field's property.</param>
    public static RatingPaste Read(IReadOnlyList<Expectation> rows, string at, string field, string text)
    {
        List<(int Line, IReadOnlyList<string> Cells)> lines = [.. ClipboardTable.Rows(text)
            .Select(row => (row.Line, (IReadOnlyList<string>)[.. row.Cells.Select(VisibleText.Line)]))];
        Dictionary<int, string> heads = lines.Count == 0 ? [] : lines[0].Cells.Index()
            .Select(cell => (cell.Index, Field: FieldOf(cell.Item)))
            .Where(cell => cell.Field is not null)
            .ToDictionary(cell => cell.Index, cell => cell.Field!);
        var body = heads.Count > 0 ? lines[1..] : lines;
        var keys = KeyColumn(rows, body);
        var columns = heads.Count > 0 ? heads : Columns(body, keys, field);
        List<PastedRating> ratings = [];
        List<string> unread = [];
        var (same, top) = (0, rows.ToList().FindIndex(row => row.Code == at));
        foreach (var (index, (line, cells)) in body.Index())
        {
            if (cells.All(cell => cell.Length == 0))
            {
                continue;
            }

            var row = keys >= 0 ? Find(rows, keys < cells.Count ? cells[keys] : "") : top >= 0 && top + index < rows.Count ? rows[top + index] : null;
            if (row is null)
            {
                unread.Add(keys < 0 ? $"Line {line}: there is no further expectation in the list."
                    : $"Line {line}: no expectation shown has the code or the words “{(keys < cells.Count ? cells[keys] : "")}”.");
                continue;
            }

            foreach (var (column, cell) in cells.Index().Where(cell => cell.Index != keys && cell.Item.Length > 0))
            {
                if (!columns.TryGetValue(column, out var target))
                {
                    unread.AddRange(heads.Count > 0 ? [] : [$"Line {line}: “{cell}” stands beside the ratings."]);
                }
                else if (FieldText.Read(Field(target), cell, out var value) is { } problem)
                {
                    unread.Add($"Line {line}, {target.ToLowerInvariant()} of {row.Code}: {problem}");
                }
                else if (Equals(value, Value(row, target)))
                {
                    same++;
                }
                else if (value is double rating)
                {
                    ratings.Add(new(row, target, Value(row, target), rating));
                }
            }
        }

        return new(ratings, unread, same);
    }

    /// <summary>Sets all ratings as one edit.</summary>
    public IReadOnlyList<RowChange> Apply(ModelSnapshot model) => RowEdits.InTurn(model, Ratings
        .GroupBy(rating => (rating.Field, rating.After))
        .Select(group => (Func<ModelSnapshot, IReadOnlyList<RowChange>>)(current => RowEdits.SetField(
            current, ModelTables.Of<Expectation>(), group.Select(rating => rating.Expectation.Key), group.Key.Field, group.Key.After))));

    private static string? FieldOf(string heading) => Array.Find(Fields, field => heading.StartsWith(field, StringComparison.OrdinalIgnoreCase));

    // The first column that names an expectation; −1 when none does.
    private static int KeyColumn(IReadOnlyList<Expectation> rows, List<(int Line, IReadOnlyList<string> Cells)> lines) =>
        lines.SelectMany(line => line.Cells.Index())
            .Where(cell => Find(rows, cell.Item) is not null).Select(cell => cell.Index).DefaultIfEmpty(-1).Min();

    private static Dictionary<int, string> Columns(List<(int Line, IReadOnlyList<string> Cells)> lines, int keys, string field)
    {
        List<int> filled = [.. lines.SelectMany(line => line.Cells.Index())
            .Where(cell => cell.Item.Length > 0 && cell.Index != keys).Select(cell => cell.Index).Distinct().Order()];
        var start = keys >= 0 && filled.Count > 1 ? 0 : Array.IndexOf(Fields, field);
        var first = keys >= 0 && filled.Count > 0 ? filled[0] : 0;
        return Fields.Skip(start).Index().ToDictionary(target => first + target.Index, target => target.Item);
    }

    private static Expectation? Find(IReadOnlyList<Expectation> rows, string text) => text.Length == 0 ? null
        : rows.FirstOrDefault(row => row.Code.Equals(text, StringComparison.OrdinalIgnoreCase)
            || VisibleText.Line(row.Statement).Equals(text, StringComparison.OrdinalIgnoreCase));

    private static ModelField Field(string name) => ModelTables.Of<Expectation>().Fields.First(field => field.Name == name);

    private static double? Value(Expectation expectation, string field) => (double?)Field(field).ValueOf(expectation);
}
