using System.Text.Json;
using OperatingModel.Domain;
using OperatingModel.Domain.Portfolio;
using OperatingModel.Domain.Teams;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Indicators;
using OperatingModel.Exchange.Samples;

namespace OperatingModel.Exchange.Tests.Indicators;

public sealed class IndicatorsJsonTests
{
    private const double Tolerance = 1e-6;

    // Of these the published answer gives examples: three of the teams, one of the rounds.
    private static readonly HashSet<string> ExamplesOnly = ["goals", "funding"];

    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly JsonElement Expected =
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Vectors", "method_vectors.json"))).GetProperty("airline");

    private static readonly Lazy<JsonElement> Airline = new(() => Written(SampleModels.Airline(Today)));

    public static TheoryData<string> Keys() => [.. IndicatorsJson.All.Select(indicator => indicator.Key).Where(key => key != "warnings")];

    public static TheoryData<string> Lists() => [.. ModelTables.All.Where(table => table != ModelTables.Of<ModelMeta>()).Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void An_indicator_of_the_airline_equals_the_published_answer(string key)
    {
        var (expected, actual) = (Expected.GetProperty(key), Airline.Value.GetProperty(key));
        if (ExamplesOnly.Contains(key))
        {
            actual = Only(actual, Names(expected));
        }

        Differences(expected, actual, key).ShouldBeEmpty();
    }

    [Fact]
    public void The_warnings_of_the_airline_are_the_published_two()
    {
        var warnings = Airline.Value.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!).ToList();
        warnings.Count.ShouldBe(Expected.GetProperty("warnings").GetArrayLength());
        warnings[0].ShouldStartWith("assessments C8.5 · HOL: Over-served");
        warnings[1].ShouldStartWith("fundingDecisions SPONSOR · FY26 · I10: approved although vetoed: SPONSOR I10");
    }

    [Fact]
    public void Every_published_key_stands_once_and_in_its_spelling()
    {
        // The other three belong to the story of the sample alone.
        string[] published = [.. Names(Expected).Except(["sponsorPortfolioValue", "budgetCurve", "sequencePre"])];
        IndicatorsJson.All.Select(indicator => indicator.Key).ShouldBe(published, ignoreOrder: true);
        Names(Airline.Value).ShouldBe(IndicatorsJson.All.Select(indicator => indicator.Key));
    }

    [Fact]
    public void Goals_and_funding_cover_more_than_the_published_examples()
    {
        var model = SampleModels.Airline(Today);
        Names(Airline.Value.GetProperty("goals")).ShouldBe(model.Table<Team>().Select(team => team.Code), ignoreOrder: true);
        Names(Airline.Value.GetProperty("funding"))
            .ShouldBe([
                "HEAT|FY26|all",
                "HEAT|FY26|discretionary",
                "HEAT|FY27|all",
                "HEAT|FY27|discretionary",
                "SPONSOR|FY26|all",
                "SPONSOR|FY26|discretionary",
            ]);
    }

    [Fact]
    public void The_same_model_gives_the_same_bytes()
    {
        Bytes(SampleModels.Airline(Today)).ShouldBe(Bytes(SampleModels.Airline(Today.AddYears(1))));
    }

