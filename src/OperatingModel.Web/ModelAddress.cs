namespace OperatingModel.Web;

/// <summary>The model that a page's address opens, and the scenario if there is one.</summary>
/// <param name="Scenario">The scenario's code; null for the model itself.</param>
public readonly record struct ModelAddress(Guid Model, string? Scenario = null)
{
    private const string Name = "scenario";

    /// <summary>Addresses the model itself. Links of a page that may show a scenario use the page's own address instead.</summary>
    public static implicit operator ModelAddress(Guid model) => new(model);

    /// <summary>Splits a query into the scenario that it names and the rest.</summary>
    /// <param name="query">The query with its question mark.</param>
    public static (string? Scenario, string Query) Split(string query)
    {
        string[] parts = [.. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)];
        var named = Array.FindLast(parts, IsScenario);
        var rest = named is null ? query : string.Join('&', parts.Where(part => !IsScenario(part)));
        var code = named is null ? "" : Uri.UnescapeDataString(named[(Name.Length + 1)..].Replace('+', ' '));
        return (code.Length > 0 ? code : null, named is null || rest.Length == 0 ? rest : $"?{rest}");
    }

    /// <summary>Returns the address of a page of the model.</summary>
    /// <param name="page">The part of the path after the model; empty for its home page.</param>
    /// <param name="query">The query with its question mark; empty for the default view.</param>
    public string Of(string page, string query = "") => $"/m/{Model}{(page.Length > 0 ? $"/{page}" : "")}{Query(query)}";

    /// <summary>Adds the scenario to a query.</summary>
    public string Query(string query) =>
        Scenario is null ? query : $"{(query.Length > 1 ? $"{query}&" : "?")}{Name}={Uri.EscapeDataString(Scenario)}";

    private static bool IsScenario(string part) => part.StartsWith($"{Name}=", StringComparison.Ordinal);
}
