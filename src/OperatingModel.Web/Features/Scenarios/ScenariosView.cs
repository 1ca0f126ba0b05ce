namespace OperatingModel.Web.Features.Scenarios;

/// <summary>What the scenarios page shows: a scenario, and the side it is compared with.</summary>
/// <param name="Show">The code of the scenario; null for none.</param>
/// <param name="With">The other side: null for the scenario's base, empty for the model itself, else the code of another scenario.</param>
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
