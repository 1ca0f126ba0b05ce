using Microsoft.AspNetCore.WebUtilities;

namespace OperatingModel.Web.Features.ValueChains;

/// <summary>What the page shows; it lives in the address.</summary>
/// <param name="Stage">Code of the stage in the drawer; null for none.</param>
internal sealed record ValueChainsView(string? Stage)
{
    public static ValueChainsView Parse(string query) =>
        new(QueryHelpers.ParseQuery(query).TryGetValue("stage", out var stage) && stage.ToString() is { Length: > 0 and <= 100 } code ? code : null);

    public string ToQuery() => Stage is null ? "" : QueryHelpers.AddQueryString("", "stage", Stage);
}
