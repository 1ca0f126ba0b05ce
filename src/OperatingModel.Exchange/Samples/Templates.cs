using System.Text.Json;
using System.Text.Json.Nodes;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Exchange.Json;

namespace OperatingModel.Exchange.Samples;

/// <summary>The starting points that come with the product, one for each of five industries.</summary>
public static class Templates
{
    public static IReadOnlyList<IndustryTemplate> All { get; } =
    [
        .. JsonElement
            .Parse(SampleModels.Resource("templates.json"))
            .GetProperty("templates")
            .EnumerateArray()
            .Select(template => new IndustryTemplate(template)),
    ];

    /// <summary>Null when there is no such template.</summary>
    public static IndustryTemplate? Find(string id) => All.FirstOrDefault(template => template.Id == id);
}

/// <summary>
/// A starting point for the models of an industry: a value chain with capabilities, units, customers, silos and teams, and no
/// assessment on purpose. Everything in it is unknown until somebody looks.
/// </summary>
public sealed class IndustryTemplate
{
    private static readonly string[] SameInModels = ["valueChains", "segments", "strategicObjectives", "capabilities", "stageLinks", "kpis", "teams"];

    private readonly JsonElement _template;

    internal IndustryTemplate(JsonElement template) => _template = template;

    public string Id => Text("templateId");

    public string Industry => Text("industry");

    public string Name => Text("name");

    /// <summary>What changes in the business of the industry, in a sentence.</summary>
    public string BusinessShift => Text("businessShift");

    /// <summary>A new model made from the template.</summary>
    public ModelSnapshot Model(DateOnly today) => SampleModels.Sound(ModelFileReader.Read(JsonSerializer.SerializeToUtf8Bytes(File()), today));

    private JsonObject File()
    {
        var file = new JsonObject
        {
            ["meta"] = new JsonObject { ["code"] = Id, ["name"] = Name, ["industry"] = Industry },
            // Until revenue is known every unit counts the same.
            ["settings"] = new JsonObject { ["businessUnitWeightBasis"] = "Equal" },
            ["businessUnits"] = Copy("suggestedBusinessUnits"),
            ["organisationUnits"] = Items("silos", silo => silo["kind"] = "Silo"),
            ["touchpoints"] = Touchpoints(),
            ["expectations"] = Items("expectations", PutAtTouchpoint),
            ["scenarios"] = new JsonArray(new JsonObject
            {
                ["code"] = "TODAY",
                ["kind"] = "Current",
                ["name"] = "Today",
                ["teamDesign"] = "OrganisationUnits",
            }),
        };
        foreach (var list in SameInModels)
        {
            file[list] = Copy(list);
        }

        return file;
    }

    // The templates say at which stage something is expected, models at which touchpoint: one for each such stage.
    private JsonArray Touchpoints()
    {
        var expecting = Copy("expectations").Select(expectation => Text(expectation!, "stage")).ToHashSet();
        var stages = Copy("valueChains").SelectMany(chain => chain!["stages"]!.AsArray()).Where(stage => expecting.Contains(Text(stage!, "code")));
        return
        [
            .. stages.Select(stage => new JsonObject
            {
                ["code"] = TouchpointOf(Text(stage!, "code")),
                ["name"] = Text(stage!, "name"),
                ["stage"] = Text(stage!, "code"),
            }),
        ];
    }

    private static void PutAtTouchpoint(JsonObject expectation)
    {
        expectation["touchpoint"] = TouchpointOf(Text(expectation, "stage"));
        expectation.Remove("stage");
    }

    private static string TouchpointOf(string stage) => $"TP-{stage}";

    private JsonArray Items(string list, Action<JsonObject> change)
    {
        var items = Copy(list);
        foreach (var item in items)
        {
            change(item!.AsObject());
        }

        return items;
    }

    private JsonArray Copy(string list) => JsonArray.Create(_template.GetProperty(list))!;

    private string Text(string member) => _template.GetProperty(member).GetString()!;

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
