using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Tests.Breaches;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Domain.Tests;

public sealed class CheckChangesTests
{
    private static readonly ModelTable[] Tables =
    [
        .. ModelTables.All.Where(table => Breach.Airline.Table(table).Rows.Count > 0 && table.RowType != typeof(ModelMeta)),
    ];

    // Told only of the act; the finished model says it as a warning.
    private static readonly string[] OnlyActs = ["approval-of-vetoed", "planning-of-vetoed"];

    private static readonly HashSet<string> Before = [.. ModelRules.Check(Breach.Airline).Select(Place)];

    [Fact]
    public void What_the_whole_check_finds_anew_the_check_of_the_changes_finds_too_and_nothing_besides()
    {
        var seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
        Prop.ForAll(seeds, seed =>
            {
                var changes = Edits(new Random(seed));
                var after = Breach.Airline.With(changes, 1);
                var whole = ModelRules.Check(after).Select(Place).ToHashSet();
                var touched = ModelRules.CheckChanges(after, changes).Where(problem => !OnlyActs.Contains(problem.Code)).Select(Place).ToHashSet();
                return touched
                    .IsSubsetOf(whole)
                    .Label($"Not in the whole check: {string.Join(", ", touched.Except(whole))}")
                    .And(
                        touched
                            .IsSupersetOf(whole.Except(Before))
                            .Label($"Missed: {string.Join(", ", whole.Except(Before).Except(touched))} "
                                + $"after {string.Join<RowChange>(", ", changes)}"));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    // A circle may be told at any of its rows.
    private static string Place(ModelProblem problem) =>
        problem.Code.EndsWith("-cycle", StringComparison.Ordinal) ? problem.Code : $"{problem.Code} {problem.Element} {problem.Field}";

    private static RowChange[] Edits(Random random)
    {
        var model = Breach.Airline;
        var edits = new List<RowChange>();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            // The tree is where most rules meet, so it is edited most.
            var table = random.Next(3) == 0 ? ModelTables.Of<Capability>() : Tables[random.Next(Tables.Length)];
            var rows = model.Table(table).Rows;
            var row = rows[random.Next(rows.Count)];
            var edit = Edit(random, table, rows, row);
            if (edit.All(change =>
                    edits.All(other => (other.Table, other.Key) != (change.Table, change.Key))
                    && (change.Before is not null || model.Table(table).Find(change.Key) is null)))
            {
                edits.AddRange(edit);
            }
        }

        return [.. edits];
    }

    private static RowChange[] Edit(Random random, ModelTable table, IReadOnlyList<ModelRow> rows, ModelRow row)
    {
        var fields =
            table.RowType == typeof(Capability) && random.Next(2) == 0
                ? [.. table.Fields.Where(f => f.Name == nameof(Capability.Parent))]
                : table.Fields;
        var field = fields[random.Next(fields.Count)];
        var value = random.Next(3) == 0 ? Strange(random, field) : field.ValueOf(rows[random.Next(rows.Count)]);
        return random.Next(5) switch
        {
            0 => [new RowChange(table, row, null)],
            1 =>
            [
                .. Breach
                    .Set(row, field, value)
                    .Where(change => change.Before is null)
                    .Select(change => change with { After = change.After! with { Position = 10_000 } }),
            ],
            _ => Breach.Set(row, field, value),
        };
    }

    private static object? Strange(Random random, ModelField field) =>
        field.IsOptional && random.Next(2) == 0
            ? null
            : field.Type switch
            {
                _ when field.Reference is not null
                        && random.Next(4) > 0
                        && Breach.Airline.Table(ModelTables.Of(field.Reference.Target)).Rows is { Count: > 0 } targets => targets[
                    random.Next(targets.Count)
                ]
                    .Key
                    .Text,
                var type when type == typeof(string) => random.Next(2) == 0 ? "NEW" : "",
                var type when type == typeof(int) => random.Next(-5, 50),
                var type when type == typeof(long) => random.NextInt64(-5, 20_000),
                var type when type == typeof(double) => random.Next(3) == 0 ? 0 : random.NextDouble() * 200,
                var type when type == typeof(bool) => random.Next(2) == 0,
                var type when type == typeof(DateOnly) => new DateOnly(random.Next(2020, 2030), 1, 1),
                var type when type == typeof(Quarter) => new Quarter(random.Next(2020, 2030), 1),
                var type => Enum.ToObject(type, random.Next(0, 8)),
            };
}
