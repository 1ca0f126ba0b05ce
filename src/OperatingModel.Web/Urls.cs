namespace OperatingModel.Web;

/// <summary>Every address of the program, built in one place.</summary>
public static class Urls
{
    public const string Home = "/";
    public const string Models = "/models";
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

    public static string HeatMap(Guid model, string query = "") => $"/m/{model}/heat-map{query}";

    public static string Priorities(Guid model, string query = "") => $"/m/{model}/priorities{query}";

    public static string Capabilities(Guid model, string query = "") => $"/m/{model}/capabilities{query}";

    public static string Technology(Guid model, string query = "") => $"/m/{model}/technology{query}";

    public static string Objectives(Guid model, string query = "") => $"/m/{model}/objectives{query}";
    public static string StageLinks(Guid model, string query = "") => $"/m/{model}/matrix{query}";

    public static string Assess(Guid model, string query = "") => $"/m/{model}/assess{query}";

    /// <summary>The funding priorities as a file.</summary>
    /// <param name="format">xlsx, csv or json.</param>
    public static string PrioritiesFile(Guid model, string format, string query = "") => $"/api/models/{model}/priorities.{format}{query}";

    public static string ModelFile(Guid model) => $"/api/models/{model}/model.json";
}
