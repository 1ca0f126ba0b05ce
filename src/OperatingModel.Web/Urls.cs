namespace OperatingModel.Web;

/// <summary>Every address of the program, built in one place.</summary>
public static class Urls
{
    public const string Home = "/";
    public const string Models = "/models";
    public const string HeatMapRoute = "/m/{Model:guid}/heat-map";
    public const string PrioritiesRoute = "/m/{Model:guid}/priorities";
    public const string StageLinksRoute = "/m/{Model:guid}/matrix";
    public const string AssessRoute = "/m/{Model:guid}/assess";
    public const string ModelsApi = "/api/models";
    public const string ModelApi = "/api/models/{model:guid}";

    public static string HeatMap(Guid model, string query = "") => $"/m/{model}/heat-map{query}";

    public static string Priorities(Guid model, string query = "") => $"/m/{model}/priorities{query}";

    public static string StageLinks(Guid model, string query = "") => $"/m/{model}/matrix{query}";

    public static string Assess(Guid model, string query = "") => $"/m/{model}/assess{query}";

    /// <summary>The funding priorities as a file.</summary>
    /// <param name="format">xlsx, csv or json.</param>
    public static string PrioritiesFile(Guid model, string format, string query = "") => $"/api/models/{model}/priorities.{format}{query}";

    public static string ModelFile(Guid model) => $"/api/models/{model}/model.json";
}
