namespace OperatingModel.Web;

/// <summary>Every address of the program, built in one place.</summary>
public static class Urls
{
    public const string Home = "/";
    public const string Models = "/models";

    public static string HeatMap(string model) => $"/m/{Uri.EscapeDataString(model)}/heat-map";

    public static string Priorities(string model) => $"/m/{Uri.EscapeDataString(model)}/priorities";

    /// <summary>The heat map with one row (and column) opened in the drawer.</summary>
    public static string HeatMapAt(string model, string row, string? column = null) =>
        $"{HeatMap(model)}?row={Uri.EscapeDataString(row)}{(column is null ? "" : $"&col={Uri.EscapeDataString(column)}")}";
}
