using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Strategy;

namespace OperatingModel.Domain.Tests;

public sealed class TableTests
{
    [Fact]
    public void Rows_stand_in_the_order_of_their_positions_and_are_found_by_key()
    {
        var table = Table<StrategicObjective>.Of([Row("B", 2), Row("A", 1), Row("C", 2)]);
        table.Select(row => row.Code).ShouldBe(["A", "B", "C"]);
        table.Find("C")!.Code.ShouldBe("C");
        table.IndexOf(RowKey.Of("B")).ShouldBe(1);
        table.Find("X").ShouldBeNull();
        table.Contains("A").ShouldBeTrue();
        Should.Throw<KeyNotFoundException>(() => table[RowKey.Of("X")]);
        Should.Throw<ArgumentOutOfRangeException>(() => table[3]);
    }

    [Fact]
    public void Two_rows_never_share_a_key() =>
        Should.Throw<ArgumentException>(() => Table<StrategicObjective>.Of([Row("A", 1), Row("A", 2)]));

    [Fact]
    public void Any_changes_give_the_list_that_would_have_been_made_anew() =>
        RandomModels.ForAll(model =>
        {
            var random = model.Random;
            var expected = Enumerable.Range(0, random.Next(2100)).Select(i => Row($"N{i}", i)).ToDictionary(row => row.Key);
            var table = Table<StrategicObjective>.Of(expected.Values);
            for (var step = 0; step < 5; step++)
            {
                var code = $"N{random.Next(2200)}";
                var before = expected.GetValueOrDefault(RowKey.Of(code));
                var after =
                    before is not null && random.Next(4) == 0
                        ? null
                        : Row(
                            code,
                            before is null ? random.Next(3000)
                                : random.Next(3) == 0 ? 5
                                : before.Position,
                            $"step {step}");
                table = table.With([new RowChange(table.Definition, before, after)]);
                if (after is null)
                {
                    expected.Remove(RowKey.Of(code));
                }
                else
                {
                    expected[after.Key] = after;
                }
            }

            table.Count.ShouldBe(expected.Count);
            table.Select(row => row.Position).ShouldBeInOrder();
            table.ShouldAllBe(row => expected[row.Key] == row);
            expected.Keys.ShouldAllBe(key => table[table.IndexOf(key)].Key == key);
        });

    [Fact]
    public void What_leads_from_a_list_to_another_is_found_whatever_they_share() => RandomModels.ForAll(model =>
    {
        var random = model.Random;
        var from = Table<StrategicObjective>.Of(Enumerable.Range(0, random.Next(3200)).Select(i => Row($"N{i}", i / 2)));
        var to = random.Next(3) == 0 ? Table<StrategicObjective>.Of(from.Select(row => row with { Version = 7 })) : from;
        var wanted = new Dictionary<RowKey, RowChange>();
        for (var step = random.Next(6); step > 0; step--)
        {
            var code = $"N{random.Next(3300)}";
            var before = to.Find(code);
            var after = random.Next(4) == 0 && before is not null ? null
                : before is not null && random.Next(2) == 0 ? before with { Name = $"step {step}" }
                : (before ?? Row(code, 0)) with { Position = random.Next(5) == 0 ? random.Next(1600) : 1600 + step };
            to = to.With([new RowChange(to.Definition, before, after)]);
            var change = new RowChange(to.Definition, from.Find(code), after);
            wanted[RowKey.Of(code)] = change;
        }

        var changes = from.ChangesTo(to);
        changes.Select(Sides).ShouldBe(
            wanted.Values.Where(change => change.Before != change.After || change.Before?.Position != change.After?.Position).Select(Sides),
            ignoreOrder: true);
        Placed(from.With(changes)).ShouldBe(Placed(to));
        to.ChangesTo(from).Select(Sides).ShouldBe(changes.Select(change => Sides(change.Inverse)));
        changes.Select(change => (Place(change), change.Key)).ShouldBeInOrder();
    });

    [Fact]
    public void A_list_is_never_changed_by_the_lists_that_follow()
    {
        var table = Table<StrategicObjective>.Of([Row("A", 1)]);
        _ = table.With([RowChange.Add(Row("B", 2)), RowChange.Replace(table[0], table[0] with { Name = "new" })]);
        table.ShouldHaveSingleItem().Name.ShouldBe("A");
    }

