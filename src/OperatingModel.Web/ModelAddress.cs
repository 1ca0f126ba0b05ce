namespace OperatingModel.Web;

/// <summary>What an address opens: a model, as it is or as one of its scenarios has it.</summary>
/// <param name="Scenario">The scenario's code; null for the model itself.</param>
public readonly record struct ModelAddress(Guid Model, string? Scenario = null)
{
    private const string Name = "scenario";

    /// <summary>The model itself. Links of a page that may show a scenario take the page's own address.</summary>
    public static implicit operator ModelAddress(Guid model) => new(model);

    /// <summary>The scenario that an address names, and the rest of its query.</summary>
    /// <param name="query">With its question mark.</param>
    public static (string? Scenario, string Query) Split(string query)
    {
        string[] parts = [.. query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)];
        var named = Array.FindLast(parts, IsScenario);
        var rest = named is null ? query : string.Join('&', parts.Where(part => !IsScenario(part)));
        var code = named is null ? "" : Uri.UnescapeDataString(named[(Name.Length + 1)..].Replace('+', ' '));
        return (code.Length > 0 ? code : null, named is null || rest.Length == 0 ? rest : $"?{rest}");
    }

    /// <summary>A page of the model.</summary>
    /// <param name="page">What follows the model in the path; empty for its home.</param>
    /// <param name="query">With its question mark; empty for the default view.</param>
    public string Of(string page, string query = "") => $"/m/{Model}{(page.Length > 0 ? $"/{page}" : "")}{Query(query)}";

    /// <summary>A query that opens the scenario, too.</summary>
    public string Query(string query) =>
        Scenario is null ? query : $"{(query.Length > 1 ? $"{query}&" : "?")}{Name}={Uri.EscapeDataString(Scenario)}";

    private static bool IsScenario(string part) => part.StartsWith($"{Name}=", StringComparison.Ordinal);
}
