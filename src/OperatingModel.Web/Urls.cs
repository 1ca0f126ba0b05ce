using OperatingModel.Domain.Technology;
using OperatingModel.Domain;
using OperatingModel.Domain.Assessments;
using OperatingModel.Domain.BusinessUnits;
using OperatingModel.Domain.Capabilities;
using OperatingModel.Domain.Customers;
using OperatingModel.Domain.Strategy;
using OperatingModel.Domain.ValueChains;
using OperatingModel.Domain.Workspaces;
using OperatingModel.Web.Features.Settings;

namespace OperatingModel.Web;

/// <summary>Every address of the program, built in one place.</summary>
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
    public const string ModelsApi = "/api/models";
    public const string ModelApi = "/api/models/{model:guid}";

    public static string ValueChains(Guid model, string query = "") => $"/m/{model}/value-chains{query}";

    public static string Expectations(Guid model, string query = "") => $"/m/{model}/expectations{query}";

    /// <summary>The operating model on a page.</summary>
    public static string ModelHome(Guid model, string query = "") => $"/m/{model}{query}";

    public static string Settings(Guid model, string query = "") => $"/m/{model}/settings{query}";

    public static string Campaigns(Guid model, string query = "") => $"/m/{model}/campaigns{query}";

    /// <summary>One campaign. Its code stands in the query: some codes cannot be part of a path ("..", "A/B").</summary>
    /// <param name="query">What else the page shows, with its question mark.</param>
    public static string Campaign(Guid model, string code, string query = "") =>
        $"/m/{model}/campaigns/open?code={Uri.EscapeDataString(code)}{(query.Length > 0 ? $"&{query[1..]}" : "")}";

    /// <summary>A page of a model by the last part of its address.</summary>
    public static string Page(Guid model, string page) => $"/m/{model}/{page}";

    public static string HeatMap(Guid model, string query = "") => $"/m/{model}/heat-map{query}";

    public static string Priorities(Guid model, string query = "") => $"/m/{model}/priorities{query}";

    public static string Capabilities(Guid model, string query = "") => $"/m/{model}/capabilities{query}";

    public static string Technology(Guid model, string query = "") => $"/m/{model}/technology{query}";

    public static string Objectives(Guid model, string query = "") => $"/m/{model}/objectives{query}";

    public static string StageLinks(Guid model, string query = "") => $"/m/{model}/matrix{query}";

    public static string Assess(Guid model, string query = "") => $"/m/{model}/assess{query}";

    /// <summary>Where a row can be looked at or changed; null while there is no page for it.</summary>
    public static string? Of(Guid model, ModelInput input)
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
            var row when row == typeof(BusinessUnit) => Settings(model, "?section=units"),
            var row when row == typeof(ModelMeta) => Settings(model, "?section=model"),
            var row when row == typeof(ModelSettings) => Settings(model, $"?section={ConventionCatalog.SectionOf(codes[0])}"),
            _ => null,
        };
    }

    /// <summary>The funding priorities as a file.</summary>
    /// <param name="format">xlsx, csv or json.</param>
    public static string PrioritiesFile(Guid model, string format, string query = "") => $"/api/models/{model}/priorities.{format}{query}";

    public static string ModelFile(Guid model) => $"/api/models/{model}/model.json";
}
