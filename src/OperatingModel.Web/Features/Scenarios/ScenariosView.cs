namespace OperatingModel.Web.Features.Scenarios;

/// <summary>What the page shows: a scenario, and what it is compared with.</summary>
/// <param name="Show">The scenario's code; null for none.</param>
/// <param name="With">Null for what it starts from, empty for the model itself, else another scenario's code.</param>
internal sealed record ScenariosView(string? Show, string? With)
{
    public static ScenariosView Parse(string query)
    {
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        var show = values.TryGetValue("show", out var shown) ? shown.ToString() : "";
        return new(show.Length > 0 ? show : null, values.TryGetValue("with", out var with) ? with.ToString() : null);
    }

    public string ToQuery() => Show is null ? "" : $"?show={Uri.EscapeDataString(Show)}{(With is null ? "" : $"&with={Uri.EscapeDataString(With)}")}";
}
