using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OperatingModel.Domain.HeatMaps;
using OperatingModel.Exchange.Priorities;

namespace OperatingModel.Exchange.Tests.Priorities;

public sealed class PrioritiesJsonTests
{
    private static readonly JsonElement Airline = Read(Exports.Airline.Export());

    [Fact]
    public void The_members_of_the_head_are_stable()
    {
        Keys(Airline)
            .ShouldBe([
                "model",
                "revision",
                "asOf",
                "exportedAt",
                "exportedBy",
                "filter",
                "listed",
                "lineAfter",
                "settings",
                "weights",
                "objectives",
                "totalNeed",
                "withoutStage",
                "rows",
            ]);
        Keys(Airline.GetProperty("model")).ShouldBe(["code", "name"]);
        Keys(Airline.GetProperty("weights"))
            .ShouldBe(["whatIf", "alpha", "gamma", "contributionScale", "businessUnitWeightBasis", "stages", "businessUnits"]);
        Keys(Airline.GetProperty("weights").GetProperty("stages")[0]).ShouldBe(["code", "name", "chain", "chainWeight", "points", "share"]);
        Keys(Airline.GetProperty("weights").GetProperty("businessUnits")[0]).ShouldBe(["code", "name", "weight", "share"]);
    }

    [Fact]
    public void The_members_of_a_row_are_stable()
    {
        string[] members =
        [
            "rank",
            "rankBest",
            "rankWorst",
            "code",
            "capability",
            "level1Code",
            "level1",
            "priority",
            "priorityLow",
            "priorityHigh",
            "needShare",
            "needShareCumulative",
            "need",
            "reach",
            "heat",
            "band",
            "peak",
            "hiddenHotSpot",
            "coverage",
            "confidence",
            "trust",
            "objectives",
            "ownerTeamCode",
            "ownerTeam",
            "oldestAssessment",
            "priorityByStage",
            "priorityByUnit",
            "gapingHoles",
            "weakTechnology",
            "notAssessed",
        ];
        Airline.GetProperty("rows").EnumerateArray().ShouldAllBe(row => Keys(row).SequenceEqual(members));
    }

    [Fact]
    public void The_head_says_what_the_figures_rest_on()
    {
        Airline.GetProperty("model").GetProperty("code").GetString().ShouldBe("AIRLINE");
        Airline.GetProperty("revision").GetInt64().ShouldBe(0);
        Airline.GetProperty("asOf").GetString().ShouldBe("2025-12-01");
        Airline.GetProperty("exportedAt").GetString().ShouldBe("2026-03-01T09:30:15Z");
        Airline.GetProperty("exportedBy").GetString().ShouldBe("Ada Example");
        Airline.GetProperty("settings").GetProperty("staleAfterMonths").GetInt32().ShouldBe(12);
        Airline.GetProperty("totalNeed").GetDouble().ShouldBe(Exports.Airline.Cube.Priorities.TotalNeed);
        Airline.GetProperty("weights").GetProperty("whatIf").GetBoolean().ShouldBeFalse();
        Airline.GetProperty("weights").GetProperty("businessUnitWeightBasis").GetString().ShouldBe("Revenue");
    }

