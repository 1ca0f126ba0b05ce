using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Scenarios;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.Technology;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;

namespace OperatingModel.Web;

/// <summary>Builds every address of the program.</summary>
public static class Urls
{
    public const string Home = "/";
    public const string Models = "/models";
    public const string ModelHomeRoute = "/m/{Model:guid}";
    public const string SettingsRoute = "/m/{Model:guid}/settings";
    public const string CampaignsRoute = "/m/{Model:guid}/campaigns";
    public const string CampaignRoute = "/m/{Model:guid}/campaigns/open";
    public const string HeatMapRoute = "/m/{Model:guid}/heat-map";
    public const string PrioritiesRoute = "/m/{Model:guid}/priorities";
    public const string ValueChainsRoute = "/m/{Model:guid}/value-chains";
    public const string ExpectationsRoute = "/m/{Model:guid}/expectations";
    public const string CapabilitiesRoute = "/m/{Model:guid}/capabilities";
    public const string TechnologyRoute = "/m/{Model:guid}/technology";
    public const string ObjectivesRoute = "/m/{Model:guid}/objectives";
    public const string StageLinksRoute = "/m/{Model:guid}/matrix";
    public const string AssessRoute = "/m/{Model:guid}/assess";
    public const string ScenariosRoute = "/m/{Model:guid}/scenarios";
    public const string ModelsApi = "/api/models";
    public const string ModelApi = "/api/models/{model:guid}";

    public static string ValueChains(ModelAddress model, string query = "") => model.Of("value-chains", query);

    public static string Expectations(ModelAddress model, string query = "") => model.Of("expectations", query);

    /// <summary>The page "operating model on a page".</summary>
    public static string ModelHome(ModelAddress model, string query = "") => model.Of("", query);

    public static string Settings(ModelAddress model, string query = "") => model.Of("settings", query);

    public static string Campaigns(ModelAddress model, string query = "") => model.Of("campaigns", query);

    /// <summary>The page of one campaign. Its code stands in the query, because some codes cannot be part of a path ("..", "A/B").</summary>
    /// <param name="query">The rest of the query, with its question mark.</param>
    public static string Campaign(ModelAddress model, string code, string query = "") =>
        model.Of("campaigns/open", $"?code={Uri.EscapeDataString(code)}{(query.Length > 0 ? $"&{query[1..]}" : "")}");

    /// <summary>The page of a model with the given last part of its address.</summary>
    public static string Page(ModelAddress model, string page, string query = "") => model.Of(page, query);

    public static string HeatMap(ModelAddress model, string query = "") => model.Of("heat-map", query);

    public static string Priorities(ModelAddress model, string query = "") => model.Of("priorities", query);

    public static string Capabilities(ModelAddress model, string query = "") => model.Of("capabilities", query);

    public static string Technology(ModelAddress model, string query = "") => model.Of("technology", query);

    public static string Objectives(ModelAddress model, string query = "") => model.Of("objectives", query);

    public static string StageLinks(ModelAddress model, string query = "") => model.Of("matrix", query);

    public static string Assess(ModelAddress model, string query = "") => model.Of("assess", query);

    public static string Scenarios(ModelAddress model, string query = "") => model.Of("scenarios", query);

    /// <summary>Returns the address where a row can be seen or changed; null when the row has no page.</summary>
    public static string? Of(ModelAddress model, ModelInput input)
    {
        var codes = input.Key.Text.Split(RowKey.Separator);
        var code = Uri.EscapeDataString(codes[0]);
        return input.Table.RowType switch
        {
            var row when row == typeof(Capability) => Capabilities(model, $"?row={code}"),
            var row when row == typeof(Stage) => ValueChains(model, $"?stage={code}"),
            var row when row == typeof(ValueChain) => ValueChains(model),
            var row when row == typeof(Assessment) => HeatMap(
                model,
                $"?row={code}&unit={Uri.EscapeDataString(codes[1])}"
                    + (codes is [_, _, { Length: > 0 } stage] ? $"&col={Uri.EscapeDataString(stage)}" : "")),
            var row when row == typeof(Expectation) => Expectations(model, $"?row={code}"),
            var row when row == typeof(Segment) => Expectations(model, $"?segment={code}"),
            var row when row == typeof(BusinessApplication) => Technology(model, $"?row={code}"),
            var row when row == typeof(StrategicObjective) => Objectives(model, $"?row={code}"),
            var row when row == typeof(Kpi) => Objectives(model, $"?tab=kpis&row={code}"),
            var row when row == typeof(Domain.Assessments.Campaign) => Campaign(model, codes[0]),
            var row when row == typeof(Scenario) => Scenarios(model, $"?show={code}"),
            var row when row == typeof(BusinessUnit) => Settings(model, "?section=units"),
            var row when row == typeof(ModelMeta) => Settings(model, "?section=model"),
            var row when row == typeof(ModelSettings) => Settings(model, $"?section={ConventionCatalog.SectionOf(codes[0])}"),
            _ => null,
        };
    }

    /// <summary>The funding priorities as a file.</summary>
    /// <param name="format">xlsx, csv or json.</param>
    public static string PrioritiesFile(ModelAddress model, string format, string query = "") =>
        $"/api/models/{model.Model}/priorities.{format}{model.Query(query)}";

    public static string ModelFile(Guid model) => $"/api/models/{model}/model.json";
}
