using OperatingModel.Domain.Tests.Breaches;

namespace OperatingModel.Domain.Tests;

public sealed class FieldValueRulesTests
{
    private static readonly (ModelTable Table, ModelField Field)[] Fields =
    [
        .. ModelTables
            .All.Where(table => Breach.Airline.Table(table).Rows.Count > 0)
            .SelectMany(table => table.Fields.Select(field => (table, field))),
    ];

    public static TheoryData<string, string, string> IllegalValues() =>
        [.. Fields.SelectMany(f => Illegal(f.Field).Select(illegal => (f.Table.Name, f.Field.Name, illegal.What)))];

    [Theory]
    [MemberData(nameof(IllegalValues))]
    public void A_value_outside_its_rule_is_told_at_its_field(string list, string name, string what)
    {
        var (table, field) = Fields.Single(f => f.Table.Name == list && f.Field.Name == name);
        var changes = Breach.Set(Breach.Airline.Table(table).Rows[0], field, Illegal(field).First(illegal => illegal.What == what).Value);

        var problems = ModelRules.CheckChanges(Breach.Airline.With(changes, 1), changes);

        var problem = problems.Where(p => p.Code == "field-invalid").ShouldHaveSingleItem();
        (problem.Blocks, problem.Row, problem.Field).ShouldBe((true, changes[^1].Key, field.FileName));
    }

    public static TheoryData<string, string> RequiredTexts() =>
        [.. Fields.Where(f => f.Field.Type == typeof(string) && !f.Field.IsOptional).Select(f => (f.Table.Name, f.Field.Name))];

    [Theory]
    [MemberData(nameof(RequiredTexts))]
    public void A_missing_value_is_told_and_stops_nothing_else(string list, string name)
    {
        var (table, field) = Fields.Single(f => f.Table.Name == list && f.Field.Name == name);
        foreach (var value in new[] { null, "" })
        {
            var changes = Breach.Set(Breach.Airline.Table(table).Rows[0], field, value);
            var after = Breach.Airline.With(changes, 1);
            foreach (var problems in new[] { ModelRules.Check(after), ModelRules.CheckChanges(after, changes) })
            {
                problems.ShouldContain(p => p.Code == (value == null ? "field-missing" : "field-invalid") && p.Blocks && p.Field == field.FileName);
            }
        }
    }

    [Fact]
    public void Every_number_of_a_model_has_a_range() => ModelTables.All.SelectMany(table => table.Fields.Select(field => (table, field)))
        .Where(f => f.field.Type == typeof(double) || f.field.Type == typeof(int) || f.field.Type == typeof(long) || f.field.Type == typeof(decimal))
        .Where(f => !f.field.Rules.OfType<BetweenAttribute>().Any())
        .Select(f => $"{f.table.Name}.{f.field.Name}")
        .ShouldBeEmpty();

    [Fact]
    public void The_limits_themselves_are_allowed()
    {
        foreach (var (table, field) in Fields.Where(f => f.Field.Type == typeof(int)))
        {
            foreach (var limit in field.Rules.OfType<BetweenAttribute>().SelectMany(rule => new[] { (int)rule.Low, (int)rule.High }))
            {
                var changes = Breach.Set(Breach.Airline.Table(table).Rows[0], field, limit);
                ModelRules
                    .CheckChanges(Breach.Airline.With(changes, 1), changes)
                    .ShouldNotContain(problem => problem.Code == "field-invalid", $"{table.Name}.{field.Name} {limit}");
            }
        }
    }

    private static IEnumerable<(string What, object Value)> Illegal(ModelField field)
    {
        foreach (var rule in field.Rules)
        {
            (string, double)[] numbers = rule switch
            {
                BetweenAttribute between => [("below the scale", between.Low - 1), ("above the scale", between.High + 1)],
                _ => [],
            };
            foreach (var (what, number) in numbers)
            {
                yield return (what, Convert.ChangeType(number, field.Type, null));
            }
        }

        if (field.Type == typeof(string) && field.Reference is null)
        {
            yield return ("control character", "a\0b");
            yield return ("half a character", "a\ud800b");
            yield return ("too long", new string('x', 5000));
        }

        if (field.Type == typeof(double))
        {
            yield return ("not a number", double.NaN);
            yield return ("endless", double.PositiveInfinity);
            yield return ("too large", 1e16);
            yield return ("hardly more than nothing", 5e-324);
        }

        if (field.Type == typeof(long))
        {
            yield return ("too large", long.MaxValue);
        }

        if (field.Type.IsEnum)
        {
            yield return ("no such choice", Enum.ToObject(field.Type, 1 << 20));
        }

        if (field.Type == typeof(Quarter))
        {
            yield return ("no such quarter", default(Quarter));
        }
    }
}
