using System.Globalization;
using System.Text;
using System.Text.Json;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Fields;

namespace OperatingModel.Domain.Tests.Fields;

/// <summary>Every type of every field of every list goes through every place that stores, writes, types or checks it.</summary>
public sealed class FieldKindTests
{
    private static readonly Dictionary<Type, object[]> Values = new()
    {
        [typeof(string)] = ["", "Zürich", "a\nb \"c\" \\ 🛫"],
        [typeof(int)] = [0, -7, int.MaxValue],
        [typeof(long)] = [0L, -1L, 9_007_199_254_740_993L],
        [typeof(double)] = [0.0, -0.5, 1234.5, 0.1],
        [typeof(bool)] = [true, false],
        [typeof(DateOnly)] = [DateOnly.MinValue, new DateOnly(2026, 3, 31), DateOnly.MaxValue],
        [typeof(Quarter)] = [new Quarter(1, 1), new Quarter(2026, 4)],
        [typeof(RowValue)] = [new RowValue(new StageLink("S", "C", LinkStrength.Supporting) { Position = 7 })],
    };

    public static TheoryData<string, string> Fields() =>
        [.. ModelTables.All.SelectMany(table => table.Fields.Select(field => (table.Name, field.Name)))];

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_value_comes_back_from_every_place(string list, string name)
    {
        var field = ModelTables.Find(list)!.Fields.Single(field => field.Name == name);
        var kind = field.Kind;
        foreach (var value in ValuesOf(field.Type))
        {
            kind.Problem(value).ShouldBeNull();
            kind.Store(value).ShouldBeOfType(kind.StoredType);
            kind.Restore(kind.Store(value)).ShouldBe(value);
            kind.ReadStored(Written(json => kind.WriteStored(json, value))).ShouldBe(value);
            kind.Read(Written(json => kind.Write(json, value)), out var problem).ShouldBe(value);
            problem.ShouldBeNull();
            if (CanBeTyped(field.Type, value))
            {
                foreach (var culture in new[] { "en-US", "de-DE", "fr-CH" }.Select(CultureInfo.GetCultureInfo))
                {
                    kind.Parse(kind.TextOf(value, culture), culture, out problem).ShouldBe(value, culture.Name);
                    problem.ShouldBeNull();
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void What_no_kind_takes_is_refused_with_what_to_give(string list, string name)
    {
        var kind = ModelTables.Find(list)!.Fields.Single(field => field.Name == name).Kind;
        foreach (var json in new[] { "null", "[[]]" })
        {
            kind.Read(JsonElement.Parse(json), out var problem).ShouldBeNull();
            problem.ShouldBe($"Give {kind.Wanted}.");
        }
    }

    [Fact]
    public void What_may_be_chosen_is_edited_by_choosing() =>
        ModelTables.All.SelectMany(table => table.Fields).Select(field => field.Kind)
            .ShouldAllBe(kind => kind.Choices.Count > 0 == (kind.Editor == FieldEditor.Choice));

    [Fact]
    public void A_type_without_a_kind_is_refused_by_its_name() =>
        Should.Throw<NotSupportedException>(() => FieldKind.Of(typeof(decimal))).Message.ShouldContain("Decimal");

    private static IEnumerable<object> ValuesOf(Type type) =>
        !type.IsEnum ? Values[type]
        : type.IsDefined(typeof(FlagsAttribute), false)
            ? Enumerable.Range(0, Enum.GetValues(type).Cast<int>().Aggregate((one, other) => one | other) + 1).Select(set => Enum.ToObject(type, set))
        : Enum.GetValues(type).Cast<object>();

    // Rows are not typed, and no more than one member of a set.
    private static bool CanBeTyped(Type type, object value) => type != typeof(RowValue) && !(type.IsEnum && !Enum.IsDefined(type, value));

    private static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return JsonElement.Parse(Encoding.UTF8.GetString(stream.ToArray()));
    }
}
