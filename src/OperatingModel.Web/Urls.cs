namespace OperatingModel.Web;

/// <summary>Every address of the program, built in one place.</summary>
public static class Urls
{
    public const string Home = "/";
    public const string Models = "/models";
    public const string ModelHomeRoute = "/m/{Model:guid}";
    public const string SettingsRoute = "/m/{Model:guid}/settings";
    public const string CampaignsRoute = "/m/{Model:guid}/campaigns";
    public const string CampaignRoute = "/m/{Model:guid}/campaigns/{Code}";
    public const string HeatMapRoute = "/m/{Model:guid}/heat-map";
    public const string PrioritiesRoute = "/m/{Model:guid}/priorities";
    public const string ModelsApi = "/api/models";
    public const string ModelApi = "/api/models/{model:guid}";

    /// <summary>The operating model on a page.</summary>
    public static string ModelHome(Guid model, string query = "") => $"/m/{model}{query}";

    public static string Settings(Guid model, string query = "") => $"/m/{model}/settings{query}";

    public static string Campaigns(Guid model, string query = "") => $"/m/{model}/campaigns{query}";

    public static string Campaign(Guid model, string code, string query = "") => $"/m/{model}/campaigns/{Uri.EscapeDataString(code)}{query}";

    /// <summary>A page of a model by the last part of its address.</summary>
    public static string Page(Guid model, string page) => $"/m/{model}/{page}";

    public static string HeatMap(Guid model, string query = "") => $"/m/{model}/heat-map{query}";

    public static string Priorities(Guid model, string query = "") => $"/m/{model}/priorities{query}";

    /// <summary>The funding priorities as a file.</summary>
    /// <param name="format">xlsx, csv or json.</param>
    public static string PrioritiesFile(Guid model, string format, string query = "") => $"/api/models/{model}/priorities.{format}{query}";

    public static string ModelFile(Guid model) => $"/api/models/{model}/model.json";
}