    [Fact]
    public void Filter_and_line_stand_in_the_head_and_the_line_in_every_row()
    {
        var part = Read(Exports.Airline.Export(scope: Exports.Customers));
        part.GetProperty("filter").GetString().ShouldBe("Customer");
        part.GetProperty("lineAfter").GetInt32().ShouldBe(5);
        part.GetProperty("listed").GetInt32().ShouldBe(part.GetProperty("rows").GetArrayLength());
        foreach (var row in part.GetProperty("rows").EnumerateArray())
        {
            row.GetProperty("aboveLine").GetBoolean().ShouldBe(row.GetProperty("rank").GetInt32() <= 5);
        }

        (Airline.GetProperty("filter").ValueKind, Airline.GetProperty("lineAfter").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
        Airline.GetProperty("listed").GetInt32().ShouldBe(30);
    }

    [Fact]
    public void Weights_tried_out_stand_in_the_head()
    {
        var own = HeatWeights.Of(Exports.Airline);
        var weights = Read(Exports.Airline.Export(own.WithStagePoints("BOOK", 60).WithUnitWeight("LCC", 1) with { Gamma = 0.5, Supporting = 5 }))
            .GetProperty("weights");
        weights.GetProperty("whatIf").GetBoolean().ShouldBeTrue();
        weights.GetProperty("gamma").GetDouble().ShouldBe(0.5);
        weights.GetProperty("contributionScale").GetProperty("supporting").GetDouble().ShouldBe(5);
        weights.GetProperty("businessUnitWeightBasis").ValueKind.ShouldBe(JsonValueKind.Null);
        weights
            .GetProperty("stages")
            .EnumerateArray()
            .Single(stage => stage.GetProperty("code").GetString() == "BOOK")
            .GetProperty("points")
            .GetDouble()
            .ShouldBe(60);
        weights.GetProperty("stages").EnumerateArray().Sum(stage => stage.GetProperty("share").GetDouble()).ShouldBe(1, 1e-9);
        weights.GetProperty("businessUnits").EnumerateArray().Sum(unit => unit.GetProperty("share").GetDouble()).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Figures_have_every_digit()
    {
        foreach (var (row, priority) in Airline.GetProperty("rows").EnumerateArray().Zip(Exports.Airline.Cube.Priorities.Items))
        {
            string[] whole = ["rank", "rankBest", "rankWorst"];
            whole.Select(name => (int?)row.GetProperty(name).GetInt32()).ShouldBe([priority.Rank, priority.BestRank, priority.WorstRank]);
            string[] figures = ["priority", "priorityLow", "priorityHigh", "need", "reach", "heat", "peak", "coverage", "confidence"];
            figures
                .Select(name => (double?)row.GetProperty(name).GetDouble())
                .ShouldBe([
                    priority.Value,
                    priority.Low,
                    priority.High,
                    priority.Need,
                    priority.Reach,
                    priority.Heat,
                    priority.Peak,
                    priority.Coverage,
                    priority.Confidence,
                ]);
            string[] words = ["code", "capability", "band", "trust"];
            words
                .Select(name => row.GetProperty(name).GetString())
                .ShouldBe([priority.Code, priority.Name, priority.Band.ToString(), priority.Trust.ToString()]);
            row.GetProperty("hiddenHotSpot").GetBoolean().ShouldBe(priority.HiddenHotSpot);
            row.GetProperty("priorityByStage").EnumerateObject().Select(part => (part.Name, part.Value.GetDouble()))
                .ShouldBe(Exports.Airline.Cube.PriorityByStage(priority.Node).Select(part => (part.Code, part.Amount)));
            row.GetProperty("priorityByUnit").EnumerateObject().Select(part => (part.Name, part.Value.GetDouble()))
                .ShouldBe(Exports.Airline.Cube.PriorityByUnit(priority.Node).Select(part => (part.Code, part.Amount)));
        }
    }

    [Fact]
    public void Unknown_is_null_and_what_does_not_apply_is_absent()
    {
        var export = Read(Exports.WithUnknown.Export());
        var row = export.GetProperty("rows").EnumerateArray().Last();
        row.GetProperty("code").GetString().ShouldBe("C3.2");
        string[] unknown =
        [
            "rank",
            "priority",
            "needShare",
            "needShareCumulative",
            "need",
            "heat",
            "band",
            "peak",
            "hiddenHotSpot",
            "confidence",
            "trust",
            "oldestAssessment",
        ];
        row.EnumerateObject()
            .Where(member => member.Value.ValueKind == JsonValueKind.Null)
            .Select(member => member.Name)
            .ShouldBe(unknown, ignoreOrder: true);
        var stages = row.GetProperty("priorityByStage").EnumerateObject().ToList();
        stages
            .Select(stage => stage.Name)
            .ShouldBe(Exports.Airline.Cube.PriorityByStage(Exports.Airline.Tree.IndexOf("C3.2")).Select(part => part.Code));
        stages.ShouldAllBe(stage => stage.Value.ValueKind == JsonValueKind.Null);
        export.GetProperty("withoutStage").EnumerateArray().Select(code => code.GetString()).ShouldBe(["X"]);
    }

    [Fact]
    public void An_empty_model_has_no_rows() => Read(Exports.Of().Export()).GetProperty("rows").GetArrayLength().ShouldBe(0);

    [Fact]
    public void The_same_content_gives_the_same_bytes() =>
        Exports.Airline.Export().Bytes(PrioritiesJson.Write).ShouldBe(Exports.Airline.Export().Bytes(PrioritiesJson.Write));

    [Fact]
    public void Hostile_names_come_back_as_they_were() => Prop.ForAll(HostileTexts.Names, names =>
    {
        var export = Exports.Named(names).Export();
        Read(export).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("capability").GetString())
            .ShouldBe(export.Rows().Select(row => WithoutHalves(row.Priority.Name)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    // Json carries every character, but no halves of one.
    private static string WithoutHalves(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];

    private static JsonElement Read(PriorityExport export) =>
        JsonDocument.Parse(export.Bytes(PrioritiesJson.Write), new JsonDocumentOptions { AllowDuplicateProperties = false }).RootElement;
}