    [Fact]
    public void A_template_is_unknown_and_not_zero()
    {
        foreach (var template in Templates.All)
        {
            var indicators = Written(template.Model(Today));
            indicators.GetProperty("enterprise").GetProperty("coverage").GetDouble().ShouldBe(0);
            indicators.GetProperty("enterprise").GetProperty("heat").ValueKind.ShouldBe(JsonValueKind.Null);
            indicators.GetProperty("priorities").EnumerateArray().ShouldAllBe(leaf => leaf.GetProperty("rank").ValueKind == JsonValueKind.Null);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_that_a_model_lacks_leaves_figures_empty_or_unknown(string name)
    {
        var model = SampleModels.Airline(Today);
        var lacking = ModelSnapshot.Of(ModelTables.All.Where(table => table.Name != name).Select(model.Table), 0, Today);
        Names(Written(lacking)).ShouldBe(IndicatorsJson.All.Select(indicator => indicator.Key));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_model_with_a_single_list_can_be_analysed(string name)
    {
        var model = SampleModels.Airline(Today);
        var only = ModelSnapshot.Of(
            ModelTables.All.Where(table => table.Name == name).Select(model.Table).Prepend(model.Table(ModelTables.Of<ModelMeta>())),
            0,
            Today);
        Names(Written(only)).ShouldBe(IndicatorsJson.All.Select(indicator => indicator.Key));
    }

    [Fact]
    public void A_model_with_only_a_heading_is_empty_or_unknown_throughout()
    {
        var empty = Written(ModelSnapshot.Of([Table<ModelMeta>.Of([SampleModels.Airline(Today).Meta])], 0, Today));
        string[] empties =
        [
            "byBusinessUnit",
            "byStage",
            "byLevel1",
            "byStageAndBusinessUnit",
            "priorities",
            "stabilityTop1",
            "stabilityTop5",
            "homogeneity",
            "technologyHoles",
            "funding",
            "portfolioStandalone",
            "portfolioExplain",
            "changes",
            "goals",
            "unitMatrix",
            "teamInternalConflict",
            "teams",
            "people",
            "mix",
            "readiness",
            "adkarBarriers",
            "buying",
            "scaleUse",
            "decisionRights",
            "governance",
            "warnings",
        ];
        Names(empty).ShouldBe(IndicatorsJson.All.Select(indicator => indicator.Key));
        empty.GetProperty("counts").GetProperty("cells").GetInt32().ShouldBe(0);
        empty.GetProperty("totalNeed").GetDouble().ShouldBe(0);
        empties.Where(key => !IsEmpty(empty.GetProperty(key))).ShouldBeEmpty();
        (string, string)[] unknown =
        [
            ("effort", "index"),
            ("architectureAndOfficeShare", "current"),
            ("architectureAndOfficeShare", "target"),
            ("cio", "lead"),
            ("cio", "margin"),
            ("cio", "ambiguous"),
            ("conway", "ownershipCoverage"),
            ("conway", "sharedRunCostShare"),
            ("enterprise", "heat"),
            ("enterprise", "band"),
        ];
        unknown.Where(member => empty.GetProperty(member.Item1).GetProperty(member.Item2).ValueKind != JsonValueKind.Null).ShouldBeEmpty();
        empty.GetProperty("standardisationIndex").ValueKind.ShouldBe(JsonValueKind.Null);
        empty.GetProperty("portfolioShareOfNeed").ValueKind.ShouldBe(JsonValueKind.Null);
        empty.GetProperty("handoffsPerYear").GetProperty("after").GetDouble().ShouldBe(0);
    }

    [Fact]
    public void Must_dos_that_do_not_fit_are_told_instead_of_a_selection()
    {
        var model = SampleModels.Airline(Today);
        var written = Written(model.With([.. model.Table<FundingRound>().Select(round => RowChange.Replace(round, round with { Budget = 0 }))], 1));
        var portfolio = written.GetProperty("portfolio");
        portfolio.GetProperty("status").GetString().ShouldBe("Infeasible");
        portfolio.GetProperty("reason").GetString().ShouldBe("MustDoExceedsBudget");
        portfolio.GetProperty("shortfall").GetInt64().ShouldBe(portfolio.GetProperty("required").GetInt64());
        portfolio.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        written.GetProperty("portfolioShareOfNeed").ValueKind.ShouldBe(JsonValueKind.Null);
        written.GetProperty("portfolioExplain").EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public void Of_few_assessments_only_their_number_is_told()
    {
        var model = SampleModels.Airline(Today);
        var fewer = model.With([.. model.Assessments.Skip(9).Select(RowChange.Remove)], 1);
        Written(fewer)
            .GetProperty("scaleUse")
            .EnumerateObject()
            .ShouldAllBe(unit => unit.Value.EnumerateObject().Select(member => member.Name).SequenceEqual(new[] { "n", "warnings" }));
    }

    [Fact]
    public void A_broken_tree_is_left_to_the_integrity_rules()
    {
        var model = SampleModels.Airline(Today);
        var root = model.Capabilities[0];
        Should.NotThrow(() => Written(model.With([RowChange.Replace(root, root with { Parent = "C1.1" })], 1)));
    }

    private static bool IsEmpty(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object ? !item.EnumerateObject().Any() : item.GetArrayLength() == 0;

    private static JsonElement Written(ModelSnapshot model) => JsonElement.Parse(Bytes(model));

    private static byte[] Bytes(ModelSnapshot model)
    {
        using var stream = new MemoryStream();
        IndicatorsJson.Write(model, stream);
        return stream.ToArray();
    }

    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string path) =>
        (expected.ValueKind, actual.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => Names(expected)
                .Union(Names(actual))
                .SelectMany(name =>
                    expected.TryGetProperty(name, out var left) && actual.TryGetProperty(name, out var right)
                        ? Differences(left, right, $"{path}.{name}")
                        : [$"{path}.{name} stands on one side only"]),
            (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == actual.GetArrayLength() => expected
                .EnumerateArray()
                .Zip(actual.EnumerateArray())
                .SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]")),
            (JsonValueKind.Number, JsonValueKind.Number) => Math.Abs(expected.GetDouble() - actual.GetDouble()) <= Tolerance
                ? []
                : [$"{path}: {actual} instead of {expected}"],
            _ => JsonElement.DeepEquals(expected, actual) ? [] : [$"{path}: {actual} instead of {expected}"],
        };

    private static JsonElement Only(JsonElement item, IEnumerable<string> names) =>
        JsonSerializer.SerializeToElement(
            names.Where(name => item.TryGetProperty(name, out _)).ToDictionary(name => name, name => item.GetProperty(name)));

    private static IEnumerable<string> Names(JsonElement item) => item.EnumerateObject().Select(member => member.Name);
}
