using System.Collections;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Indicators;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Indicators;

/// <summary>Whatever numbers a model may hold, none of its figures is infinite or no number.</summary>
public sealed class ExtremeNumbersTests
{
    private static readonly ModelSnapshot Airline = SampleModels.Airline(new DateOnly(2026, 3, 1));

    private static readonly SearchLimits Short = SearchLimits.Default with { Nodes = 3, Time = TimeSpan.FromDays(1) };

    private static readonly (ModelTable Table, ModelField Field)[] Fields =
    [
        .. ModelTables.All.Where(table => Airline.Table(table).Rows.Count > 0).SelectMany(table => table.Fields
            .Where(field => field.Rules.OfType<BetweenAttribute>().Any())
            .Select(field => (table, field))),
    ];

    // At a limit they contradict the values above and below them.
    private static readonly string[] Enclosed =
    [
        nameof(ModelSettings.HotFrom), nameof(ModelSettings.ConfidenceMedium), nameof(ModelSettings.ContributionSupporting),
        nameof(ModelSettings.DomainComplicated),
    ];

    public static TheoryData<string, string> Names() => [.. Fields.Select(f => (f.Table.Name, f.Field.Name))];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_figure_runs_over_at_the_limits_of_a_field(string list, string name)
    {
        var (table, field) = Fields.Single(f => f.Table.Name == list && f.Field.Name == name);
        var computed = Extremes(field).Sum(value =>
            FiniteFigures(Airline.With([.. Set(Airline, table, field, value, _ => true)], 1), $"all {list}.{name} = {value}")
            + FiniteFigures(Airline.With([.. Set(Airline, table, field, value, place => place == 0)], 1), $"one {list}.{name} = {value}"));
        (computed > 0).ShouldBe(!Enclosed.Contains(name), "Whether a model with this field at a limit is sound enough to be computed.");
    }

    [Fact]
    public void No_figure_runs_over_where_several_fields_are_at_their_limits()
    {
        var computed = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new System.Random(seed);
            var model = Airline;
            for (var i = random.Next(2, 8); i > 0; i--)
            {
                var (table, field) = Fields[random.Next(Fields.Length)];
                var values = Extremes(field);
                var value = values[random.Next(values.Count)];
                var some = random.Next(1, 4);
                model = model.With([.. Set(model, table, field, value, place => place % some == 0)], i);
            }

            computed += FiniteFigures(model, $"seed {seed}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
        computed.ShouldBeGreaterThan(0, "No model was sound enough to be computed.");
    }

    private static IReadOnlyList<object> Extremes(ModelField field)
    {
        var range = field.Rules.OfType<BetweenAttribute>().Single();
        double[] values = field.Type == typeof(double) ? [range.Low, range.High, Math.Max(range.Low, 0.000001)] : [range.Low, range.High];
        return [.. values.Distinct().Select(value => Convert.ChangeType(value, field.Type, null))];
    }

    private static IEnumerable<RowChange> Set(ModelSnapshot model, ModelTable table, ModelField field, object value, Func<int, bool> where) =>
        model.Table(table).Rows.Where((_, place) => where(place))
            .Select(row => new RowChange(table, row, table.Rewrite(row, (f, present) => f == field ? value : present)))
            .Where(change => change.Before!.Key == change.After!.Key);

    /// <returns>How many figures were computed; none where the model contradicts itself.</returns>
    private static int FiniteFigures(ModelSnapshot model, string what)
    {
        if (ModelRules.Check(model).Any(problem => problem.Blocks))
        {
            return 0;
        }

        var analyses = new ModelAnalyses(model, Short);
        foreach (var indicator in IndicatorsJson.All)
        {
            Infinite(indicator.Of(analyses), indicator.Key).ShouldBeEmpty(what);
        }

        return IndicatorsJson.All.Count;
    }

    private static IEnumerable<string> Infinite(object? value, string path) => value switch
    {
        double number => double.IsFinite(number) ? [] : [$"{path} = {number}"],
        null or string or Enum or DateOnly => [],
        _ when value.GetType().IsPrimitive => [],
        IDictionary members => members.Keys.Cast<object>().SelectMany(key => Infinite(members[key], $"{path}.{key}")),
        IEnumerable items => items.Cast<object?>().SelectMany((item, i) => Infinite(item, $"{path}[{i}]")),
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)
            .SelectMany(property => Infinite(property.GetValue(value), $"{path}.{property.Name}")),
    };
}