    [Fact]
    public void Changes_that_do_not_fit_are_refused()
    {
        var table = Table<StrategicObjective>.Of([Row("A", 1), Row("B", 2)]);
        Should.Throw<InvalidOperationException>(() => table.With([RowChange.Add(Row("A", 3))]));
        Should.Throw<InvalidOperationException>(() => table.With([RowChange.Add(Row("A", 0))]));
        Should.Throw<InvalidOperationException>(() => table.With([RowChange.Remove(Row("X", 1))]));
        Should.Throw<InvalidOperationException>(() => table.With([RowChange.Replace(Row("X", 1), Row("X", 1))]));
    }

    [Fact]
    public void A_long_row_of_additions_stays_findable()
    {
        var table = Table<StrategicObjective>.Empty;
        for (var i = 0; i < 2500; i++)
        {
            table = table.With([RowChange.Add(Row($"N{i}", i))]);
        }

        Enumerable.Range(0, 2500).ShouldAllBe(i => table.IndexOf(RowKey.Of($"N{i}")) == i);
    }

    [Fact]
    public void A_change_is_undone_by_its_inverse()
    {
        var unit = new BusinessUnit("A", "A", 1, null);
        var change = RowChange.Replace(unit, unit with { Revenue = 2 });
        Table<BusinessUnit>.Of([unit]).With([change]).With([change.Inverse]).ShouldBe([unit]);
        Should.Throw<ArgumentException>(() => RowChange.Replace(unit, unit with { Code = "B" }));
    }

    private static (ModelRow?, int?, ModelRow?, int?) Sides(RowChange change) =>
        (change.Before, change.Before?.Position, change.After, change.After?.Position);

    private static int Place(RowChange change) => Math.Min(change.Before?.Position ?? int.MaxValue, change.After?.Position ?? int.MaxValue);

    private static IEnumerable<(StrategicObjective Row, int Position)> Placed(Table<StrategicObjective> table) =>
        table.Select(row => (row, row.Position));

    private static StrategicObjective Row(string code, int position, string? name = null) => new(code, name ?? code, null) { Position = position };
}

public sealed class RowKeyTests
{
    [Fact]
    public void Codes_are_compared_byte_by_byte() => RowKey.Of("B").ShouldBeLessThan(RowKey.Of("a"));

    [Fact]
    public void An_absent_code_differs_from_every_other()
    {
        RowKey.Of("a", null).ShouldNotBe(RowKey.Of("a"));
        RowKey.Of("a", null, "b").ShouldNotBe(RowKey.Of("a", "b", null));
        RowKey.Of("ab", "c").ShouldNotBe(RowKey.Of("a", "bc"));
        RowKey.Of(["a", "b"]).ShouldBe(RowKey.Of("a", "b"));
    }

    [Fact]
    public void People_read_it_with_dots() => RowKey.Of("C1", "MAIN", null).ToString().ShouldBe("C1 · MAIN");
}

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2026-Q1", 2026, 1)]
    [InlineData("0001-Q4", 1, 4)]
    [InlineData("9999-Q4", 9999, 4)]
    public void Quarters_are_written_and_read(string text, int year, int number)
    {
        var quarter = Quarter.Parse(text);
        (quarter.Year, quarter.Number, quarter.ToString()).ShouldBe((year, number, text));
        quarter.ShouldBe(new Quarter(year, number));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q0")]
    [InlineData("2026Q1")]
    [InlineData("26-Q1")]
    [InlineData("0000-Q1")]
    [InlineData("2026-q1")]
    [InlineData(" 2026-Q1")]
    public void What_is_no_quarter_is_refused(string? text)
    {
        Quarter.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Quarter.Parse(text ?? ""));
    }

    [Fact]
    public void Quarters_are_counted_across_years()
    {
        (new Quarter(2026, 3) + 3).ShouldBe(new Quarter(2027, 2));
        (new Quarter(2027, 1) - new Quarter(2025, 4)).ShouldBe(5);
        (new Quarter(2026, 4) < new Quarter(2027, 1)).ShouldBeTrue();
        Quarter.Of(new DateOnly(2026, 3, 31)).ShouldBe(new Quarter(2026, 1));
        Quarter.Of(new DateOnly(2026, 4, 1)).ShouldBe(new Quarter(2026, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => new Quarter(2026, 5));
    }
}
